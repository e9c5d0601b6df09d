package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.MemoryFiles;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages the files of a good model at random, 100,000 of them: each is opened or refused in a
 * sentence, and nothing else happens. Most are in memory, as the disk would take most of the time.
 */
class ModelFuzzTest {
  private static final int TENSOR_FILES = 75_000;
  private static final int CONFIGS = 16_000;
  private static final int INDEXES = 8_000;
  private static final int FOLDERS = 1_000;

  private static byte[] config;
  private static byte[] index;
  private static byte[] tensors;

  @TempDir private Path folder;

  private int opened;
  private int refused;

  @BeforeAll
  static void readGoodFiles() throws IOException {
    config = read("ok-plain", ConfigFile.NAME);
    tensors = read("ok-attn-bias-buffers", WeightFiles.NAME);
    index = read("ok-sharded", ShardIndex.NAME);
  }

  private static byte[] read(String model, String file) throws IOException {
    return Files.readAllBytes(RobustnessModels.folder(model).resolve(file));
  }

  /** Anything but our exception ends the test. */
  private void attempt(Runnable open) {
    try {
      open.run();
      opened++;
    } catch (InferscopeException e) {
      assertThat(e.sentence()).contains(": ").endsWith(".");
      refused++;
    }
  }

  private void both(int atLeastRefused) {
    assertThat(opened).as("opened").isPositive();
    assertThat(refused).as("refused").isGreaterThan(atLeastRefused);
  }

  @Test
  void damagedTensorsAreOpenedOrRefused() {
    Damage damage = new Damage(1);
    ConfigFile good = ConfigFile.of(Path.of(ConfigFile.NAME), config);
    for (int i = 0; i < TENSOR_FILES; i++) {
      byte[] damaged = damage.tensors(tensors);
      attempt(
          () -> {
            SafetensorsFile file = MemoryFiles.open(WeightFiles.NAME, damaged);
            WeightFiles files = new WeightFiles(file.path(), List.of(file), List.of());
            MappedWeights.load(Gpt2Tensors.of(files, good), files, MemoryFiles::memory).close();
          });
    }
    both(TENSOR_FILES / 2);
  }

  @Test
  void aDamagedConfigIsUnderstoodOrRefused() {
    Damage damage = new Damage(2);
    SafetensorsFile file = MemoryFiles.open(WeightFiles.NAME, tensors);
    WeightFiles files = new WeightFiles(file.path(), List.of(file), List.of());
    for (int i = 0; i < CONFIGS; i++) {
      byte[] damaged = damage.text(config);
      attempt(() -> Gpt2Tensors.of(files, ConfigFile.of(Path.of(ConfigFile.NAME), damaged)));
    }
    both(CONFIGS / 2);
  }

  @Test
  void aDamagedIndexNamesFilesBesideItOrIsRefused() {
    Damage damage = new Damage(3);
    for (int i = 0; i < INDEXES; i++) {
      byte[] damaged = damage.text(index);
      attempt(
          () -> {
            ShardIndex understood = ShardIndex.of(Path.of(ShardIndex.NAME), damaged);
            assertThat(understood.shards())
                .allMatch(name -> folder.resolve(name).normalize().startsWith(folder));
            understood.requireAgreement(Map.of());
          });
    }
    assertThat(refused).isEqualTo(INDEXES);
  }

  @Test
  void aDamagedFolderIsOpenedOrRefusedAndNothingStaysOpen() throws IOException {
    Damage damage = new Damage(4);
    FakeTokenizers tokenizers = new FakeTokenizers();
    for (int i = 0; i < FOLDERS; i++) {
      boolean inConfig = i % 4 == 0;
      Files.write(folder.resolve(ConfigFile.NAME), inConfig ? damage.text(config) : config);
      Files.write(folder.resolve(WeightFiles.NAME), inConfig ? tensors : damage.tensors(tensors));
      attempt(() -> ModelFolder.open(folder, "fuzz", tokenizers).close());
    }
    both(FOLDERS / 2);
    assertThat(tokenizers.open()).isZero();
    assertThat(openHere()).isEmpty();
  }

  /** Files of the folder that this process has open or mapped; only Linux tells. */
  private List<String> openHere() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    return Files.isReadable(maps)
        ? Files.readAllLines(maps).stream()
            .filter(line -> line.contains(folder.toString()))
            .toList()
        : List.of();
  }
}

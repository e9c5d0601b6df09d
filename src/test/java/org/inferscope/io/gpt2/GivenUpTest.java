package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.model.gpt2.Decoder;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is given up leaves nothing behind: no thread, no mapped file, no memory outside the heap.
 */
class GivenUpTest {
  private static final int TIMES = 200;
  private static final Gpt2Config CONFIG = new Gpt2Config(3, 4, 64, 256, 64, 500, 1e-5f);

  @TempDir private Path folder;

  /** Throws when it has been called so often. */
  private static Runnable givesUpAfter(int calls) {
    int[] left = {calls};
    return () -> {
      if (left[0]-- == 0) {
        throw new CancellationException();
      }
    };
  }

  @Test
  void tracesLeaveNoMemoryAndNoThread() {
    try (Backend backend = new OpenBlasLoader().load();
        RandomWeights weights = new RandomWeights(CONFIG, 5);
        Gpt2 model = Gpt2.load(backend, weights, () -> {})) {
      List<Integer> prompt = Stream.iterate(7, id -> (id * 31 + 1) % 500).limit(64).toList();
      Keep keep = Keep.everything(CONFIG);
      model.trace(prompt, keep, List.of(), () -> {});
      model.traceAll(List.of(prompt, prompt), keep, List.of(), () -> {});
      long bytes = Pointer.totalBytes();
      int threads = Thread.activeCount();
      for (int i = 0; i < TIMES; i++) {
        // One check before each block and one before the logits.
        Runnable checkpoint = givesUpAfter(i % (CONFIG.layers() + 1));
        if (i % 2 == 0) {
          assertGivenUp(() -> model.trace(prompt, keep, List.of(), checkpoint));
        } else {
          try (Decoder decoder = model.decoder(64)) {
            assertGivenUp(() -> decoder.next(prompt, checkpoint));
            assertThat(decoder.length()).isIn(0, 64);
          }
        }
      }
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
      // Threads of tests before this one may have ended meanwhile.
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }
  }

  private static void assertGivenUp(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(CancellationException.class);
  }

  @Test
  void loadingLeavesNoMemoryAndNoMappedFile() throws Exception {
    Path model = folder.resolve("model");
    copy(RobustnessModels.folder("ok-plain"), model);
    try (Backend backend = new OpenBlasLoader().load()) {
      openAndGiveUp(backend, model, 0);
      long bytes = Pointer.totalBytes();
      for (int i = 0; i < TIMES; i++) {
        openAndGiveUp(backend, model, i % 16);
      }
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
    }
    assertNotMapped(model);
  }

  private void openAndGiveUp(Backend backend, Path model, int calls) {
    try (OpenModel open =
        ModelFolder.open(
            model,
            "tiny",
            (place, size) -> HuggingFaceTokenizers.open(place, size, folder.resolve("cache")))) {
      assertGivenUp(() -> Gpt2.load(backend, open.weights(), givesUpAfter(calls)));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** Where the system tells what is mapped; elsewhere a mapped file could not be deleted. */
  private static void assertNotMapped(Path model) throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (Files.exists(maps)) {
      assertThat(Files.readString(maps)).doesNotContain(model.toString());
    }
    Files.delete(model.resolve("model.safetensors"));
  }
}

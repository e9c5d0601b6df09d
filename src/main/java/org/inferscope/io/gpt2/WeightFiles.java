package org.inferscope.io.gpt2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.text.Texts;

/**
 * The files that hold a model's tensors, open: one, or several and their index.
 *
 * @param main the one, or the index
 * @param files those with tensors
 * @param stamps how those were just before they were opened
 */
record WeightFiles(Path main, List<SafetensorsFile> files, List<FileStamp> stamps)
    implements AutoCloseable {
  /** Its name in a model's folder, where there is one. */
  static final String NAME = "model.safetensors";

  private static final String PICKLED = "pytorch_model.bin";

  /** Copies the lists. */
  WeightFiles {
    files = List.copyOf(files);
    stamps = List.copyOf(stamps);
  }

  /**
   * Opens those of a folder; as Hugging Face does, the one file where there are both.
   *
   * @throws InferscopeException if there are none, or one of them is missing or broken
   */
  static WeightFiles open(Path folder) {
    Path single = folder.resolve(NAME);
    if (Files.exists(single)) {
      FileStamp stamp = FileStamp.of(single);
      return new WeightFiles(single, List.of(SafetensorsFile.open(single)), List.of(stamp));
    }
    if (Files.exists(folder.resolve(ShardIndex.NAME))) {
      return openShards(folder, ShardIndex.read(folder));
    }
    String shown = folder.toAbsolutePath().toString();
    throw new InferscopeException(
        Files.exists(folder.resolve(PICKLED))
            ? Texts.get("gpt2files.onlyPickled", shown, NAME, PICKLED)
            : Texts.get("gpt2files.noWeights", shown, NAME, ShardIndex.NAME));
  }

  private static WeightFiles openShards(Path folder, ShardIndex index) {
    Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
    List<FileStamp> stamps = new ArrayList<>();
    try {
      for (String name : index.shards()) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
          throw ReadProblem.in(index.path(), Texts.get("gpt2files.shardMissing", name));
        }
        stamps.add(FileStamp.of(file));
        shards.put(name, SafetensorsFile.open(file));
      }
      index.requireAgreement(shards);
      return new WeightFiles(index.path(), List.copyOf(shards.values()), stamps);
    } catch (RuntimeException | Error e) {
      shards.values().forEach(SafetensorsFile::close);
      throw e;
    }
  }

  /** Closes them; what was mapped of them stays. */
  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }
}

package org.inferscope.io.gpt2;

import java.nio.file.Path;
import org.inferscope.model.gpt2.Gpt2Config;

/**
 * What a model is by its config and the headers of its files: quick, since no number is read.
 *
 * @param config its sizes
 * @param parameters how many numbers it has; an unembedding counts if it is stored
 * @param bytes of the files with its weights
 */
public record ModelSummary(Gpt2Config config, long parameters, long bytes) {

  /**
   * Reads the headers of a model's folder.
   *
   * @throws org.inferscope.compute.InferscopeException if something is missing or does not fit
   */
  public static ModelSummary read(Path folder) {
    ConfigFile config = ConfigFile.read(folder);
    try (WeightFiles files = WeightFiles.open(folder)) {
      Gpt2Tensors tensors = Gpt2Tensors.of(files, config);
      long unembedding = tensors.unembedding().map(stored -> stored.info().count()).orElse(0L);
      return new ModelSummary(
          tensors.config(),
          tensors.config().parameterCount() + unembedding,
          files.stamps().stream().mapToLong(FileStamp::size).sum());
    }
  }
}

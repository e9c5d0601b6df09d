package org.inferscope.io.gpt2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.TensorMemory;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.inferscope.text.Texts;

/**
 * Opens a model's folder as Hugging Face has it: {@code config.json}, {@code model.safetensors} or
 * several of them with an index, and a tokenizer.
 */
public final class ModelFolder {
  private static final List<String> OTHERS =
      List.of(ConfigFile.NAME, ShardIndex.NAME, "tokenizer.json", "vocab.json", "merges.txt");

  private ModelFolder() {}

  /**
   * Opens a model.
   *
   * @param name what it is called on screen
   * @param tokenizers opens its tokenizer
   * @throws InferscopeException if something is missing, broken or no GPT-2: one sentence that
   *     names the file and the key, tensor or byte, and what was expected. Nothing stays open
   */
  public static OpenModel open(Path folder, String name, Tokenizers tokenizers) {
    requireFolder(folder);
    ConfigFile config = ConfigFile.read(folder);
    List<FileStamp> others = others(folder);
    try (WeightFiles files = WeightFiles.open(folder)) {
      Gpt2Tensors tensors = Gpt2Tensors.of(files, config);
      Tokenizer tokenizer = tokenizers.open(folder, tensors.config().vocabulary());
      try {
        MappedWeights weights = MappedWeights.load(tensors, files);
        List<FileStamp> all = Stream.concat(files.stamps().stream(), others.stream()).toList();
        return new OpenModel(
            name, folder, weights, tokenizer, facts(tensors, weights, files.stamps()), all);
      } catch (RuntimeException | Error e) {
        tokenizer.close();
        throw e;
      }
    }
  }

  private static void requireFolder(Path folder) {
    String shown = folder.toAbsolutePath().toString();
    if (!Files.exists(folder)) {
      throw new InferscopeException(Texts.get("gpt2files.noFolder", shown));
    }
    if (!Files.isDirectory(folder)) {
      throw new InferscopeException(Texts.get("gpt2files.notFolder", shown, ConfigFile.NAME));
    }
  }

  /** What a model is made of beside its weights. */
  private static List<FileStamp> others(Path folder) {
    return OTHERS.stream().map(folder::resolve).filter(Files::exists).map(FileStamp::of).toList();
  }

  private static ModelFacts facts(
      Gpt2Tensors tensors, MappedWeights weights, List<FileStamp> files) {
    Collection<TensorMemory> loaded = weights.tensors();
    return new ModelFacts(
        loaded.stream().mapToLong(tensor -> tensor.info().count()).sum(),
        files.stream().mapToLong(FileStamp::size).sum(),
        loaded.stream().map(tensor -> tensor.info().type()).distinct().sorted().toList(),
        loaded.stream().allMatch(TensorMemory::isInPlace),
        !weights.hasUnembedding(),
        tensors.leftAside());
  }
}

package org.inferscope.model.gpt2.tokenizer;

import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;

/** Opens the tokenizers that lie beside models of Hugging Face. Waits for the disk: for a job. */
public final class HuggingFaceTokenizers {
  /**
   * The property of the folder that the native library is loaded from, if it was unpacked there by
   * whoever installed it.
   */
  public static final String LIBRARY_PATH = "inferscope.tokenizers.path";

  private HuggingFaceTokenizers() {}

  /**
   * Opens GPT-2's tokenizer with a model's vocabulary: {@code tokenizer.json}, or {@code
   * vocab.json} with {@code merges.txt}. GPT-2's own takes 0.05 s; the native library is unpacked
   * (14 MB) when first used, unless {@link #LIBRARY_PATH} says where it lies, and its tokenizer
   * made when a text first comes.
   *
   * @param place the model's folder, or the file tokenizer.json
   * @param vocabulary V, the tokens that the model has: there must be as many
   * @param cache the folder for what can be made again; need not exist
   * @throws InferscopeException in one sentence: which file is not there, cannot be read, is
   *     broken, or cuts texts in another way than GPT-2, or why the native library cannot be used
   */
  public static Tokenizer open(Path place, int vocabulary, Path cache) {
    Vocabulary tokens = VocabularyReader.read(place, vocabulary);
    return new ByteLevelTokenizer(tokens, new NativeTokenizer(NativeLibrary.load(cache), tokens));
  }
}

package org.inferscope.io.gpt2;

import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/** Opens the tokenizer in a model's folder. */
@FunctionalInterface
public interface Tokenizers {
  /**
   * Opens it.
   *
   * @param vocabulary how many tokens it must have
   * @throws InferscopeException if it is missing, broken or of another size
   */
  Tokenizer open(Path folder, int vocabulary);
}

package org.inferscope.cli.gpt2;

import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A prompt as text or as token ids, one of them. */
final class PromptOptions {
  @Option(names = "--prompt", paramLabel = "TEXT", descriptionKey = "cli.gpt2.prompt")
  private @Nullable String text;

  @Option(names = "--ids", split = ",", paramLabel = "ID", descriptionKey = "cli.gpt2.ids")
  private List<Integer> ids = List.of();

  /**
   * The prompt's tokens.
   *
   * @throws InferscopeException if the text cannot be cut into tokens
   */
  List<Integer> ids(Tokenizer tokenizer) {
    return text == null ? ids : tokenizer.encode(text).stream().map(Token::id).toList();
  }
}

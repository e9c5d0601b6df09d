package org.inferscope.remote;

import java.util.List;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/**
 * A prompt as it was given: as a text, cut into tokens by the model's own tokenizer, or as tokens.
 *
 * @param ids the tokens, if there is no text
 * @param text the text; empty if it was given as tokens
 */
public record GivenPrompt(List<Integer> ids, String text) {

  /** Copies the list. */
  public GivenPrompt {
    ids = List.copyOf(ids);
  }

  /** A prompt as text. */
  public static GivenPrompt of(String text) {
    return new GivenPrompt(List.of(), text);
  }

  /** A prompt as tokens. */
  public static GivenPrompt of(List<Integer> ids) {
    return new GivenPrompt(ids, "");
  }

  /** Its tokens. */
  List<Integer> tokens(Tokenizer tokenizer) {
    return text.isEmpty() ? ids : tokenizer.encode(text).stream().map(Token::id).toList();
  }
}

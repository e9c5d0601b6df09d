package org.inferscope.model.gpt2.tokenizer;

import java.util.List;
import java.util.OptionalInt;
import org.inferscope.compute.InferscopeException;

/**
 * Cuts a text into tokens and puts it together again: byte-level byte pair encoding as GPT-2 has
 * it. Implementations may be used on any thread.
 */
public interface Tokenizer extends AutoCloseable {

  /** V, how many tokens there are: ids go from 0 to below it. */
  int size();

  /** The token that ends a text, {@code <|endoftext|>}; empty where a vocabulary has none. */
  OptionalInt endOfText();

  /**
   * The tokens of a text, in order; none for the empty one. A text that contains the name of a
   * special token, such as {@code <|endoftext|>}, gets that token.
   *
   * @param text any text; a surrogate without its partner counts as U+FFFD
   * @throws InferscopeException if it is longer than can be handled, saying so
   */
  List<Token> encode(String text);

  /** The bytes that a token stands for: part of a text in UTF-8, not always whole characters. */
  byte[] bytes(int id);

  /** The token as vocabularies spell it, a character a byte: "Ġthe" for " the". */
  String piece(int id);

  /** The text of tokens; bytes that are no UTF-8 become U+FFFD. */
  String decode(List<Integer> ids);

  /** Frees native memory. Using it afterwards is refused; closing again is not. */
  @Override
  void close();
}

package org.inferscope.tab.gpt2.next;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.inferscope.tab.gpt2.desk.PromptTokens;

/** Tokens as they read in a text, with their spaces. Stateless. */
final class TextPieces {
  private TextPieces() {}

  /** The text of each token; a part of a character as it is written on screen. */
  static List<String> of(Tokenizer tokenizer, PromptTokens tokens) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      pieces.add(piece(tokenizer, tokens.id(i), tokens.word(i)));
    }
    return List.copyOf(pieces);
  }

  private static String piece(Tokenizer tokenizer, int id, String word) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(tokenizer.bytes(id)))
              .toString()
              .replace('\t', ' ');
      return text.isEmpty() ? word : text;
    } catch (CharacterCodingException e) { // Part of a character.
      return word;
    }
  }
}

package org.inferscope.tab.gpt2.desk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/**
 * Tokens as they are written on screen. Stateless, any thread.
 *
 * <p>A space is shown as a middle dot, since most tokens begin with one; a new line as an arrow.
 * Bytes that are only part of a character are written as hexadecimal numbers.
 */
public final class TokenWords {
  private static final int FIRST_VISIBLE = 0x20;

  private TokenWords() {}

  /** A token on screen: "·matrix". */
  public static String of(Tokenizer tokenizer, int id) {
    byte[] bytes = tokenizer.bytes(id);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.isEmpty() ? tokenizer.piece(id) : visible(text);
    } catch (CharacterCodingException e) { // Part of a character.
      return "⟨" + hex(bytes) + "⟩";
    }
  }

  /** A token's bytes: "20 6D 61". */
  public static String hex(byte[] bytes) {
    return IntStream.range(0, bytes.length)
        .mapToObj(i -> String.format("%02X", bytes[i] & 0xFF))
        .collect(Collectors.joining(" "));
  }

  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == ' ') {
                shown.append('·');
              } else if (point == '\n') {
                shown.append('↵');
              } else if (point < FIRST_VISIBLE) {
                shown.append(String.format("\\x%02X", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}

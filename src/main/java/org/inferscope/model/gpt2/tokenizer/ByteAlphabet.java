package org.inferscope.model.gpt2.tokenizer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How GPT-2's vocabularies spell bytes: as one character each, none of them a space. Bytes that are
 * printable Latin-1 stand for themselves; the others take the characters from U+0100 on, in order,
 * so that a space is "Ġ" and a line break "Ċ". Any thread.
 */
final class ByteAlphabet {
  private static final char[] SPELLED = spelled();
  private static final short[] MEANT = meant();

  private ByteAlphabet() {}

  /** The character for a byte, given as 0 to 255. */
  static char spell(int value) {
    return SPELLED[value];
  }

  /**
   * The bytes that a piece of a vocabulary stands for.
   *
   * @return null if it has a character that stands for no byte
   */
  static byte @Nullable [] bytes(String piece) {
    byte[] bytes = new byte[piece.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = piece.charAt(i);
      if (c >= MEANT.length || MEANT[c] < 0) {
        return null;
      }
      bytes[i] = (byte) MEANT[c];
    }
    return bytes;
  }

  private static char[] spelled() {
    char[] characters = new char[256];
    int next = 256;
    for (int value = 0; value < 256; value++) {
      characters[value] = (char) (standsForItself(value) ? value : next++);
    }
    return characters;
  }

  /** Latin-1 without controls, spaces and the soft hyphen. */
  private static boolean standsForItself(int value) {
    return (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
  }

  private static short[] meant() {
    short[] bytes = new short[SPELLED[0xAD] + 1];
    Arrays.fill(bytes, (short) -1);
    for (int value = 0; value < 256; value++) {
      bytes[SPELLED[value]] = (short) value;
    }
    return bytes;
  }
}

package org.inferscope.model.gpt2.tokenizer;

/**
 * Goes through a text character by character and knows where each lies in the text's UTF-8, to tell
 * which characters a range of bytes touches. Ranges must come in order. One thread.
 */
final class Places {
  private final String text;

  /** The character gone to: its index in UTF-16 units and that of its first byte. */
  private int unit;

  private int firstByte;

  /** The start of a text that has no surrogate without a partner. */
  Places(String text) {
    this.text = text;
  }

  /** The index, in UTF-16 units, of the character that a byte belongs to. */
  int start(int index) {
    while (firstByte + bytes() <= index) {
      next();
    }
    return unit;
  }

  /** The index after the character that the byte before this one belongs to. */
  int end(int index) {
    while (firstByte + bytes() < index) {
      next();
    }
    return unit + units();
  }

  private void next() {
    firstByte += bytes();
    unit += units();
  }

  private int units() {
    return Character.isHighSurrogate(text.charAt(unit)) ? 2 : 1;
  }

  private int bytes() {
    char c = text.charAt(unit);
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return Character.isHighSurrogate(c) ? 4 : 3;
  }
}

package org.inferscope.tensor;

/** Ends the reading of a pasted text; the message is for the person who pasted it. */
final class BadPaste extends Exception {
  BadPaste(String reason) {
    super(reason, null, false, false);
  }

  /** The sentence to show. */
  String reason() {
    return String.valueOf(getMessage());
  }
}

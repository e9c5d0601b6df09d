package org.inferscope.io.safetensors;

/** A header that cannot be used; the message is a sentence without the file's name. */
final class BadHeader extends Exception {
  BadHeader(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}

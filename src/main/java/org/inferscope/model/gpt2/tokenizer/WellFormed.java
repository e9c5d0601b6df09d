package org.inferscope.model.gpt2.tokenizer;

/** Texts that have a form in UTF-8. */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /** The text with U+FFFD, one for one, where a surrogate has no partner. */
  static String of(String text) {
    int at = firstAlone(text);
    return at < 0 ? text : replaced(text, at);
  }

  private static int firstAlone(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static String replaced(String text, int from) {
    StringBuilder whole = new StringBuilder(text);
    for (int i = from; i < whole.length(); i++) {
      if (Character.isSurrogate(whole.charAt(i))) {
        if (isPair(whole, i)) {
          i++;
        } else {
          whole.setCharAt(i, REPLACEMENT);
        }
      }
    }
    return whole.toString();
  }

  private static boolean isPair(CharSequence text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}

package org.inferscope.tab.matmul;

import org.inferscope.ui.paint.Tone;

/**
 * A piece of the line under the stage.
 *
 * @param text what it says
 * @param tone what it stands for
 * @param part its part in the line
 * @param term the term of the dot product it belongs to, from 0, or −1
 * @param strong whether it is the one being worked on
 */
record Token(String text, Tone tone, Part part, int term, boolean strong) {
  /** The part a token plays. */
  enum Part {
    TEXT,
    LEFT_FACTOR,
    RIGHT_FACTOR,
    /** A plus sign; a new line may begin before it. */
    PLUS,
    SUM
  }

  static Token text(String text, Tone tone) {
    return new Token(text, tone, Part.TEXT, -1, false);
  }
}

package org.inferscope.ui.paint;

/**
 * A piece of the line under the stage.
 *
 * @param text what it says
 * @param tone what it stands for
 * @param part its part in the line
 * @param term the term of the dot product it belongs to, from 0, or −1
 * @param strong whether it is the one being worked on
 */
public record Token(String text, Tone tone, Part part, int term, boolean strong) {
  /** The part a token plays. */
  public enum Part {
    /** A name, a sign, a word. */
    TEXT,
    /** What stands before the multiplication sign. */
    LEFT_FACTOR,
    /** What stands after it. */
    RIGHT_FACTOR,
    /** A plus sign; a new line may begin before it. */
    PLUS,
    /** The value that it comes to. */
    SUM
  }

  /** A piece that belongs to no term. */
  public static Token text(String text, Tone tone) {
    return new Token(text, tone, Part.TEXT, -1, false);
  }
}

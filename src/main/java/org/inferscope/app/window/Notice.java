package org.inferscope.app.window;

import java.util.List;

/**
 * Something to tell without getting in the way.
 *
 * @param kind how grave it is
 * @param sentence what is to be told, plainly
 * @param choices what can be done about it; closing the notice is always possible
 */
public record Notice(Kind kind, String sentence, List<Choice> choices) {
  /** How grave a notice is. */
  public enum Kind {
    /** Worth knowing. */
    INFO,
    /** Something was not as expected. */
    WARNING,
    /** Something that was asked for was not done. */
    ERROR
  }

  /**
   * A button on a notice; the notice goes when it is pressed.
   *
   * @param name the button's text
   * @param work what it does
   */
  public record Choice(String name, Runnable work) {}

  /** Something that was asked for was not done. */
  public static Notice error(String sentence) {
    return new Notice(Kind.ERROR, sentence, List.of());
  }

  /** Something was not as expected. */
  public static Notice warning(String sentence) {
    return new Notice(Kind.WARNING, sentence, List.of());
  }

  /** Something worth knowing, with what can be done about it. */
  public static Notice info(String sentence, Choice... choices) {
    return new Notice(Kind.INFO, sentence, List.of(choices));
  }
}

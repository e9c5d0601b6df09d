package org.inferscope.app.window;

import java.util.List;

/**
 * Something to tell without getting in the way.
 *
 * @param kind how grave it is
 * @param sentence what is to be told, plainly
 * @param choices what can be done about it; closing the notice is always possible
 * @param topic what it is about: it takes the place of an older one about the same
 */
public record Notice(Kind kind, String sentence, List<Choice> choices, String topic) {
  /** A notice about what its sentence says, which so stands there once. */
  public Notice(Kind kind, String sentence, List<Choice> choices) {
    this(kind, sentence, choices, sentence);
  }

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

  /** The same about a topic, whose older notice it replaces. */
  public Notice about(String newTopic) {
    return new Notice(kind, sentence, choices, newTopic);
  }

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

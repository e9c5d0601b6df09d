package org.inferscope.compute;

import org.jspecify.annotations.Nullable;

/**
 * An error a person can read and act on: the message is one plain sentence in the display language,
 * without class names or numbers of lines. What a developer needs is in the cause. Whoever handles
 * it shows the message as it is.
 */
public class InferscopeException extends RuntimeException {

  /** An error that is fully told by its sentence. */
  public InferscopeException(String sentence) {
    this(sentence, null);
  }

  /** An error with what lies behind it. */
  public InferscopeException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence for the person; never empty. */
  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}

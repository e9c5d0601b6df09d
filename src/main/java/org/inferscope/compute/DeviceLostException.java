package org.inferscope.compute;

import org.jspecify.annotations.Nullable;

/**
 * A device went away while it was in use: its process has ended, hangs or cannot be reached. Its
 * backend is of no use any more; a new one may be.
 */
public final class DeviceLostException extends InferscopeException {

  /**
   * A loss that a sentence tells of.
   *
   * @param cause what a developer needs; null if there is nothing more
   */
  public DeviceLostException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}

package org.inferscope.io.hub;

import java.io.IOException;

/** What comes is not the content that the list names; what there is of it is thrown away. */
final class ChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedException(String message) {
    super(message);
  }
}

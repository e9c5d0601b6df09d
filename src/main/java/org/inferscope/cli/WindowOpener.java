package org.inferscope.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
@FunctionalInterface
public interface WindowOpener {
  /** What a window is opened for. */
  enum Use {
    /** To be used. */
    ORDINARY,
    /** To be used; how long the start took is printed. */
    TIMED,
    /** To do by itself what people do first, and to close. */
    REHEARSAL
  }

  /**
   * Opens the window and returns while it is open.
   *
   * @param lesson the lesson file to open in it, if any
   * @param use what it is opened for
   * @return {@link ExitCode#GOES_ON}, or another exit code if no window can be opened
   */
  int open(@Nullable Path lesson, Use use);
}

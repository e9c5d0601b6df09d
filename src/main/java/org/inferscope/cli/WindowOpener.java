package org.inferscope.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
@FunctionalInterface
public interface WindowOpener {
  /**
   * Opens the window and returns while it is open.
   *
   * @param lesson the lesson file to open in it, if any
   * @param timings whether to print how long the start took
   * @return {@link ExitCode#GOES_ON}, or another exit code if no window can be opened
   */
  int open(@Nullable Path lesson, boolean timings);
}

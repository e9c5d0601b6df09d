package org.inferscope.io.pack;

import java.nio.file.Path;
import java.util.List;

/**
 * What is installed of CUDA 11's own libraries, as far as ND4J needs them.
 *
 * @param folders where they are, in the order in which to look there
 * @param missing the files that were not found
 */
public record Toolkit(List<Path> folders, List<String> missing) {
  /** A search's result. */
  public Toolkit {
    folders = List.copyOf(folders);
    missing = List.copyOf(missing);
  }

  /** Whether ND4J finds all it needs there. */
  public boolean isComplete() {
    return missing.isEmpty();
  }
}

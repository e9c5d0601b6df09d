package org.inferscope.compute.cuda;

import java.util.Comparator;

/**
 * A card's compute capability: which machine code it runs.
 *
 * @param major the generation, such as 8
 * @param minor the step within it, such as 6
 */
public record Capability(int major, int minor) implements Comparable<Capability> {
  private static final Comparator<Capability> ORDER =
      Comparator.comparingInt(Capability::major).thenComparingInt(Capability::minor);

  /**
   * A capability.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public Capability {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException("capability " + major + "." + minor);
    }
  }

  /** Whether machine code made for another capability runs here: the same major, no newer minor. */
  boolean runsCodeFor(Capability code) {
    return code.major == major && code.minor <= minor;
  }

  @Override
  public int compareTo(Capability other) {
    return ORDER.compare(this, other);
  }

  /** As NVIDIA writes it, such as 8.6. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}

package org.inferscope.io.pack;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A system that there is a GPU pack for. */
public enum PackSystem {
  /** Linux on x86-64. */
  LINUX("linux-x86_64"),
  /** Windows on x86-64. */
  WINDOWS("windows-x86_64");

  private final String key;

  PackSystem(String key) {
    this.key = key;
  }

  /** Its name in the list and in the names of files. */
  String key() {
    return key;
  }

  /**
   * The system of a machine; empty if there is no pack for it.
   *
   * @param os as in the property {@code os.name}
   * @param architecture as in {@code os.arch}
   */
  public static Optional<PackSystem> of(String os, String architecture) {
    String system = os.toLowerCase(Locale.ROOT);
    if (!Set.of("amd64", "x86_64").contains(architecture)) {
      return Optional.empty();
    }
    if (system.startsWith("linux")) {
      return Optional.of(LINUX);
    }
    return system.startsWith("windows") ? Optional.of(WINDOWS) : Optional.empty();
  }
}

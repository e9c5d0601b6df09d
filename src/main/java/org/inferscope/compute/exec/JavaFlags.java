package org.inferscope.compute.exec;

import java.util.ArrayList;
import java.util.List;

/** What a newer Java that this program starts has to be told, and JDK 17 does not know. */
public final class JavaFlags {
  private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;
  private static final int UNSAFE_MEMORY_IS_ASKED_FOR = 23;

  private JavaFlags() {}

  /**
   * Flags for the Java that runs this: libraries may load native code and use {@code
   * sun.misc.Unsafe}, without a warning each. The manifest of the jar asks for the first, but
   * counts only for a jar that is started as one.
   */
  public static List<String> ofThisVersion() {
    return of(Runtime.version().feature());
  }

  static List<String> of(int version) {
    List<String> flags = new ArrayList<>();
    if (version >= NATIVE_ACCESS_IS_ASKED_FOR) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    if (version >= UNSAFE_MEMORY_IS_ASKED_FOR) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }
}

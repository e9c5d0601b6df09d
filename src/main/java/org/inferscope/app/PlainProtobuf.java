package org.inferscope.app;

import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Protocol Buffers do without {@code sun.misc.Unsafe}. From Java 24 on its first use of that
 * prints four lines of warning on standard error, past {@code System.err}. A flag would allow it,
 * but a jar cannot ask for flags. The library has a field for systems that lack the class, which is
 * set where it is built for those; here it is set as the program starts. What the library does then
 * is as right, and hardly slower: a tensor's numbers are not its to read and write.
 */
public final class PlainProtobuf {
  private static final Logger LOG = LoggerFactory.getLogger(PlainProtobuf.class);
  private static final int UNSAFE_IS_WARNED_OF = 24;
  private static final String SWITCH_OF = "com.google.protobuf.Android";
  private static final String SWITCH = "ASSUME_ANDROID";

  private PlainProtobuf() {}

  /** To be called before the library's first use; any thread. Does nothing on older Javas. */
  public static void prefer() {
    if (Runtime.version().feature() >= UNSAFE_IS_WARNED_OF) {
      set();
    }
  }

  private static void set() {
    try {
      Field field = Class.forName(SWITCH_OF).getDeclaredField(SWITCH);
      field.setAccessible(true);
      field.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("There will be a warning on standard error", e);
    }
  }
}

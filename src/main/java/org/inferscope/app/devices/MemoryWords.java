package org.inferscope.app.devices;

import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Sizes of memory in binary units, as makers of graphics cards count. Stateless, any thread. */
final class MemoryWords {
  private static final double MIB = 1L << 20;
  private static final double GIB = 1L << 30;

  private MemoryWords() {}

  /** Such as "24 GiB" or "310 MiB". */
  static String of(long bytes) {
    if (bytes == 0) {
      return Texts.get("devices.load.nothing");
    }
    return bytes >= GIB
        ? Texts.get("devices.gib", rounded(bytes / GIB))
        : Texts.get("devices.mib", rounded(bytes / MIB));
  }

  private static String rounded(double x) {
    double tenths = Math.round(x * 10) / 10.0;
    boolean whole = tenths == Math.rint(tenths);
    return whole ? Numbers.count(Math.round(tenths)) : Numbers.fixed(tenths, 1);
  }
}

package org.inferscope.io.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory there is room for.
 *
 * @param heap bytes that Java objects may still take in this process
 * @param machine bytes that the machine still has for everything; what only speeds up reading files
 *     counts as free where the system says how much that is
 */
public record FreeMemory(long heap, long machine) {
  private static final Path LINUX = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final long KIB = 1024;

  /** As it is now. Any thread. */
  public static FreeMemory now() {
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    return new FreeMemory(heap, machineNow());
  }

  /** The less of the two. */
  public long least() {
    return Math.min(heap, machine);
  }

  private static long machineNow() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      // In a container the bean knows its limit, while the file speaks of the whole machine.
      return Math.min(
          system.getTotalMemorySize(), Math.max(system.getFreeMemorySize(), available(LINUX)));
    }
    return Long.MAX_VALUE;
  }

  /** What Linux says; 0 elsewhere. */
  static long available(Path memInfo) {
    if (!Files.isReadable(memInfo)) {
      return 0;
    }
    try {
      Matcher line = AVAILABLE.matcher(Files.readString(memInfo));
      return line.find() ? KIB * Long.parseLong(line.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}

package org.inferscope.compute.worker.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files and sockets this process may have open. */
final class Descriptors {
  /** What else is open, and what is accepted before it is closed. */
  private static final int RESERVE = 1000;

  private Descriptors() {}

  /** As many as wanted, or as the system still lets us have. */
  static int atMost(int wanted) {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int)
            Math.min(
                wanted,
                unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - RESERVE)
        : wanted;
  }
}

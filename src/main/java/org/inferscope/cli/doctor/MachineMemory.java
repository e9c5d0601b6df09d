package org.inferscope.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory the machine has; Java itself tells only on JVMs with this extension. */
final class MachineMemory {
  private MachineMemory() {}

  /** Bytes; 0 where the JVM does not tell. */
  static long bytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }
}

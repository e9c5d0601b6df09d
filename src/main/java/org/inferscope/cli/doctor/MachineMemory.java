package org.inferscope.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory the machine has, or the container; Java itself tells only on JVMs with this
 * extension.
 */
public final class MachineMemory {
  private MachineMemory() {}

  /** Bytes; 0 where the JVM does not tell. */
  public static long bytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }
}

package org.inferscope.app;

/** How much memory the program uses. */
final class Memory {
  private Memory() {}

  /** Bytes in use by objects, those not yet collected included. */
  static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Bytes that may be used at most. */
  static long most() {
    return Runtime.getRuntime().maxMemory();
  }
}

package org.inferscope.io;

import java.nio.file.Path;
import java.time.Duration;

/** Another instance, which has stopped while it held the lock on a file. */
final class LockingMain {
  private LockingMain() {}

  /** Argument: the file. Goes on until it is killed. */
  public static void main(String[] args) throws Exception {
    try (WriteLock lock = WriteLock.of(Path.of(args[0]), Duration.ZERO)) {
      System.out.println(lock.isHeld() ? "held" : "not held");
      Thread.currentThread().join();
    }
  }
}

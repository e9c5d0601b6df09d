package org.inferscope.io;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps other instances of the program from writing a file between reading and writing it here. The
 * lock is on a hidden file beside it, since the file itself is replaced, and stays behind. Other
 * threads of this instance are not kept out.
 *
 * <p>It never keeps anything from being saved: behind an instance that has stopped, and where the
 * hidden file is another user's, saving goes on without it.
 */
public final class WriteLock implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);

  /** An instance that writes is done in some milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long POLL_NANOS = 5_000_000;

  private final @Nullable FileChannel channel;
  private final boolean held;

  private WriteLock(@Nullable FileChannel channel, boolean held) {
    this.channel = channel;
    this.held = held;
  }

  /**
   * Waits until no other instance holds it, for three seconds at most. Then, and where there can be
   * no lock, it holds nobody off.
   *
   * @param file the file to be written; its folder is there
   */
  public static WriteLock of(Path file) {
    return of(file, PATIENCE);
  }

  /** The same with another limit. */
  static WriteLock of(Path file, Duration patience) {
    Path beside = file.resolveSibling("." + file.getFileName() + ".lock");
    try {
      FileChannel channel = FileChannel.open(beside, CREATE, WRITE);
      return new WriteLock(channel, isLocked(channel, file, patience));
    } catch (IOException e) {
      LOG.info("No lock on {}: {}", file, e.toString());
      return new WriteLock(null, false);
    }
  }

  private static boolean isLocked(FileChannel channel, Path file, Duration patience) {
    long start = System.nanoTime();
    try {
      @Nullable FileLock lock = channel.tryLock();
      while (lock == null && System.nanoTime() - start < patience.toNanos()) {
        LockSupport.parkNanos(POLL_NANOS);
        lock = channel.tryLock();
      }
      if (lock == null) {
        LOG.warn("Another instance does not let go of {}: it is written all the same", file);
      }
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      LOG.info("No lock on {}: {}", file, e.toString());
      return false;
    }
  }

  /** Whether other instances are held off. */
  boolean isHeld() {
    return held;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}

package org.inferscope.io;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps other instances of the program from writing a file between reading and writing it here. The
 * lock is on a hidden file beside it, since the file itself is replaced, and stays behind. Other
 * threads of this instance are not kept out.
 */
public final class WriteLock implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);

  private final FileChannel channel;

  private WriteLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until no other instance holds it. Where files have no locks it holds nobody off.
   *
   * @throws IOException if the folder cannot be written
   */
  public static WriteLock of(Path file) throws IOException {
    Path beside = file.resolveSibling("." + file.getFileName() + ".lock");
    FileChannel channel = FileChannel.open(beside, CREATE, WRITE);
    try {
      channel.lock();
    } catch (IOException | OverlappingFileLockException e) {
      LOG.info("No lock on {}", file, e);
    }
    return new WriteLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

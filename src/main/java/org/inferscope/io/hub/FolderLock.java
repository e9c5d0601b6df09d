package org.inferscope.io.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two downloads, also of two programs, from writing into the same folder. */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".inferscope-download";

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the folder, which must exist.
   *
   * @throws org.inferscope.compute.InferscopeException if another download has it
   */
  static FolderLock take(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw HubProblem.inUse(folder.toString());
      }
      return new FolderLock(file, channel);
    } catch (IOException e) {
      throw HubProblem.disk(file.toString(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw HubProblem.disk(file.toString(), e);
    }
  }
}

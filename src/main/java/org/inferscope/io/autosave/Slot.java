package org.inferscope.io.autosave;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.io.lesson.LessonFile;

/**
 * One instance's place in the autosave folder. The name tells the owner's process and when that was
 * started, so that a number used again by another process is not taken for the owner.
 *
 * @param folder the autosave folder
 * @param name process number, start in milliseconds since 1970, and a few random letters
 */
record Slot(Path folder, String name) {
  private static final String LOCK = ".lock";
  private static final Pattern NAME = Pattern.compile("(\\d{1,18})-(\\d{1,18})-\\w{8}");

  static Slot ofThisProcess(Path folder) {
    ProcessHandle self = ProcessHandle.current();
    String random = UUID.randomUUID().toString().substring(0, 8);
    return new Slot(folder, self.pid() + "-" + startOf(self) + "-" + random);
  }

  /** The slot that a lock file belongs to; empty for any other file. */
  static Optional<Slot> ofLock(Path folder, Path lock) {
    String file = String.valueOf(lock.getFileName());
    String name = file.endsWith(LOCK) ? file.substring(0, file.length() - LOCK.length()) : "";
    return NAME.matcher(name).matches() ? Optional.of(new Slot(folder, name)) : Optional.empty();
  }

  Path lesson() {
    return folder.resolve(name + LessonFile.SUFFIX);
  }

  Path lock() {
    return folder.resolve(name + LOCK);
  }

  /** Opens the lock and holds it until the channel is closed or the process ends. */
  FileChannel hold() throws IOException {
    FileChannel channel = FileChannel.open(lock(), CREATE, WRITE);
    try {
      channel.tryLock();
    } catch (IOException e) {
      // A file system without locks: the process number alone must do.
    }
    return channel;
  }

  /**
   * Whether whoever made this slot is gone. Both signs must agree: an instance that has made its
   * lock file but does not hold it yet is still seen by its process number, and one in another
   * container, with numbers of its own, by its lock.
   */
  boolean isOrphan() {
    return !ownerRuns() && !isHeld();
  }

  private boolean ownerRuns() {
    Matcher owner = NAME.matcher(name);
    return owner.matches()
        && ProcessHandle.of(Long.parseLong(owner.group(1)))
            .filter(ProcessHandle::isAlive)
            .filter(process -> Long.toString(startOf(process)).equals(owner.group(2)))
            .isPresent();
  }

  private boolean isHeld() {
    try (FileChannel channel = FileChannel.open(lock(), WRITE)) {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Deletes all its files: also the temporary one of a save that was killed half-way. */
  void delete() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{,.}" + name + ".*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
  }
}

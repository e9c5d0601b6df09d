package org.inferscope.io.autosave;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lesson on screen on disk, and finds what killed instances kept there. One a process;
 * touches the disk only when told to save or to look. Any thread.
 */
public final class Autosave implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

  private final Path folder;
  private final Slot own;
  private @Nullable FileChannel lock;
  private boolean closed;

  /** Keeps lessons in a subfolder of the user's data folder. */
  public Autosave(Path dataFolder) {
    folder = dataFolder.resolve("autosave");
    own = Slot.ofThisProcess(folder);
  }

  /**
   * Replaces what this instance saved before. Does nothing once closed, so that a save that comes
   * late does not leave behind what a clean end has cleared away.
   *
   * @throws InferscopeException if the disk is full or can't be written, saying so
   */
  public synchronized void save(Lesson lesson) {
    if (closed) {
      return;
    }
    try {
      if (lock == null) {
        Files.createDirectories(folder);
        lock = own.hold();
      }
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw new InferscopeException(Texts.get("io.autosave.folder", folder.toString(), reason), e);
    }
    SafeFile.write(own.lesson(), lesson.toBytes());
  }

  /** What instances that were killed had on screen, the newest first. */
  public List<Recovery> pendingRecovery() {
    List<Recovery> pending = new ArrayList<>();
    for (Slot slot : slots()) {
      if (!slot.equals(own) && slot.isOrphan()) {
        recovery(slot).ifPresent(pending::add);
      }
    }
    pending.sort(Comparator.comparing(Recovery::savedAt).reversed());
    return pending;
  }

  private List<Slot> slots() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(file -> Slot.ofLock(folder, file).stream()).toList();
    } catch (IOException e) {
      LOG.warn("Cannot look into {}", folder, e);
      return List.of();
    }
  }

  private static Optional<Recovery> recovery(Slot slot) {
    try {
      Path lesson = slot.lesson();
      return Optional.of(new Recovery(lesson, Files.getLastModifiedTime(lesson).toInstant()));
    } catch (IOException e) {
      // It was killed before its first save: nothing to offer.
      deleteIfPossible(slot);
      return Optional.empty();
    }
  }

  /** Deletes what a killed instance left, once it is restored or not wanted. */
  public void discard(Recovery recovery) {
    for (Slot slot : slots()) {
      if (slot.lesson().equals(recovery.file())) {
        deleteIfPossible(slot);
      }
    }
  }

  /** Ends cleanly: this instance leaves nothing behind. */
  @Override
  public synchronized void close() {
    closed = true;
    if (lock == null) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("Cannot close {}", own, e);
    }
    lock = null;
    deleteIfPossible(own);
  }

  /** What can't be deleted is offered again at the next start: a nuisance, and no loss. */
  private static void deleteIfPossible(Slot slot) {
    try {
      slot.delete();
    } catch (IOException e) {
      LOG.warn("Cannot delete {}", slot, e);
    }
  }
}

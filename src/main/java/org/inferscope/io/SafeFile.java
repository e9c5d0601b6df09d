package org.inferscope.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Writes whole files, so that at any moment the file has all of its old or all of its new content.
 */
public final class SafeFile {
  private static final String BROKEN = ".broken";
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SafeFile() {}

  /** What writes a file's content, piece by piece. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; whatever this throws, the file keeps its old content. */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /**
   * Writes a file by way of a temporary one beside it. A symbolic link is followed, and the file
   * keeps its permissions.
   *
   * @throws InferscopeException with the reason in words; the old content is then untouched
   */
  public static void write(Path path, byte[] content) {
    write(path, content.length, out -> writeAll(ByteBuffer.wrap(content), out));
  }

  /**
   * The same for a secret: from now on only the file's owner can read it, whoever could before.
   * Where files have no such permissions, it is as safe as its folder.
   *
   * @throws InferscopeException with the reason in words; the old content is then untouched
   */
  public static void writeForOwner(Path path, byte[] content) {
    write(path, content.length, out -> writeAll(ByteBuffer.wrap(content), out), Optional.of(OWNER));
  }

  /**
   * The same with content that is too large to be held as a whole.
   *
   * @param size how many bytes it has
   * @throws InferscopeException with the reason in words; the old content is then untouched
   */
  public static void write(Path path, long size, Content content) {
    write(path, size, content, Optional.empty());
  }

  private static void write(
      Path path, long size, Content content, Optional<Set<PosixFilePermission>> wanted) {
    try {
      Path target = resolveLinks(path.toAbsolutePath());
      replace(target, content, hasPermissions(target) ? wanted : Optional.empty());
    } catch (IOException e) {
      throw new InferscopeException(sentence(path.toAbsolutePath(), size, e), e);
    }
  }

  /**
   * Renames a file that could not be read, so that another can take its place and nothing is lost.
   *
   * @return its new name: with {@code .broken} at its end, and a number where that is taken
   * @throws IOException if it cannot be renamed; it is then untouched
   */
  public static Path moveAside(Path path) throws IOException {
    for (int number = 1; ; number++) {
      String end = number == 1 ? BROKEN : BROKEN + "." + number;
      try {
        return Files.move(path, path.resolveSibling(path.getFileName() + end));
      } catch (FileAlreadyExistsException e) {
        // That is from another time; the next name may be free.
      }
    }
  }

  /** Writes what is left in a buffer, however many writes that takes. */
  public static void writeAll(ByteBuffer rest, WritableByteChannel out) throws IOException {
    while (rest.hasRemaining()) {
      out.write(rest);
    }
  }

  private static Path resolveLinks(Path path) throws IOException {
    return Files.exists(path) ? path.toRealPath() : path;
  }

  private static void replace(
      Path target, Content content, Optional<Set<PosixFilePermission>> wanted) throws IOException {
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Optional<Set<PosixFilePermission>> permissions =
        wanted.isPresent() ? wanted : permissions(target);
    try {
      writeToDisk(temporary, permissions, content);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Whether files there have owners, groups and others to be told apart. */
  private static boolean hasPermissions(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  /** Empty where the system is to choose them: for new files, and on systems that have none. */
  private static Optional<Set<PosixFilePermission>> permissions(Path target) throws IOException {
    return hasPermissions(target) && Files.exists(target)
        ? Optional.of(Files.getPosixFilePermissions(target))
        : Optional.empty();
  }

  private static void writeToDisk(
      Path file, Optional<Set<PosixFilePermission>> permissions, Content content)
      throws IOException {
    try (FileChannel channel = create(file, permissions.isPresent())) {
      if (permissions.isPresent()) {
        Files.setPosixFilePermissions(file, permissions.get());
      }
      content.writeTo(channel);
      // Else a power cut soon after could leave the new name on an empty file.
      channel.force(true);
    }
  }

  /**
   * A new file.
   *
   * @param forOwner whether it is its owner's alone from the start: who opens it before it is made
   *     so could read what comes later
   */
  static FileChannel create(Path file, boolean forOwner) throws IOException {
    FileAttribute<?>[] attributes =
        forOwner
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String sentence(Path path, long bytes, IOException error) {
    String file = path.toString();
    if (error instanceof NoSuchFileException || !Files.isDirectory(parent(path))) {
      return Texts.get("io.noFolder", file);
    }
    if (Files.isDirectory(path)) {
      return Texts.get("io.isFolder", file);
    }
    try {
      FileStore disk = Files.getFileStore(parent(path));
      if (disk.isReadOnly()) {
        return Texts.get("io.readOnly", file);
      }
      if (error instanceof AccessDeniedException) {
        return Texts.get("io.denied", file);
      }
      if (disk.getUsableSpace() < bytes) {
        return Texts.get("io.full", file);
      }
    } catch (IOException e) {
      error.addSuppressed(e);
    }
    return Texts.get("io.unwritable", file, String.valueOf(error.getMessage()));
  }

  private static Path parent(Path absolute) {
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }
}

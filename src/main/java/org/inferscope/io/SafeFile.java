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
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Writes whole files, so that at any moment the file has all of its old or all of its new content.
 */
public final class SafeFile {
  private static final String BROKEN = ".broken";

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
   * The same with content that is too large to be held as a whole.
   *
   * @param size how many bytes it has
   * @throws InferscopeException with the reason in words; the old content is then untouched
   */
  public static void write(Path path, long size, Content content) {
    try {
      replace(resolveLinks(path.toAbsolutePath()), content);
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

  private static void replace(Path target, Content content) throws IOException {
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      writeToDisk(temporary, target, content);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** With the target's permissions from the first byte on: it may be for its owner only. */
  private static void writeToDisk(Path file, Path target, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      copyPermissions(target, file);
      content.writeTo(channel);
      // Else a power cut soon after could leave the new name on an empty file.
      channel.force(true);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (posix != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, posix.readAttributes().permissions());
    }
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

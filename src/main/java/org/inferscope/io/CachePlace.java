package org.inferscope.io;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where native libraries and models are unpacked: the user's cache or, where that is read-only or
 * its disk full, a folder for temporary files, so that everything still works.
 */
final class CachePlace {
  /** What the libraries and the model that are shipped need, with room to spare. */
  static final long ROOM = 64L << 20;

  private static final String ONLY_OWNER = "rwx------";

  private CachePlace() {}

  /**
   * The folder to use.
   *
   * @param usual the user's cache, which need not exist
   * @param temporary the system's folder for temporary files
   * @param name of a folder in that
   * @param room how many bytes must be free
   * @return the usual one where neither can be written
   */
  static Path of(Path usual, Path temporary, String name, long room) {
    if (hasRoom(usual, room) || !hasRoom(temporary, room)) {
      return usual;
    }
    try {
      return ownFolder(temporary.resolve(name));
    } catch (IOException e) {
      return usual;
    }
  }

  /** Asks the nearest folder that exists. */
  private static boolean hasRoom(Path folder, long room) {
    @Nullable Path there = folder.toAbsolutePath();
    while (there != null && Files.notExists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      return false;
    }
    // Not by way of FileStore, which reads the table of all mounts first.
    File file = there.toFile();
    return file.getUsableSpace() >= room;
  }

  /** Everybody can write into the folder around it, so what is there already must be the user's. */
  private static Path ownFolder(Path folder) throws IOException {
    boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER))
            }
            : new FileAttribute<?>[0];
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Files.createDirectory(folder, attributes);
    }
    return isOwn(folder, posix)
        ? folder
        : Files.createTempDirectory(folder.getParent(), "inferscope");
  }

  private static boolean isOwn(Path folder, boolean posix) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(folder)) {
      return false;
    }
    return !posix
        || (Files.getOwner(folder).getName().equals(System.getProperty("user.name"))
            && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                .equals(ONLY_OWNER));
  }
}

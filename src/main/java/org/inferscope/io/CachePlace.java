package org.inferscope.io;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where native libraries and models are unpacked: the user's cache or, where that is read-only or
 * its disk full, a folder for temporary files, so that everything still works. What the user's
 * cache has already is not unpacked again elsewhere. Any thread.
 */
final class CachePlace {
  /** What the libraries and the model that are shipped need, with room to spare. */
  static final long ROOM = 64L << 20;

  private static final String ONLY_OWNER = "rwx------";

  /** The temporary folders made or found in this process, by the names that they should have. */
  private static final Map<Path, Path> OWN = new HashMap<>();

  private CachePlace() {}

  /**
   * The folder to use.
   *
   * @param usual the user's cache, which need not exist
   * @param part the name of what is to be read or unpacked, in the folder
   * @param temporary the system's folder for temporary files
   * @param name of a folder in that
   * @param room how many bytes must be free
   * @return the usual one where it has the part already, or neither can be written
   */
  static Path of(Path usual, String part, Path temporary, String name, long room) {
    return hasRoom(usual, room) ? usual : withoutRoom(usual, part, temporary, name, room);
  }

  /** The same where the usual one has no room. */
  static Path withoutRoom(Path usual, String part, Path temporary, String name, long room) {
    if (hasSomething(usual.resolve(part)) || !hasRoom(temporary, room)) {
      return usual;
    }
    try {
      return ownFolder(temporary, name);
    } catch (IOException e) {
      return usual;
    }
  }

  private static boolean hasSomething(Path folder) {
    String[] names = folder.toFile().list();
    return names != null && names.length > 0;
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

  /** The same one in the whole process, since not each may be found again. */
  private static Path ownFolder(Path temporary, String name) throws IOException {
    Path wanted = temporary.resolve(name);
    synchronized (OWN) {
      Path known = OWN.get(wanted);
      if (known != null && Files.isDirectory(known, LinkOption.NOFOLLOW_LINKS)) {
        return known;
      }
      Path found = findOwnFolder(wanted, temporary);
      OWN.put(wanted, found);
      return found;
    }
  }

  /** Everybody can write into the folder around it, so what is there already must be the user's. */
  private static Path findOwnFolder(Path folder, Path temporary) throws IOException {
    boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER))
            }
            : new FileAttribute<?>[0];
    try {
      return Files.createDirectory(folder, attributes);
    } catch (FileAlreadyExistsException e) {
      return isOwn(folder, temporary, posix)
          ? folder
          : Files.createTempDirectory(temporary, "inferscope");
    }
  }

  private static boolean isOwn(Path folder, Path temporary, boolean posix) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(folder)) {
      return false;
    }
    return !posix
        || (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self(temporary))
            && PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))
                .equals(ONLY_OWNER));
  }

  /** Who this is to the system, which need not know a name. */
  private static UserPrincipal self(Path temporary) throws IOException {
    Path probe = Files.createTempFile(temporary, "inferscope", null);
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}

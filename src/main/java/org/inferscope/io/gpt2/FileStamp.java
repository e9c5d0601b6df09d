package org.inferscope.io.gpt2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.inferscope.io.ReadProblem;

/**
 * By what a file is known to be the same as before.
 *
 * @param path where it is; links are followed
 * @param size in bytes
 * @param changed when it was last written
 * @param identity what the system knows it by, which another file of the same name does not share;
 *     empty where there is no such thing
 */
record FileStamp(Path path, long size, FileTime changed, String identity) {

  /** As it is now. */
  static FileStamp of(Path path) {
    try {
      return read(path);
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  private static FileStamp read(Path path) throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    String identity = Objects.toString(now.fileKey(), "");
    return new FileStamp(path, now.size(), now.lastModifiedTime(), identity);
  }

  /** Whether the file is still there as it was. */
  boolean isCurrent() {
    try {
      return equals(read(path));
    } catch (IOException e) {
      return false;
    }
  }
}

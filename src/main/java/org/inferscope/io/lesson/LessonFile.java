package org.inferscope.io.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.text.Texts;

/** Lessons on disk. Waits for the disk, so not for the event thread. */
public final class LessonFile {
  /** How the name of a lesson file ends. */
  public static final String SUFFIX = ".inferscope";

  /** Larger files are refused unread. */
  public static final int MAX_MEBIBYTES = 64;

  private static final int MAX_BYTES = MAX_MEBIBYTES << 20;

  private LessonFile() {}

  /**
   * Reads a lesson file.
   *
   * @throws LessonException naming the file, and the line where there is one
   */
  public static Lesson read(Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      return Lesson.parse(name, readBytes(path, name));
    } catch (NoSuchFileException e) {
      throw new LessonException(name, 0, Texts.get("lesson.noSuchFile"), e);
    } catch (AccessDeniedException e) {
      throw new LessonException(name, 0, Texts.get("lesson.accessDenied"), e);
    } catch (IOException e) {
      throw new LessonException(
          name, 0, Texts.get("lesson.unreadable", String.valueOf(e.getMessage())), e);
    }
  }

  private static byte[] readBytes(Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      throw new LessonException(name, 0, Texts.get("lesson.folder"), null);
    }
    try (InputStream in = Files.newInputStream(path)) {
      // One byte more than allowed tells a file that is too large, whatever its size is said to be.
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        String limit = Integer.toString(MAX_MEBIBYTES);
        throw new LessonException(name, 0, Texts.get("lesson.tooLarge", limit), null);
      }
      return bytes;
    }
  }

  /**
   * Writes a lesson file: it has the new content, or on any failure the old one.
   *
   * @throws InferscopeException if it cannot be written, saying why
   */
  public static void write(Path path, Lesson lesson) {
    SafeFile.write(path, lesson.toBytes());
  }
}

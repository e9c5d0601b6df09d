package org.inferscope.io.autosave;

import java.nio.file.Path;
import java.time.Instant;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.io.lesson.LessonFile;

/**
 * What an instance that was killed had on screen.
 *
 * @param file the lesson it saved last
 * @param savedAt when it did
 */
public record Recovery(Path file, Instant savedAt) {
  /**
   * Reads the lesson.
   *
   * @throws LessonException if the file can't be read
   */
  public Lesson read() {
    return LessonFile.read(file);
  }
}

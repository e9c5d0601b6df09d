package org.inferscope.io.lesson;

import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** A lesson file that cannot be used; the sentence names the file, the line and the reason. */
public final class LessonException extends InferscopeException {
  private final String file;
  private final int line;

  /**
   * Something is wrong at a line.
   *
   * @param file the file's name
   * @param line the line, counted from 1; 0 where it is about the file as a whole
   * @param reason what is wrong, as a sentence
   */
  LessonException(String file, int line, String reason, @Nullable Throwable cause) {
    super(
        line > 0
            ? Texts.get("lesson.at", file, Integer.toString(line), reason)
            : Texts.get("lesson.inFile", file, reason),
        cause);
    this.file = file;
    this.line = line;
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** The line the trouble is at, counted from 1; 0 if it is about the file as a whole. */
  public int line() {
    return line;
  }
}

package org.inferscope.model.gpt2.tokenizer;

import java.io.IOException;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** Why a tokenizer's file cannot be used, in one sentence that starts with its name. */
final class FileProblem {
  private static final int MOST_SHOWN = 40;

  private FileProblem() {}

  /**
   * What is in the file is not as it should be.
   *
   * @param reason a sentence without its first word's capital
   */
  static InferscopeException in(Path file, String reason) {
    return new InferscopeException(
        Texts.get("gpt2tokens.in", String.valueOf(file.getFileName()), reason));
  }

  /** The disk, or the system, did not let it be read. */
  static InferscopeException unreadable(Path file, IOException error) {
    return new InferscopeException(
        Texts.get("gpt2tokens.unreadable", file.toAbsolutePath().toString(), reason(error)), error);
  }

  /** What a file calls something, fit for a sentence: short, and on one line. */
  static String shown(String name) {
    String start = name.length() > MOST_SHOWN ? name.substring(0, MOST_SHOWN) + "…" : name;
    return WellFormed.of(start.replaceAll("\\p{Cntrl}", "\uFFFD"));
  }

  private static String reason(IOException error) {
    return error.getClass().getSimpleName() + ": " + error.getMessage();
  }
}

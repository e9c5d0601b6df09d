package org.inferscope.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** Why a file could not be read, in one sentence that starts with its name. */
public final class ReadProblem {
  private ReadProblem() {}

  /** The disk, or the system, did not let it be read. */
  public static InferscopeException of(Path path, IOException error) {
    return new InferscopeException(sentence(path, error), error);
  }

  private static String sentence(Path path, IOException error) {
    String file = path.toAbsolutePath().toString();
    if (error instanceof NoSuchFileException) {
      return Texts.get("io.read.noFile", file);
    }
    if (Files.isDirectory(path)) {
      return Texts.get("io.read.folder", file);
    }
    if (error instanceof AccessDeniedException) {
      return Texts.get("io.read.denied", file);
    }
    return Texts.get("io.read.unreadable", file, String.valueOf(error.getMessage()));
  }

  /**
   * What is in the file is not as it should be.
   *
   * @param reason a sentence without its first word's capital: "tensor b is missing."
   */
  public static InferscopeException in(Path path, String reason) {
    String file = String.valueOf(path.getFileName());
    return new InferscopeException(Texts.get("io.read.in", file, reason));
  }
}

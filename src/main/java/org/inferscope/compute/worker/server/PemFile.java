package org.inferscope.compute.worker.server;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** Reads the small text files that a server is set up with. */
final class PemFile {
  /** No such file is nearly as long; another one may have been named by mistake. */
  private static final int MOST_BYTES = 1 << 20;

  private PemFile() {}

  /**
   * All of a file.
   *
   * @throws InferscopeException if it is not there, not a text or cannot be read
   */
  static String read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new InferscopeException(Texts.get("serve.file.folder", file.toString()));
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new InferscopeException(Texts.get("serve.file.large", file.toString()));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InferscopeException(Texts.get("serve.file.missing", file.toString()), e);
    } catch (CharacterCodingException e) {
      throw new InferscopeException(Texts.get("serve.file.noText", file.toString()), e);
    } catch (IOException e) {
      throw new InferscopeException(Texts.get("serve.file.unreadable", file.toString()), e);
    }
  }
}

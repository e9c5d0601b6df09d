package org.inferscope.compute.worker.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * The token that clients must show, read from a file of one line.
 *
 * @param token as the RFC 6750 has it
 * @param warnings sentences about what is allowed but unwise
 */
public record TokenFile(String token, List<String> warnings) {
  /** What can be guessed by trying is shorter. */
  private static final int SHORT = 16;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  /** Keeps the warnings as they are now. */
  public TokenFile {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a token.
   *
   * @throws InferscopeException if there is none in it, or more than one
   */
  public static TokenFile read(Path file) {
    String token = PemFile.read(file).strip();
    if (token.isEmpty()) {
      throw new InferscopeException(Texts.get("serve.token.empty", file.toString()));
    }
    if (!TOKEN.matcher(token).matches()) {
      throw new InferscopeException(Texts.get("serve.token.bad", file.toString()));
    }
    List<String> warnings = new ArrayList<>();
    if (token.length() < SHORT) {
      warnings.add(Texts.get("serve.token.short", file.toString(), Integer.toString(SHORT)));
    }
    if (isOpenToAll(file)) {
      warnings.add(Texts.get("serve.token.open", file.toString()));
    }
    return new TokenFile(token, warnings);
  }

  static boolean isOpenToAll(Path file) {
    try {
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
      return allowed.contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException | IOException e) {
      // A file system without such permissions has no way to say it.
      return false;
    }
  }
}

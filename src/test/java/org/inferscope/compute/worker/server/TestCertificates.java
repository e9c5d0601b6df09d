package org.inferscope.compute.worker.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Certificates and keys made for tests alone, which open nothing: those of a server and of another
 * that are valid until 2120, one that has expired, one that is not valid yet.
 */
public final class TestCertificates {
  /** SHA-256 of {@code server.crt}, as openssl prints it. */
  public static final String FINGERPRINT =
      "66:F7:48:6E:96:F2:62:8F:4E:52:92:F1:EF:66:0A:F3:"
          + "04:D4:62:BC:93:83:C9:84:16:94:87:A2:E3:CF:E7:22";

  private TestCertificates() {}

  /** Copies one into a folder, readable by its owner alone. */
  public static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = TestCertificates.class.getResourceAsStream("/tls/" + name)) {
      Files.write(file, Objects.requireNonNull(in, name).readAllBytes());
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }
}

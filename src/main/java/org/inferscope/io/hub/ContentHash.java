package org.inferscope.io.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checks content against what the hub says of it, while it comes in. */
final class ContentHash {
  private final HubFile file;
  private MessageDigest digest;

  ContentHash(HubFile file) {
    this.file = file;
    this.digest = started(file);
  }

  /** Forgets what it was given. */
  void restart() {
    digest = started(file);
  }

  void add(ByteBuffer bytes) {
    digest.update(bytes);
  }

  /** Whether all that was given is the file; once, then it has to be restarted. */
  boolean isRight() {
    String found = HexFormat.of().formatHex(digest.digest());
    if (!file.sha256().isEmpty()) {
      return found.equals(file.sha256());
    }
    return file.blob().isEmpty() || found.equals(file.blob());
  }

  private static MessageDigest started(HubFile file) {
    try {
      if (!file.sha256().isEmpty() || file.blob().isEmpty()) {
        return MessageDigest.getInstance("SHA-256");
      }
      MessageDigest git = MessageDigest.getInstance("SHA-1");
      git.update(("blob " + file.size() + "\0").getBytes(StandardCharsets.US_ASCII));
      return git;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1 and SHA-256", e);
    }
  }
}

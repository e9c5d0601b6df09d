package org.inferscope.compute.worker.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Predicate;

/** Accepts one secret, and takes as long for a wrong one as for the right one. */
public final class Secret implements Predicate<String> {
  private final byte[] expected;

  /** A secret that is told as it is. */
  public Secret(String expected) {
    this.expected = expected.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean test(String presented) {
    return MessageDigest.isEqual(expected, presented.getBytes(StandardCharsets.UTF_8));
  }
}

package org.inferscope.app.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fingerprints of certificates as people compare them. Stateless, any thread. */
final class Fingerprint {
  private Fingerprint() {}

  /** Pairs of digits with colons between, so many a line. */
  static String lines(String fingerprint, int pairsALine) {
    String digits = digits(fingerprint);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < digits.length(); line += 2 * pairsALine) {
      lines.add(pairs(digits.substring(line, Math.min(digits.length(), line + 2 * pairsALine))));
    }
    return String.join("\n", lines);
  }

  private static String pairs(String digits) {
    return digits.replaceAll("(..)(?=.)", "$1:");
  }

  /** Whether two are the same, however they are written. */
  static boolean same(String one, String other) {
    return digits(one).equals(digits(other));
  }

  private static String digits(String fingerprint) {
    return fingerprint.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
  }
}

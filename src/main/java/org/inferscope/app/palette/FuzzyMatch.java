package org.inferscope.app.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well typed letters fit a name: all letters must occur in order. Letters at the start of words
 * and runs of letters count for more, so that "tdk" finds "Theme: dark" and "sys" prefers "Systolic
 * array" over "Use as system".
 *
 * @param score higher is better; comparable between names for the same query
 * @param positions where in the name each letter was found
 */
record FuzzyMatch(int score, List<Integer> positions) {
  private static final int LETTER = 1;
  private static final int RUN = 6;
  private static final int WORD_START = 8;
  private static final int NAME_START = 10;
  private static final int NONE = Integer.MIN_VALUE / 2;

  /** Matches a query, without regard to case and spaces; an empty query fits everything with 0. */
  static Optional<FuzzyMatch> of(String query, String name) {
    String letters = query.toLowerCase(Locale.ROOT).replace(" ", "");
    String text = name.toLowerCase(Locale.ROOT);
    if (letters.isEmpty()) {
      return Optional.of(new FuzzyMatch(0, List.of()));
    }
    if (letters.length() > text.length()) {
      return Optional.empty();
    }
    return best(letters, text);
  }

  /** Dynamic programming: best[q][t] is the best score with letter q at position t. */
  private static Optional<FuzzyMatch> best(String letters, String text) {
    int[][] best = new int[letters.length()][text.length()];
    int[][] from = new int[letters.length()][text.length()];
    for (int q = 0; q < letters.length(); q++) {
      int before = NONE;
      int beforeAt = -1;
      for (int t = 0; t < text.length(); t++) {
        if (q > 0 && t > 0 && best[q - 1][t - 1] > before) {
          before = best[q - 1][t - 1];
          beforeAt = t - 1;
        }
        best[q][t] = NONE;
        if (letters.charAt(q) == text.charAt(t) && (q == 0 || before > NONE)) {
          int run = q > 0 && t > 0 ? best[q - 1][t - 1] + RUN : NONE;
          boolean goesOn = q > 0 && run >= before;
          from[q][t] = goesOn ? t - 1 : beforeAt;
          best[q][t] = place(text, t) + (q == 0 ? 0 : Math.max(run, before));
        }
      }
    }
    return trace(best, from);
  }

  private static int place(String text, int t) {
    if (t == 0) {
      return LETTER + NAME_START;
    }
    return Character.isLetterOrDigit(text.charAt(t - 1)) ? LETTER : LETTER + WORD_START;
  }

  private static Optional<FuzzyMatch> trace(int[][] best, int[][] from) {
    int[] last = best[best.length - 1];
    int end = 0;
    for (int t = 1; t < last.length; t++) {
      end = last[t] > last[end] ? t : end;
    }
    if (last[end] <= NONE) {
      return Optional.empty();
    }
    List<Integer> positions = new ArrayList<>();
    int at = end;
    for (int q = best.length - 1; q >= 0; q--) {
      positions.add(0, at);
      at = from[q][at];
    }
    return Optional.of(new FuzzyMatch(last[end], positions));
  }
}

package org.inferscope.model.gpt2.sampling;

import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Ends a text before the first of some strings, while it comes in pieces. A string may start and
 * end anywhere in them: what may be its start is held back until it is known. The string that is
 * complete first counts, so that it does not matter how the text is cut; of several complete at
 * once, the longest. One thread.
 */
public final class StopStrings {
  private final List<String> stops;
  private final StringBuilder held = new StringBuilder();
  private boolean reached;

  /**
   * For one text.
   *
   * @param stops any number, also none
   * @throws InferscopeException if one has no characters, since that is everywhere
   */
  public StopStrings(List<String> stops) {
    this.stops = List.copyOf(stops);
    if (this.stops.contains("")) {
      throw new InferscopeException(Texts.get("gpt2tokens.emptyStop"));
    }
  }

  /** Whether a string has come: the text has ended, and whatever follows is dropped. */
  public boolean reached() {
    return reached;
  }

  /** Takes more of the text and gives what is known to stand before any of the strings. */
  public String add(String text) {
    for (int i = 0; i < text.length() && !reached; i++) {
      held.append(text.charAt(i));
      int stop = longestStopAtTheEnd();
      if (stop > 0) {
        reached = true;
        held.setLength(held.length() - stop);
      }
    }
    return release(reached ? 0 : longestStartAtTheEnd());
  }

  /** What was held back, when no more text comes: it was no stop string after all. */
  public String finish() {
    return release(0);
  }

  private String release(int keep) {
    String free = held.substring(0, held.length() - keep);
    held.delete(0, free.length());
    return free;
  }

  private int longestStopAtTheEnd() {
    int longest = 0;
    for (String stop : stops) {
      if (stop.length() > longest && endsWith(stop, stop.length())) {
        longest = stop.length();
      }
    }
    return longest;
  }

  private int longestStartAtTheEnd() {
    int longest = 0;
    for (String stop : stops) {
      int length = Math.min(stop.length() - 1, held.length());
      while (length > longest && !endsWith(stop, length)) {
        length--;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  /** Whether what is held ends with this many characters of a string. */
  private boolean endsWith(String stop, int length) {
    int from = held.length() - length;
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (held.charAt(from + i) != stop.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

package org.inferscope.ui.paint;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines, or cut, to fit a width. */
public final class TextLines {
  private TextLines() {}

  /** Breaks at spaces; a word wider than a line gets a line of its own. At least one line. */
  public static List<String> wrap(String text, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && metrics.stringWidth(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Cuts the end off and puts "…" there, where the text is wider than the width. */
  public static String cut(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}

package org.inferscope.tab.gpt2;

import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.theme.Metrics;

/**
 * Where the chips of tokens lie: in rows, as words on a page.
 *
 * @param chips one for each token
 * @param height of all rows
 */
record ChipLayout(List<Rectangle> chips, int height) {
  private static final int GAP = 4;
  private static final int PADDING = 7;
  private static final int ABOVE = 4;

  ChipLayout {
    chips = List.copyOf(chips);
  }

  /** Lays chips out. */
  static ChipLayout of(List<String> words, FontMetrics metrics, int width) {
    int gap = Metrics.px(GAP);
    int high = metrics.getHeight() + 2 * Metrics.px(ABOVE);
    List<Rectangle> chips = new ArrayList<>();
    // A line's width away from the edge, which would cut the outlines.
    int edge = Metrics.px(1);
    int x = edge;
    int y = edge;
    for (String word : words) {
      int wide = Math.min(width - 2 * edge, metrics.stringWidth(word) + 2 * Metrics.px(PADDING));
      if (x > edge && x + wide > width) {
        x = edge;
        y += high + gap;
      }
      chips.add(new Rectangle(x, y, wide, high));
      x += wide + gap;
    }
    return new ChipLayout(chips, y + high + edge);
  }

  /** The height of a row and the gap below it. */
  static int row(FontMetrics metrics) {
    return metrics.getHeight() + 2 * Metrics.px(ABOVE) + Metrics.px(GAP);
  }

  /** The chip at a place; −1 if there is none. */
  int at(int x, int y) {
    for (int i = 0; i < chips.size(); i++) {
      if (chips.get(i).contains(x, y)) {
        return i;
      }
    }
    return -1;
  }
}

package org.inferscope.ui.inspector;

import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.theme.Metrics;

/**
 * Where the parts of one term lie within its row: links to its sources, its numbers and its
 * contribution above, its bar below.
 *
 * @param chips the links, one for each source that there is room for
 * @param numbers the room for the numbers
 * @param contribution the room for the contribution, at the right edge
 * @param bar the room for the bar, from the lowest to the highest contribution
 */
record TermRow(List<Rectangle> chips, Rectangle numbers, Rectangle contribution, Rectangle bar) {
  private static final int PAD = 8;
  private static final int GAP = 6;
  private static final int CHIP_PAD = 7;
  private static final int BAR = 6;

  /** The height of a row in pixels. */
  static int height(FontMetrics metrics) {
    return metrics.getHeight() + Metrics.px(BAR) + Metrics.px(4 + 6 + 8);
  }

  /**
   * Lays a row out.
   *
   * @param names the type of the links
   * @param metrics the type of the numbers
   */
  static TermRow of(
      int width, FontMetrics names, FontMetrics metrics, List<String> labels, String contribution) {
    int pad = Metrics.px(PAD);
    int gap = Metrics.px(GAP);
    int line = metrics.getHeight() + Metrics.px(4);
    int top = Metrics.px(3);
    int right = metrics.stringWidth(contribution) + Metrics.px(2);
    Rectangle value = new Rectangle(Math.max(pad, width - pad - right), top, right, line);
    List<Rectangle> chips = new ArrayList<>();
    int x = pad;
    for (String label : labels) {
      int wide = names.stringWidth(label) + 2 * Metrics.px(CHIP_PAD);
      if (x + wide > value.x - gap) {
        break;
      }
      chips.add(new Rectangle(x, top, wide, line));
      x += wide + gap / 2;
    }
    int start = chips.isEmpty() ? pad : x + gap / 2;
    Rectangle numbers = new Rectangle(start, top, Math.max(0, value.x - gap - start), line);
    int barTop = top + line + Metrics.px(5);
    return new TermRow(
        chips,
        numbers,
        value,
        new Rectangle(pad, barTop, Math.max(1, width - 2 * pad), Metrics.px(BAR)));
  }

  /** The link at a point, or −1. */
  int chipAt(int x, int y) {
    for (int i = 0; i < chips.size(); i++) {
      if (chips.get(i).contains(x, y)) {
        return i;
      }
    }
    return -1;
  }
}

package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.inferscope.ui.paint.Box;

/**
 * Where the tokens of a text stand: one after another, on a further line where one does not fit or
 * the text breaks. Immutable.
 *
 * @param boxes of the tokens
 * @param height of all lines
 */
record TextLayout(List<Box> boxes, double height) {
  /** Copies the list. */
  TextLayout {
    boxes = List.copyOf(boxes);
  }

  /**
   * Lays tokens out.
   *
   * @param texts of the tokens; one that ends with a line break ends its line
   * @param width of a line
   * @param line its height
   * @param measure the width of a text
   */
  static TextLayout of(
      List<String> texts, double width, double line, ToDoubleFunction<String> measure) {
    List<Box> boxes = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (String text : texts) {
      double w = Math.min(width, measure.applyAsDouble(text));
      if (x > 0 && x + w > width) {
        x = 0;
        y += line;
      }
      boxes.add(new Box(x, y, w, line));
      x += w;
      if (text.endsWith("\n")) {
        x = 0;
        y += line;
      }
    }
    return new TextLayout(boxes, y + line);
  }

  /** The token at a place; −1 for none. */
  int at(double x, double y) {
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).contains(x, y)) {
        return i;
      }
    }
    return -1;
  }
}

package org.inferscope.tab.linear;

import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * A label in its place.
 *
 * @param arrow whose tip it names
 * @param text what it says
 * @param box where it lies, in pixels of user space
 * @param size size of its type, of equally wide characters
 */
record TipLabel(Arrow arrow, String text, Box box, double size) {
  /** Free space at both ends, in parts of the size. */
  static final double END = 0.35;

  /** Height of the box, in parts of the size. */
  static final double LINE = 1.5;

  static double width(String text, double size) {
    return text.length() * size * Brush.DIGIT_ASPECT + 2 * END * size;
  }

  /** The coordinate whose number stands at a place, from 0; −1 where none does. */
  int coordinateAt(double x, double y) {
    int first = text.indexOf('(');
    if (first < 0 || !box.contains(x, y)) {
      return -1;
    }
    int at = (int) ((x - box.x() - END * size) / (size * Brush.DIGIT_ASPECT));
    if (at <= first) {
      return -1;
    }
    String upTo = text.substring(first, Math.min(at, text.length()));
    return (int) upTo.chars().filter(c -> c == ' ').count();
  }
}

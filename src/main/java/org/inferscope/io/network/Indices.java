package org.inferscope.io.network;

import java.util.List;

/** Places in tensors, in words. */
public final class Indices {
  private Indices() {}

  /**
   * Where number i of a tensor stands, counted from 1 as all indices on screen are: {@code [3, 1]}.
   *
   * @param shape sizes, outermost first
   * @param i counted from 0, row after row
   */
  public static String text(List<Long> shape, long i) {
    StringBuilder text = new StringBuilder();
    long left = i;
    for (int d = shape.size() - 1; d >= 0; d--) {
      text.insert(0, left % shape.get(d) + 1 + (text.length() == 0 ? "" : ", "));
      left /= shape.get(d);
    }
    return "[" + text + "]";
  }
}

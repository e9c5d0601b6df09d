package org.inferscope.tab.roofline.layer;

import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Numbers as the layer view writes them. Stateless. */
final class LayerNumbers {
  private static final double GIGA = 1e9;
  private static final double PERCENT = 100;
  private static final double LEAST_FIXED = 10;
  private static final double MOST_FIXED = 1e5;
  private static final double LONGEST_COUNT = 1e7;

  private LayerNumbers() {}

  /** Billions of operations with the notebook's two decimals; four digits where those are few. */
  static String giga(double flops) {
    double giga = flops / GIGA;
    if (giga >= MOST_FIXED) {
      return Numbers.cell(giga);
    }
    return giga >= LEAST_FIXED ? Numbers.fixed(giga, 2) : Numbers.significant(giga);
  }

  /** As {@link #giga} with the unit; with another one where that would take too many digits. */
  static String gflops(double flops) {
    return flops / GIGA >= MOST_FIXED
        ? Numbers.si(flops, Texts.get("rooflinelayer.flops"))
        : Texts.get("rooflinelayer.gflops", giga(flops));
  }

  /** A side of a matrix: complete, unless it is very long. */
  static String side(double size) {
    return size < LONGEST_COUNT ? Numbers.count((long) size) : Numbers.si(size, "").strip();
  }

  /** "61.7 %". */
  static String percent(double share) {
    return Texts.get("rooflinelayer.percent", Numbers.fixed(PERCENT * share, 1));
  }
}

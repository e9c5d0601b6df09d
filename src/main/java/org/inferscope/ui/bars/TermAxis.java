package org.inferscope.ui.bars;

import java.util.List;

/**
 * How high the terms of a sum reach: their own scale, which always contains 0.
 *
 * @param low the value at the bottom, at most 0
 * @param high the value at the top, at least 0 and above low
 * @param top the upper end, in pixels
 * @param bottom the lower end, in pixels
 */
record TermAxis(double low, double high, double top, double bottom) {
  /** The scale that all finite terms just fill. */
  static TermAxis of(List<TermBar> terms, double top, double bottom) {
    double low = 0;
    double high = 0;
    for (TermBar term : terms) {
      if (Double.isFinite(term.value())) {
        low = Math.min(low, term.value());
        high = Math.max(high, term.value());
      }
    }
    return low == high ? new TermAxis(-1, 1, top, bottom) : new TermAxis(low, high, top, bottom);
  }

  /** Where a value lies, held at the ends; NaN lies at zero. */
  double y(double value) {
    double held = Double.isNaN(value) ? 0 : Math.max(low, Math.min(high, value));
    return bottom - (held - low) / (high - low) * (bottom - top);
  }
}

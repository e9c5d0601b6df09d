package org.inferscope.tab.network.views;

import org.inferscope.tensor.Matrix;
import org.inferscope.ui.heatmap.ColourScale;

/** Ends of axes. Stateless, any thread. */
final class Limits {
  private Limits() {}

  /** A size rounded up so that it reads well and seldom changes under a drag; 1 for 0. */
  static double rounded(double size) {
    return ColourScale.limit(Matrix.of(1, 1, new float[] {(float) size}));
  }

  /** The largest size of any finite value; 0 where there is none. */
  static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      float size = Math.abs(value);
      largest = size <= Float.MAX_VALUE ? Math.max(largest, size) : largest;
    }
    return largest;
  }
}

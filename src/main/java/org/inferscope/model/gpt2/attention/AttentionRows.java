package org.inferscope.model.gpt2.attention;

import java.util.Arrays;

/** The attention weights of one head in one prompt. */
@FunctionalInterface
public interface AttentionRows {
  /**
   * What a query looks at: {@code query + 1} weights that add up to 1. The array is not to be
   * changed.
   */
  float[] row(int query);

  /** Those of a head that looks at all visible tokens alike: what chance gives. */
  static AttentionRows uniform() {
    return query -> {
      float[] row = new float[query + 1];
      Arrays.fill(row, 1f / (query + 1));
      return row;
    };
  }
}

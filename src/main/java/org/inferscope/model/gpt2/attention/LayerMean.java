package org.inferscope.model.gpt2.attention;

import org.inferscope.model.gpt2.Gpt2Trace;

/**
 * The weights of a block's heads averaged, which are weights again: each row adds up to 1.
 * Immutable, any thread.
 *
 * @param trace with the block's weights
 * @param layer the block
 */
public record LayerMean(Gpt2Trace trace, int layer) implements AttentionRows {
  @Override
  public float[] row(int query) {
    int heads = trace.config().heads();
    double[] sums = new double[query + 1];
    for (int head = 0; head < heads; head++) {
      float[] row = HeadFigures.rows(trace, layer, head).row(query);
      for (int key = 0; key <= query; key++) {
        sums[key] += row[key];
      }
    }
    float[] mean = new float[query + 1];
    for (int key = 0; key <= query; key++) {
      mean[key] = (float) (sums[key] / heads);
    }
    return mean;
  }
}

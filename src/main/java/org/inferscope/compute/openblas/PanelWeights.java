package org.inferscope.compute.openblas;

import org.inferscope.compute.LayerWeights;

/** Weights in fewer bits, kept on the heap panel by panel: [O / W] panels of [I, W]. */
sealed interface PanelWeights extends LayerWeights, PanelSource permits Bf16Weights, Int8Weights {

  /** {@code sums[W] += x[I] w[I, W]} for one panel, before scales. */
  void multiply(int panel, float[] x, float[] sums);
}

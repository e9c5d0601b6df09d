package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearSentence;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tensor.Matrix;

/**
 * The numbers that the layer computes with: those typed, or what the precision in force makes of
 * them. Immutable.
 *
 * @param layer weights and bias
 * @param x [T, I]
 * @param rounded what computes in that precision; empty for FP32
 */
record Held(LinearLayer layer, Matrix x, Optional<RoundedLayer> rounded) {
  /** The first terms of an output, spelled out; all of them are I + 1. */
  LinearSentence sentence(int row, int i, int terms) {
    return rounded
        .filter(whole -> terms > layer.inputs())
        .map(whole -> LinearSentence.rounded(whole, row, i))
        .orElseGet(() -> LinearSentence.partial(layer, x, row, i, terms));
  }

  /** W[i,j]·x[row,j] in float32, the share that input j adds to output i. */
  float product(int row, int i, int j) {
    return layer.w().get(i, j) * x.get(row, j);
  }
}

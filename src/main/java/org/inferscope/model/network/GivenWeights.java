package org.inferscope.model.network;

import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;

/**
 * Weights of a layer that are not drawn: trained, made by hand, or read from a file. Immutable, any
 * thread.
 *
 * @param linear W and b
 * @param origin where they are from, a phrase for the inspector: "trained on handwritten digits"
 */
public record GivenWeights(LinearLayer linear, String origin) {

  /** The same for other widths: what fits is kept, what is new is 0. */
  GivenWeights resized(int inputs, int outputs) {
    if (inputs == linear.inputs() && outputs == linear.outputs()) {
      return this;
    }
    Matrix w = linear.w();
    Matrix b = linear.b();
    return new GivenWeights(
        new LinearLayer(
            Matrix.generate(
                outputs, inputs, (i, j) -> i < w.rows() && j < w.cols() ? w.get(i, j) : 0),
            Matrix.generate(outputs, 1, (i, j) -> i < b.rows() ? b.get(i, 0) : 0)),
        origin);
  }
}

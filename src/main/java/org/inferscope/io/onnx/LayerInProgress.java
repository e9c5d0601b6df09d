package org.inferscope.io.onnx;

import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;

/**
 * A layer that nodes are still adding to.
 *
 * @param name of the tensor of its weights, for messages
 * @param w [O, I]
 * @param b [O, 1]
 * @param activation {@link Activation#IDENTITY} while none has come
 */
record LayerInProgress(String name, Matrix w, Matrix b, Activation activation) {

  int outputs() {
    return w.rows();
  }

  boolean isActivated() {
    return activation != Activation.IDENTITY;
  }

  LayerInProgress with(Activation other) {
    return new LayerInProgress(name, w, b, other);
  }

  /** With more added to the bias. */
  LayerInProgress plus(float[] more) {
    Matrix sum = Matrix.generate(b.rows(), 1, (i, j) -> b.get(i, 0) + more[i]);
    return new LayerInProgress(name, w, sum, activation);
  }

  NetworkLayer layer() {
    return new NetworkLayer(new LinearLayer(w, b), activation);
  }
}

package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.LinearPeer;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;

/**
 * How a layer's activations compare with those of another program that ran the whole network by
 * itself. Immutable, any thread.
 *
 * @param layer from 0
 * @param largestDifference between two numbers in the same place, over all inputs and units
 * @param atol the absolute part of what counts as close: a millionth of the layer's largest number,
 *     since float32 keeps seven digits of the largest terms of a sum, however small the sum is
 * @param allClose NumPy's {@code allclose} with rtol 1e-5 and that atol
 */
public record LayerAgreement(int layer, double largestDifference, double atol, boolean allClose) {
  private static final double MILLIONTH = 1e-6;

  /**
   * Lets a peer run the network of a trace on the same inputs, with the same units and weights
   * switched off, and compares all layers. Compute thread.
   *
   * @throws org.inferscope.compute.InferscopeException if the peer cannot
   */
  public static List<LayerAgreement> of(Trace trace, LinearPeer peer) {
    Network network = trace.off().applyTo(trace.network());
    List<LayerAgreement> layers = new ArrayList<>();
    Matrix h = trace.column(0);
    for (int l = 0; l < network.depth(); l++) {
      Matrix given = peer.network(h, List.of(dense(network.layer(l)))).get(0); // [T, O]
      h = ForwardPass.silenced(given, l + 1, trace.off());
      layers.add(between(l, trace.column(l + 1), h));
    }
    return layers;
  }

  private static LinearPeer.Dense dense(NetworkLayer layer) {
    return new LinearPeer.Dense(layer.w(), layer.b(), layer.activation().pointwise());
  }

  private static LayerAgreement between(int layer, Matrix ours, Matrix theirs) {
    double largest = 0;
    for (float value : theirs.toArray()) {
      if (Float.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    double atol = MILLIONTH * largest;
    float[] a = ours.toArray();
    float[] b = theirs.toArray();
    return new LayerAgreement(
        layer,
        Accuracy.maxAbsDiff(a, b),
        atol,
        Accuracy.allClose(a, b, Accuracy.RTOL, atol));
  }
}

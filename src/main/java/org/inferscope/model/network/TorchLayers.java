package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.LinearPeer;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.tensor.Matrix;

/**
 * Runs the network of a trace with another program and puts what each layer gives beside ours.
 * Stateless; compute thread.
 */
public final class TorchLayers {
  /**
   * What counts as close, of a layer's largest number: float32 keeps seven digits of the largest
   * terms of a sum, however small the sum is.
   */
  private static final double MILLIONTH = 1e-6;

  private TorchLayers() {}

  /**
   * Ours beside the peer's, which runs all layers by itself on the same inputs, with the same units
   * and weights switched off.
   *
   * @return one comparison a layer, both sides [T, O]
   * @throws org.inferscope.compute.InferscopeException if the peer cannot be loaded or fails
   */
  public static List<TorchComparison> compare(Trace trace, LinearPeer peer) {
    Network network = trace.off().applyTo(trace.network());
    List<TorchComparison> layers = new ArrayList<>();
    Matrix h = trace.column(0);
    for (int l = 0; l < network.depth(); l++) {
      Matrix given = peer.network(h, List.of(dense(network.layer(l)))).get(0); // [T, O]
      h = ForwardPass.silenced(given, l + 1, trace.off());
      layers.add(new TorchComparison(trace.column(l + 1), h, peer.name(), MILLIONTH * largest(h)));
    }
    return layers;
  }

  private static LinearPeer.Dense dense(NetworkLayer layer) {
    return new LinearPeer.Dense(layer.w(), layer.b(), layer.activation().pointwise());
  }

  private static double largest(Matrix values) {
    double largest = Float.MIN_NORMAL;
    for (float value : values.toArray()) {
      if (Float.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}

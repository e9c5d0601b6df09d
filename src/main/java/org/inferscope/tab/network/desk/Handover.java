package org.inferscope.tab.network.desk;

import java.util.Optional;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tensor.Matrix;

/** What of a run can be taken apart in the Linear tab. Stateless. */
final class Handover {
  private Handover() {}

  /**
   * A layer with all that comes into it, or with what comes of the input in focus where inputs are
   * too many; weights that are off are 0. Empty where the layer is too large for that tab.
   */
  static Optional<LinearIntent> of(Trace trace, int layer) {
    if (layer >= trace.network().depth()) {
      return Optional.empty();
    }
    NetworkLayer taken = trace.off().applyTo(trace.network()).layer(layer);
    if (taken.inputs() > LinearIntent.LARGEST || taken.outputs() > LinearIntent.LARGEST) {
      return Optional.empty();
    }
    Matrix all = trace.column(layer);
    Matrix x =
        all.rows() <= LinearIntent.LARGEST_BATCH
            ? all
            : Matrix.owning(1, all.cols(), trace.values(layer));
    return Optional.of(new LinearIntent(taken.w(), taken.b(), x));
  }
}

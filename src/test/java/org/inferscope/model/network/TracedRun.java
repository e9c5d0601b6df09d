package org.inferscope.model.network;

import org.inferscope.compute.reference.ReferenceBackend;

/** Builds and runs networks with plain loops. */
public final class TracedRun {
  private TracedRun() {}

  /** A plan's network on some inputs, with the sums of one row kept. */
  public static Trace of(NetworkPlan plan, InputBatch x, int row, Ablations off) {
    return of(new WeightDrawing().build(plan, share -> {}), x, row, off);
  }

  /** A network on some inputs, with the sums of one row kept. */
  public static Trace of(Network network, InputBatch x, int row, Ablations off) {
    try (ReferenceBackend backend = new ReferenceBackend();
        ForwardPass pass = new ForwardPass(backend)) {
      return pass.run(network, x, row, off, () -> {});
    }
  }
}

package org.inferscope.model.network.explain;

import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.TracedRun;
import org.inferscope.model.network.preset.Preset;

/** Snapshots to be explained. */
final class Snapshots {
  private Snapshots() {}

  /** A preset as it opens, with one input in focus. */
  static NetworkSnapshot of(Preset preset, int row) {
    return of(preset.plan(), preset.input(), row, Ablations.NONE);
  }

  static NetworkSnapshot of(NetworkPlan plan, InputBatch x, int row, Ablations off) {
    return NetworkSnapshot.of(plan, TracedRun.of(plan, x, row, off));
  }

  /** Three layers, each with another activation, the last with softmax. */
  static NetworkPlan small(Activation first, Activation second) {
    return NetworkPlan.of(3, 4, 3, 2).with(0, first).with(1, second).with(2, Activation.SOFTMAX);
  }
}

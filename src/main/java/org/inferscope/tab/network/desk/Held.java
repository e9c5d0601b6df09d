package org.inferscope.tab.network.desk;

import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Args;

/**
 * A run to compare with: everything it takes to compute it again. Immutable, any thread.
 *
 * @param plan the network
 * @param input its inputs
 * @param row which of them
 * @param off what was switched off
 */
public record Held(NetworkPlan plan, InputBatch input, int row, Ablations off) {
  /** Refuses inputs that do not fit the network. */
  public Held {
    Args.sameLength(input.inputs(), "inputs", plan.inputs(), "inputs of the plan");
    Args.index(row, input.size(), "row");
  }

  /** What a state shows, its one input in focus. */
  static Held of(NetworkState state) {
    return new Held(state.plan(), state.input(), state.display().row(), state.off());
  }
}

package org.inferscope.tab.network.desk;

import java.util.Optional;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;

/**
 * What was computed for a state. Immutable, any thread.
 *
 * @param plan the network's plan
 * @param trace the run
 * @param compared the run that it is compared with
 */
public record Shown(NetworkPlan plan, Trace trace, Optional<Trace> compared) {

  /** Whether both runs have a column of the same width, so that their numbers can be subtracted. */
  public boolean isComparable(int column) {
    return compared
        .filter(other -> column <= other.network().depth())
        .filter(other -> other.network().width(column) == trace.network().width(column))
        .isPresent();
  }
}

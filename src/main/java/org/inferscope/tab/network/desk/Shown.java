package org.inferscope.tab.network.desk;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.explain.Comparison;
import org.inferscope.model.network.explain.NetworkSnapshot;
import org.inferscope.text.Texts;

/**
 * What was computed for a state. Immutable, any thread.
 *
 * @param plan the network's plan
 * @param trace the run
 * @param compared the run that it is compared with
 * @param held what the person held to compare with; empty where it is compared with the network
 *     that has everything on
 */
public record Shown(NetworkPlan plan, Trace trace, Optional<Trace> compared, Optional<Held> held) {

  /** Whether both runs have a column of the same width, so that their numbers can be subtracted. */
  public boolean isComparable(int column) {
    return compared
        .filter(other -> column <= other.network().depth())
        .filter(other -> other.network().width(column) == trace.network().width(column))
        .isPresent();
  }

  /** All that it takes to explain its numbers. */
  NetworkSnapshot snapshot(
      NetworkState state, Optional<CheckResult> check, List<TorchComparison> torch) {
    boolean same = trace.x().equals(state.input());
    Optional<Comparison> comparison =
        compared.map(
            other ->
                new Comparison(
                    held.map(Held::plan).orElse(plan),
                    Optional.empty(),
                    other,
                    held.isPresent()
                        ? Texts.get("network.compared.held")
                        : Texts.get("network.compared.intact")));
    return new NetworkSnapshot(
        plan, same ? state.inputSeed() : Optional.empty(), trace, comparison, check, torch);
  }
}

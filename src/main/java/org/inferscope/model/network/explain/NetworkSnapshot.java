package org.inferscope.model.network.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.tensor.Args;

/**
 * What a {@link NetworkExplainer} explains: everything on screen at one moment. Immutable, any
 * thread.
 *
 * @param plan the network's plan, which says where its weights are from
 * @param inputSeed the seed of {@code InputBatch.random} that all inputs were drawn from, if they
 *     were
 * @param trace the run on screen
 * @param compared the run it is compared with, if it is
 * @param check the run beside plain loops, as {@link org.inferscope.model.network.NetworkCheck}
 *     gives it, if it was checked
 * @param torch what each layer gives [T, O] beside PyTorch's; empty if that was not asked
 */
public record NetworkSnapshot(
    NetworkPlan plan,
    Optional<Long> inputSeed,
    Trace trace,
    Optional<Comparison> compared,
    Optional<CheckResult> check,
    List<TorchComparison> torch) {
  /** Refuses a plan of another network than the run's. */
  public NetworkSnapshot {
    Args.require(fits(plan, trace), "plan", plan.depth() + " layers", "that of the trace");
    torch = List.copyOf(torch);
  }

  private static boolean fits(NetworkPlan plan, Trace trace) {
    int[] widths = new int[trace.network().depth() + 1];
    Arrays.setAll(widths, trace.network()::width);
    return Arrays.equals(plan.widths(), widths);
  }

  /** A run alone, with nothing known about where its inputs came from. */
  public static NetworkSnapshot of(NetworkPlan plan, Trace trace) {
    return new NetworkSnapshot(
        plan, Optional.empty(), trace, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same with inputs drawn from a seed. */
  public NetworkSnapshot with(Optional<Long> seed) {
    return new NetworkSnapshot(plan, seed, trace, compared, check, torch);
  }

  /** The same compared with another run. */
  public NetworkSnapshot with(Comparison other) {
    return new NetworkSnapshot(plan, inputSeed, trace, Optional.of(other), check, torch);
  }

  /** The same with its outputs checked. */
  public NetworkSnapshot with(CheckResult result) {
    return new NetworkSnapshot(plan, inputSeed, trace, compared, Optional.of(result), torch);
  }

  /** The same beside PyTorch. */
  public NetworkSnapshot with(List<TorchComparison> layers) {
    return new NetworkSnapshot(plan, inputSeed, trace, compared, check, layers);
  }
}

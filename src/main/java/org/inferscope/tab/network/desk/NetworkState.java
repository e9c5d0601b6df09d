package org.inferscope.tab.network.desk;

import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Args;

/**
 * Everything a person can set in the Network tab. Immutable and equal by value: what undo, redo and
 * lesson files carry. Any thread.
 *
 * @param plan the network
 * @param input its inputs
 * @param inputSeed the seed that all inputs were drawn from, while none was changed
 * @param off what is switched off
 * @param held the run that is compared with, if one was held
 * @param display what is shown
 */
public record NetworkState(
    NetworkPlan plan,
    InputBatch input,
    Optional<Long> inputSeed,
    Ablations off,
    Optional<Held> held,
    Display display) {
  /** As many normal numbers are drawn in about two milliseconds. */
  private static final long QUICKLY_DRAWN = 100_000;

  /** Refuses inputs that do not fit the network, and a row that there is not. */
  public NetworkState {
    Args.sameLength(input.inputs(), "inputs", plan.inputs(), "inputs of the plan");
    Args.index(display.row(), input.size(), "row");
  }

  /** What the tab opens with: the notebook's network with its input. */
  public static NetworkState first() {
    NetworkPlan plan = NetworkPlan.of(8, 16, 8, 4);
    return of(
        plan,
        InputBatch.random(NetworkPlan.DEFAULT_SEED, 1, plan.inputs()),
        Optional.of(NetworkPlan.DEFAULT_SEED));
  }

  /** A network with its inputs, everything on. */
  public static NetworkState of(NetworkPlan plan, InputBatch input, Optional<Long> inputSeed) {
    return new NetworkState(
        plan, input, inputSeed, Ablations.NONE, Optional.empty(), Display.FIRST);
  }

  /**
   * Another network. Where it has another width, inputs that were drawn are drawn again, unless
   * they are many, and others are cut or filled up with zeros; what is off stays off where it still
   * is.
   */
  public NetworkState with(NetworkPlan other) {
    boolean same = other.inputs() == input.inputs();
    boolean redrawn =
        inputSeed.isPresent() && (long) input.size() * other.inputs() <= QUICKLY_DRAWN;
    InputBatch fitting =
        !same && redrawn
            ? InputBatch.random(inputSeed.get(), input.size(), other.inputs())
            : input.withInputs(other.inputs());
    return new NetworkState(
        other,
        fitting,
        same || redrawn ? inputSeed : Optional.empty(),
        off.within(other),
        held,
        display);
  }

  /** Other inputs. */
  public NetworkState with(InputBatch other, Optional<Long> seed) {
    int row = Math.min(display.row(), other.size() - 1);
    return new NetworkState(plan, other, seed, off, held, display.withRow(row));
  }

  /** Something else switched off. */
  public NetworkState with(Ablations other) {
    return new NetworkState(plan, input, inputSeed, other, held, display);
  }

  /** Another run to compare with. */
  public NetworkState with(Optional<Held> other) {
    return new NetworkState(plan, input, inputSeed, off, other, display);
  }

  /** Shown in another way. */
  public NetworkState with(Display other) {
    return new NetworkState(plan, input, inputSeed, off, held, other);
  }

  /** What the run is compared with: what is held, or the network with everything on. */
  public Optional<Held> compared() {
    if (held.isPresent()) {
      return held;
    }
    return off.isEmpty()
        ? Optional.empty()
        : Optional.of(new Held(plan, input, display.row(), Ablations.NONE));
  }

  /** Whether two states give the same numbers. */
  boolean computesAs(NetworkState other) {
    return plan.equals(other.plan)
        && input.equals(other.input)
        && display.row() == other.display.row()
        && off.equals(other.off)
        && compared().equals(other.compared());
  }
}

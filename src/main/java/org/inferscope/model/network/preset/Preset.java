package org.inferscope.model.network.preset;

import java.util.Optional;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Args;

/**
 * A network to start from. Immutable, any thread.
 *
 * @param id a short name for files and commands: "deep-narrow"
 * @param title name on screen
 * @param meaning a sentence or two that say what it is and what to look at
 * @param plan the network
 * @param input the first inputs [T, I]
 * @param inputSeed the seed of {@link InputBatch#random} that they were drawn from, if they were
 */
public record Preset(
    String id,
    String title,
    String meaning,
    NetworkPlan plan,
    InputBatch input,
    Optional<Long> inputSeed) {
  /** The id of the trained digit classifier. */
  public static final String DIGITS = "digits";

  /** Refuses inputs that do not fit the plan. */
  public Preset {
    Args.sameLength(input.inputs(), "inputs of input", plan.inputs(), "inputs of plan");
  }
}

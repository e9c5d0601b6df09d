package org.inferscope.model.gpt2.walk;

import java.util.Arrays;
import java.util.List;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.tensor.Args;

/**
 * How long each step of a pass took, in several passes. Immutable, any thread.
 *
 * <p>The probabilities are no part of a pass and have no time.
 */
public final class PassTimes {
  private static final double NANOS_PER_MS = 1e6;

  private final Walk walk;
  private final double[][] millis;
  private final double[] medians;

  /**
   * Takes over what was measured.
   *
   * @param nanos for each step of the walk what it took in each pass, at least one
   */
  PassTimes(Walk walk, long[][] nanos) {
    Args.sameLength(nanos.length, "measured steps", walk.size(), "steps");
    this.walk = walk;
    millis = new double[nanos.length][];
    medians = new double[nanos.length];
    for (int step = 0; step < nanos.length; step++) {
      millis[step] = Arrays.stream(nanos[step]).mapToDouble(each -> each / NANOS_PER_MS).toArray();
      medians[step] = median(millis[step]);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** How many passes were measured. */
  public int passes() {
    return millis[0].length;
  }

  /** What a step took in each pass, in milliseconds. */
  public List<Double> all(WalkStep step) {
    return Arrays.stream(millis[walk.numberOf(step)]).boxed().toList();
  }

  /** The median of what a step took, in milliseconds. */
  public double millis(WalkStep step) {
    return medians[walk.numberOf(step)];
  }

  /** The sum of the medians of a block's steps, in milliseconds. */
  public double layer(int layer) {
    double sum = 0;
    for (Operation operation : Walk.block()) {
      sum += millis(new WalkStep(operation, layer));
    }
    return sum;
  }

  /** The sum of all medians, in milliseconds. */
  public double total() {
    return Arrays.stream(medians).sum();
  }

  /** What a share of the time of a step is a share of, in milliseconds. */
  public double millis(Scope scope, int layer) {
    return scope == Scope.LAYER ? layer(layer) : total();
  }
}

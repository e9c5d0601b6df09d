package org.inferscope.model.linear;

import java.util.Arrays;
import org.inferscope.tensor.Args;

/**
 * How a layer computes one input vector step by step. A tick is one term; output after output takes
 * I products and then its bias, so every row of W takes I + 1 ticks. A position is a number of
 * ticks done, 0 to {@link #ticks()}.
 *
 * @param outputs O, 1 or more
 * @param inputs I, 1 or more
 */
public record LayerSteps(int outputs, int inputs) {
  /** Checks the sizes. */
  public LayerSteps {
    Args.positive(outputs, "outputs");
    Args.positive(inputs, "inputs");
  }

  /** Ticks of the whole layer: O·(I + 1). */
  public int ticks() {
    return outputs * termsPerRow();
  }

  /** The row of W that the tick after a position belongs to; the last row at the end. */
  public int rowAt(int done) {
    return Math.min(position(done) / termsPerRow(), outputs - 1);
  }

  /** Terms of output i done at a position: 0 to I + 1. */
  public int terms(int done, int i) {
    Args.index(i, outputs, "i");
    return Math.max(0, Math.min(position(done) - i * termsPerRow(), termsPerRow()));
  }

  /** Whether output i is finished at a position. */
  public boolean complete(int done, int i) {
    return terms(done, i) == termsPerRow();
  }

  /** Positions at which outputs are finished, rising: [O]. */
  public int[] rowEnds() {
    int[] ends = new int[outputs];
    Arrays.setAll(ends, i -> (i + 1) * termsPerRow());
    return ends;
  }

  /** Positions at which terms are finished, which is after every tick: [O·(I + 1)]. */
  public int[] termEnds() {
    int[] ends = new int[ticks()];
    Arrays.setAll(ends, tick -> tick + 1);
    return ends;
  }

  private int termsPerRow() {
    return inputs + 1;
  }

  private int position(int done) {
    return Args.inRange(done, 0, ticks(), "done");
  }
}

package org.inferscope.tab.linear;

import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.tensor.DType;

/**
 * What a layer costs for batches of different sizes. Immutable.
 *
 * @param inputs I
 * @param outputs O
 * @param batch T, the size in force
 * @param dtype number format of W, b, X and Y
 */
record BatchCosts(int inputs, int outputs, int batch, DType dtype) {
  private static final int STEPS_AN_OCTAVE = 4;
  private static final int OCTAVES = 8;

  /** For 1, 2, 4 to 256 rows, and for the size in force, ascending. */
  List<LayerCost> points() {
    return costs(
        IntStream.concat(
            IntStream.rangeClosed(0, OCTAVES).map(octave -> 1 << octave), IntStream.of(batch)));
  }

  /** For so many sizes from 1 to 256 that a line through them looks smooth. */
  List<LayerCost> curve() {
    return costs(
        IntStream.rangeClosed(0, OCTAVES * STEPS_AN_OCTAVE)
            .map(step -> (int) Math.round(Math.pow(2, (double) step / STEPS_AN_OCTAVE))));
  }

  /** For the size in force. */
  LayerCost current() {
    return cost(batch);
  }

  /** For this many rows. */
  LayerCost cost(int rows) {
    return new LayerCost(inputs, outputs, rows, dtype);
  }

  private List<LayerCost> costs(IntStream sizes) {
    return sizes.sorted().distinct().mapToObj(this::cost).toList();
  }
}

package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.VectorView;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a layer's sums: bias and activation, or bias and what is there already. Done by
 * whoever computed a block of sums, while they are in its cache. Any thread.
 */
final class LayerEnd {
  private final RowMath math;
  private final Pointwise f;
  private final float @Nullable [] scales;
  private final float @Nullable [] bias;
  private final boolean added;
  private final MatrixView out;

  private LayerEnd(
      RowMath math,
      Pointwise f,
      float @Nullable [] scales,
      float @Nullable [] bias,
      boolean added,
      MatrixView out) {
    this.math = math;
    this.f = f;
    this.scales = scales;
    this.bias = bias;
    this.added = added;
    this.out = out;
  }

  /** {@code out = f(sums + bias)}. */
  static LayerEnd project(RowMath math, Pointwise f, VectorView bias, MatrixView out) {
    return new LayerEnd(math, f, null, Rows.numbers(bias), false, out);
  }

  /** {@code out += sums + bias}. */
  static LayerEnd accumulate(RowMath math, VectorView bias, MatrixView out) {
    return new LayerEnd(math, Pointwise.IDENTITY, null, Rows.numbers(bias), true, out);
  }

  /** {@code out = sums}. */
  static LayerEnd product(RowMath math, MatrixView out) {
    return new LayerEnd(math, Pointwise.IDENTITY, null, null, false, out);
  }

  /** The same where each output's sum is to be multiplied first; null for not. */
  LayerEnd scaled(float @Nullable [] factors) {
    return new LayerEnd(math, f, factors, bias, added, out);
  }

  /** Where the results go: [T, O]. */
  MatrixView out() {
    return out;
  }

  /** Whether results are added to what is there. */
  boolean isAdded() {
    return added;
  }

  /**
   * Finishes a block of sums, which are changed.
   *
   * @param block where in the result they belong; not empty
   * @param sums row after row
   * @param from index of the first
   * @param stride distance from one row to the next
   */
  void finish(Grid.Block block, float[] sums, int from, int stride) {
    FloatBuffer to = Rows.window(Views.part(out, block), 0, block.rows());
    float[] there = new float[added ? block.cols() : 0];
    for (int i = 0; i < block.rows(); i++) {
      int at = from + i * stride;
      if (scales != null) {
        math.multiply(sums, at, scales, block.col(), block.cols());
      }
      if (bias != null) {
        math.add(sums, at, bias, block.col(), block.cols());
      }
      if (added) {
        to.get(i * out.stride(), there);
        math.add(sums, at, there, 0, there.length);
      }
      math.apply(f, sums, at, block.cols());
      to.put(i * out.stride(), sums, at, block.cols());
    }
  }

  /** Finishes sums that are in the result already, and were added to what was there. */
  void finishInPlace(Grid.Block block) {
    if (bias == null) {
      return;
    }
    float[] part = bias;
    MatrixView place = Views.part(out, block);
    Rows.map(
        place,
        place,
        (i, row) -> {
          math.add(row, 0, part, block.col(), row.length);
          math.apply(f, row, 0, row.length);
        });
  }
}

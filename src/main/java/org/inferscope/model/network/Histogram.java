package org.inferscope.model.network;

import java.nio.FloatBuffer;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * How often which values occur: bins of equal width on either side of zero, and apart from them the
 * values that are exactly 0 (what ReLU makes of a negative sum), NaN and ±∞. Immutable, any thread.
 */
public final class Histogram {
  private final double limit;
  private final int side;
  private final int[] slots;
  private final long total;

  private Histogram(double limit, int side, int[] slots, long total) {
    this.limit = limit;
    this.side = side;
    this.slots = slots;
    this.total = total;
  }

  /**
   * Counts all values of a matrix.
   *
   * @param limit where the bins end on both sides, finite and above 0; finite values beyond count
   *     in the outermost bins
   * @param side bins on each side of zero, at least 1
   */
  public static Histogram of(Matrix values, double limit, int side) {
    Args.require(limit > 0 && limit < Double.POSITIVE_INFINITY, "limit", limit, "finite and > 0");
    Args.positive(side, "side");
    int[] slots = new int[2 * side + 4];
    Histogram counted = new Histogram(limit, side, slots, values.size());
    FloatBuffer all = values.buffer();
    double scale = side / limit;
    for (int at = 0; at < values.size(); at++) {
      slots[counted.slot(all.get(at), scale)]++;
    }
    return counted;
  }

  /** The same after some values were replaced by as many others. */
  public Histogram replacing(float[] before, float[] after) {
    Args.sameLength(after.length, "after", before.length, "before");
    Histogram changed = new Histogram(limit, side, slots.clone(), total);
    double scale = side / limit;
    for (int at = 0; at < before.length; at++) {
      changed.slots[slot(before[at], scale)]--;
      changed.slots[slot(after[at], scale)]++;
    }
    return changed;
  }

  /** Bins first, then zeros, NaN, −∞ and ∞. A sum may round across zero: the sign decides. */
  private int slot(float value, double scale) {
    if (value > 0) {
      boolean infinite = value > Float.MAX_VALUE;
      return infinite ? 2 * side + 3 : side + (int) Math.min(side - 1, value * scale);
    }
    if (value < 0) {
      boolean infinite = value < -Float.MAX_VALUE;
      return infinite ? 2 * side + 2 : side - 1 - (int) Math.min(side - 1, -value * scale);
    }
    return value == 0 ? 2 * side : 2 * side + 1;
  }

  /** Where the bins end: the first begins at minus this. */
  public double limit() {
    return limit;
  }

  /** How many bins there are on both sides of zero together. */
  public int bins() {
    return 2 * side;
  }

  /** How many values lie in a bin, from 0; what is exactly 0 is in none. */
  public int count(int bin) {
    Args.index(bin, bins(), "bin");
    return slots[bin];
  }

  /** Where a bin begins; where it ends for the bin after it. */
  public double low(int bin) {
    return limit * (bin - side) / side;
  }

  /** The bin that a finite value other than 0 belongs to, as {@link #of} counts. */
  public int binOf(float value) {
    return Math.min(bins() - 1, slot(value, side / limit));
  }

  /** How many values are exactly 0. */
  public int zeros() {
    return slots[2 * side];
  }

  /** How many are NaN. */
  public int notNumbers() {
    return slots[2 * side + 1];
  }

  /** How many are ∞ or −∞. */
  public int infinite() {
    return slots[2 * side + 2] + slots[2 * side + 3];
  }

  /** How many values there are in all. */
  public long total() {
    return total;
  }

  /** The share of all values that so many are, 0 to 1. */
  public double share(int count) {
    return (double) count / total;
  }

  /** The count of the fullest bin. */
  public int highest() {
    int highest = 0;
    for (int bin = 0; bin < bins(); bin++) {
      highest = Math.max(highest, slots[bin]);
    }
    return highest;
  }
}

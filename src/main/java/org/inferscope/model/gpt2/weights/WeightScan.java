package org.inferscope.model.gpt2.weights;

import java.util.Arrays;

/**
 * Sums and extremes of many numbers, kept for each place of a block by itself, which processors do
 * many at once. Made for one parameter, and dropped.
 */
final class WeightScan {
  /** Blocks until float32 sums are added to the float64 ones. */
  private static final int BLOCKS = 16;

  /** Taken off each number, so that numbers far from zero lose no digits, and equal ones none. */
  private final float shift;

  private final float[] sums;
  private final float[] squares;
  private final float[] lows;
  private final float[] highs;
  private double sum;
  private double squared;
  private int blocks;

  /** Where the blocks begin whose extremes are still side by side. */
  private long start;

  private float min = Float.POSITIVE_INFINITY;
  private float max = Float.NEGATIVE_INFINITY;
  private long startOfMin;
  private long startOfMax;

  WeightScan(float shift, int block) {
    this.shift = shift;
    sums = new float[block];
    squares = new float[block];
    lows = new float[block];
    highs = new float[block];
    begin(0);
  }

  private void begin(long at) {
    start = at;
    blocks = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(lows, Float.POSITIVE_INFINITY);
    Arrays.fill(highs, Float.NEGATIVE_INFINITY);
  }

  /** Adds numbers that stand from a place on; blocks come in order. */
  void add(float[] block, int length, long at) {
    if (blocks == BLOCKS) {
      finish();
      begin(at);
    }
    blocks++;
    for (int i = 0; i < length; i++) {
      lows[i] = Math.min(lows[i], block[i]);
    }
    for (int i = 0; i < length; i++) {
      highs[i] = Math.max(highs[i], block[i]);
    }
    for (int i = 0; i < length; i++) {
      float shifted = block[i] - shift;
      sums[i] += shifted;
      squares[i] += shifted * shifted;
    }
  }

  /** Takes what is still side by side together; to be called once at the end. */
  void finish() {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < sums.length; i++) {
      sum += sums[i];
      squared += squares[i];
      low = lows[i] < low ? lows[i] : low;
      high = highs[i] > high ? highs[i] : high;
    }
    if (low < min) {
      min = low;
      startOfMin = start;
    }
    if (high > max) {
      max = high;
      startOfMax = start;
    }
  }

  double mean(long count) {
    return shift + sum / count;
  }

  double deviation(long count) {
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squared / count - mean * mean));
  }

  float min() {
    return min;
  }

  float max() {
    return max;
  }

  /** A place not after the first smallest number, and not far from it. */
  long startOfMin() {
    return startOfMin;
  }

  /** A place not after the first largest number, and not far from it. */
  long startOfMax() {
    return startOfMax;
  }
}

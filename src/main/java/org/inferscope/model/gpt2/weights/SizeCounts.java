package org.inferscope.model.gpt2.weights;

/**
 * Counts sizes of numbers by the upper half of their bits, which order as the sizes do: 128 steps
 * for each power of two. Confined to one thread.
 */
final class SizeCounts {
  private static final int SHIFT = 16;

  private final long[] counts = new long[1 << (Integer.SIZE - SHIFT - 1)];
  private long total;

  void add(float[] values) {
    for (float value : values) {
      counts[(Float.floatToRawIntBits(value) & Integer.MAX_VALUE) >>> SHIFT]++;
    }
    total += values.length;
  }

  /** The middle of the step that this part of all sizes does not exceed; 0 where those are 0. */
  double quantile(double part) {
    long wanted = (long) Math.ceil(part * total);
    long seen = 0;
    int step = 0;
    while (step < counts.length - 1 && seen + counts[step] < wanted) {
      seen += counts[step];
      step++;
    }
    return step == 0 ? 0 : Float.intBitsToFloat((step << SHIFT) + (1 << (SHIFT - 1)));
  }
}

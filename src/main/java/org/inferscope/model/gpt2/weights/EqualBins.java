package org.inferscope.model.gpt2.weights;

import java.util.Arrays;
import org.inferscope.tensor.Args;

/**
 * A histogram with bins of equal width from the smallest to the largest value, as NumPy counts
 * float32 numbers: edges are rounded to float32; a bin holds its lower edge, the last bin both.
 * Where all values are one, the bins reach from half below it to half above. Immutable, any thread.
 */
public final class EqualBins {
  private final float[] edges;
  private final long[] counts;

  /** Takes over the arrays. */
  private EqualBins(float[] edges, long[] counts) {
    this.edges = edges;
    this.counts = counts;
  }

  /** Counts into bins; made for one histogram, and dropped. */
  static final class Counter {
    /** The most bins: places are the lowest seven bits of a number. */
    static final int MOST = 126;

    private static final int MASK = 127;

    /** From here on floats are whole numbers, and the lowest bits say which. */
    private static final float WHOLE = 0x1p23f + 1;

    /** What makes rounding to the nearest one rounding down, and never beyond the right bin. */
    private static final float DOWN = 0.501f;

    /** Bins narrower than so many roundings of their edges are searched for. */
    private static final double NARROW = 4096;

    private final int bins;
    private final float low;
    private final float perUnit;
    private final boolean narrow;
    private final float[] edges;

    /** Where the bin after a place begins; out of reach after the last. */
    private final float[] next = new float[MASK + 1];

    /** Values next to each other often share a bin; one count would wait for the other. */
    private final int[] first = new int[MASK + 1];

    private final int[] second = new int[MASK + 1];
    private final int[] third = new int[MASK + 1];
    private final int[] fourth = new int[MASK + 1];
    private final long[] counts;

    Counter(float min, float max, int bins) {
      this.bins = Args.inRange(bins, 1, MOST, "bins");
      double from = min == max ? min - 0.5f : min;
      double to = min == max ? max + 0.5f : max;
      double width = (to - from) / bins;
      edges = new float[bins + 1];
      Arrays.fill(next, Float.POSITIVE_INFINITY);
      for (int i = 0; i < bins; i++) {
        edges[i] = (float) (from + i * width);
        next[i] = edges[i];
      }
      edges[bins] = (float) to;
      low = edges[0];
      perUnit = (float) (1 / width);
      float largest = Math.max(Math.abs(edges[0]), Math.abs(edges[bins]));
      narrow = !(width > NARROW * Math.ulp(largest)) || Float.isInfinite(perUnit);
      counts = new long[bins];
    }

    /** Adds values, none beyond the smallest and the largest. */
    void add(float[] values, int length) {
      if (narrow) {
        for (int i = 0; i < length; i++) {
          first[searched(values[i])]++;
        }
      } else {
        count(values, length);
      }
      flush();
    }

    private void count(float[] values, int length) {
      int i = 0;
      for (; i + 3 < length; i += 4) {
        first[place(values[i])]++;
        second[place(values[i + 1])]++;
        third[place(values[i + 2])]++;
        fourth[place(values[i + 3])]++;
      }
      for (; i < length; i++) {
        first[place(values[i])]++;
      }
    }

    /** One more than the number of the bin; the product may be short of an edge: those decide. */
    private int place(float value) {
      float scaled = (value - low) * perUnit - DOWN + WHOLE;
      int place = Float.floatToRawIntBits(scaled) & MASK;
      return value >= next[place] ? place + 1 : place;
    }

    private int searched(float value) {
      int place = 1;
      while (value >= next[place]) {
        place++;
      }
      return place;
    }

    private void flush() {
      for (int bin = 0; bin < bins; bin++) {
        int at = bin + 1;
        counts[bin] += (long) first[at] + second[at] + third[at] + fourth[at];
        first[at] = 0;
        second[at] = 0;
        third[at] = 0;
        fourth[at] = 0;
      }
    }

    EqualBins counted() {
      return new EqualBins(edges, counts);
    }
  }

  /** How many bins there are. */
  public int size() {
    return counts.length;
  }

  /** How many values lie in a bin, from 0. */
  public long count(int bin) {
    return counts[Args.index(bin, counts.length, "bin")];
  }

  /** Where a bin begins; of one past the last, where that ends. */
  public float edge(int bin) {
    return edges[bin];
  }

  /** How wide a bin is. */
  public double width() {
    return ((double) edges[counts.length] - edges[0]) / counts.length;
  }

  /** The count of the fullest bin. */
  public long highest() {
    long highest = 0;
    for (long count : counts) {
      highest = Math.max(highest, count);
    }
    return highest;
  }
}

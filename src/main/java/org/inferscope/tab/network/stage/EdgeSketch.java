package org.inferscope.tab.network.stage;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.model.linear.LinearLayer;

/**
 * The strongest of a layer's weights, the strongest first. Immutable, any thread; equal by
 * identity.
 */
final class EdgeSketch {
  /** Up to so many weights are all drawn. */
  static final int ALL = 400;

  /** So many are drawn of more. */
  static final int MOST = 300;

  /** Weights fall into bins by the upper bits of their size, which order as the sizes do. */
  private static final int SHIFT = 15;

  private static final int BINS = 1 << (31 - SHIFT);

  private final int[] places;
  private final float[] weights;
  private final int inputs;
  private final long total;

  private EdgeSketch(int[] places, FloatBuffer w, int inputs, long total) {
    this.places = places;
    this.inputs = inputs;
    this.total = total;
    weights = new float[places.length];
    for (int k = 0; k < places.length; k++) {
      weights[k] = w.get(places[k]);
    }
  }

  /** The strongest of all weights; takes two passes over them. */
  static EdgeSketch of(LinearLayer layer) {
    int total = layer.w().size();
    return of(layer, 0, 1, total, total <= ALL ? ALL : MOST);
  }

  /** The strongest of the weights that lead to output i. */
  static EdgeSketch into(LinearLayer layer, int i) {
    return of(layer, i * layer.inputs(), 1, layer.inputs(), MOST);
  }

  /** The strongest of the weights that lead away from input j. */
  static EdgeSketch outOf(LinearLayer layer, int j) {
    return of(layer, j, layer.inputs(), layer.outputs(), MOST);
  }

  private static EdgeSketch of(LinearLayer layer, int first, int stride, int count, int most) {
    FloatBuffer w = layer.w().buffer();
    int[] places = strongest(w, first, stride, count, most);
    return new EdgeSketch(places, w, layer.inputs(), count);
  }

  /** Places in w of the strongest weights, the strongest first; what is no number counts not. */
  private static int[] strongest(FloatBuffer w, int first, int stride, int count, int most) {
    int least = count <= most ? 0 : threshold(w, first, stride, count, most);
    long[] found = new long[Math.min(count, 2 * most)];
    int size = 0;
    for (int k = 0; k < count; k++) {
      int at = first + k * stride;
      float weight = w.get(at);
      int bits = bits(weight);
      if (bits >>> SHIFT < least || !Float.isFinite(weight)) {
        continue;
      }
      if (size == found.length) {
        found = Arrays.copyOf(found, 2 * size);
      }
      found[size++] = ((long) bits << Integer.SIZE) | (Integer.MAX_VALUE - at);
    }
    return places(found, size, most);
  }

  private static int bits(float weight) {
    return Float.floatToRawIntBits(weight) & Integer.MAX_VALUE;
  }

  /** The highest bin that, with all above it, has enough weights. */
  private static int threshold(FloatBuffer w, int first, int stride, int count, int most) {
    int[] bins = new int[BINS];
    for (int k = 0; k < count; k++) {
      float weight = w.get(first + k * stride);
      if (Float.isFinite(weight)) {
        bins[bits(weight) >>> SHIFT]++;
      }
    }
    int bin = BINS - 1;
    int above = bins[bin];
    while (bin > 0 && above < most) {
      above += bins[--bin];
    }
    return bin;
  }

  /** Of equal weights the first come first. */
  private static int[] places(long[] found, int size, int most) {
    Arrays.sort(found, 0, size);
    int[] places = new int[Math.min(size, most)];
    for (int k = 0; k < places.length; k++) {
      places[k] = Integer.MAX_VALUE - (int) found[size - 1 - k];
    }
    return places;
  }

  /** How many there are. */
  int count() {
    return places.length;
  }

  /** Of how many they are the strongest. */
  long total() {
    return total;
  }

  /** The input that the k-th strongest comes from. */
  int from(int k) {
    return places[k] % inputs;
  }

  /** The output that it leads to. */
  int to(int k) {
    return places[k] / inputs;
  }

  /** The k-th strongest weight. */
  float weight(int k) {
    return weights[k];
  }

  /** The size of the k-th strongest in parts of the strongest, 0 to 1. */
  double strength(int k) {
    return weights[0] == 0 ? 0 : Math.abs((double) weights[k] / weights[0]);
  }
}

package org.inferscope.compute.openblas;

import org.inferscope.compute.PanelMath;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Rounding;

/**
 * Weights as the upper halves of float32, two in a whole number, so that a vector of these becomes
 * two vectors of weights by a shift and a mask.
 */
final class Bf16Weights implements PanelWeights {
  private static final int HALF = 16;
  private static final int UPPER_HALF = 0xffff0000;

  /** Vectors of weights in a row of a panel; each two of them share one of whole numbers. */
  private static final int VECTORS = 4;

  private final int inputs;
  private final int outputs;
  private final PanelMath math;
  private final int[][] panels;

  /** Weights still to be set. */
  Bf16Weights(int inputs, int outputs, PanelMath math) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.math = math;
    panels = new int[(outputs + math.width() - 1) / math.width()][];
  }

  /** Takes over one panel [I, W]. Any thread. */
  void set(int panel, float[] weights) {
    int width = math.width();
    int lanes = width / VECTORS;
    int[] pairs = new int[inputs * width / 2];
    for (int i = 0; i < pairs.length; i++) {
      int vector = i / lanes;
      int lower = 2 * vector * lanes + i % lanes;
      pairs[i] = bits(weights[lower]) >>> HALF | bits(weights[lower + lanes]);
    }
    panels[panel] = pairs;
  }

  /** A weight in BF16: the lower half is zero. */
  private static int bits(float weight) {
    return Float.floatToRawIntBits(Rounding.toBf16(weight)) & UPPER_HALF;
  }

  @Override
  public void multiply(int panel, float[] x, float[] sums) {
    math.multiply(x, 0, inputs, panels[panel], sums);
  }

  @Override
  public void read(int row, int rows, int col, int cols, float[] to, int stride) {
    for (int at = 0; at < cols; at += math.width()) {
      int[] panel = panels[(col + at) / math.width()];
      math.widen(panel, row * math.width() / 2, rows, to, at, stride);
    }
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public DType format() {
    return DType.BF16;
  }

  /** The garbage collector has the panels. */
  @Override
  public void close() {}
}

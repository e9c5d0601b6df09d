package org.inferscope.compute.openblas;

import org.inferscope.compute.PanelMath;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Rounding;

/** Weights as the upper halves of float32. */
final class Bf16Weights implements PanelWeights {
  private static final int HALF = 16;

  private final int inputs;
  private final int outputs;
  private final PanelMath math;
  private final short[][] panels;

  /** Weights still to be set. */
  Bf16Weights(int inputs, int outputs, PanelMath math) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.math = math;
    panels = new short[(outputs + math.width() - 1) / math.width()][];
  }

  /** Takes over one panel [I, W]. Any thread. */
  void set(int panel, float[] weights) {
    short[] halves = new short[inputs * math.width()];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = (short) (Float.floatToRawIntBits(Rounding.toBf16(weights[i])) >>> HALF);
    }
    panels[panel] = halves;
  }

  @Override
  public void multiply(int panel, float[] x, float[] sums) {
    math.multiply(x, 0, inputs, panels[panel], sums);
  }

  @Override
  public void read(int row, int rows, int col, int cols, float[] to, int stride) {
    for (int at = 0; at < cols; at += math.width()) {
      short[] panel = panels[(col + at) / math.width()];
      math.widen(panel, row * math.width(), rows, to, at, stride);
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

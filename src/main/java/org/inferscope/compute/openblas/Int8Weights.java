package org.inferscope.compute.openblas;

import org.inferscope.compute.PanelMath;
import org.inferscope.tensor.DType;

/** Weights as whole numbers, with a scale for each output. */
final class Int8Weights implements PanelWeights {
  private static final int LARGEST = 127;

  private final int inputs;
  private final int outputs;
  private final PanelMath math;
  private final byte[][] panels;
  private final float[] scales;

  /** Weights still to be set. */
  Int8Weights(int inputs, int outputs, PanelMath math) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.math = math;
    panels = new byte[(outputs + math.width() - 1) / math.width()][];
    scales = new float[panels.length * math.width()];
  }

  /** Takes over one panel [I, W]. Any thread. */
  void set(int panel, float[] weights) {
    int width = math.width();
    float[] max = new float[width];
    for (int at = 0; at < inputs * width; at += width) {
      for (int j = 0; j < width; j++) {
        max[j] = Math.max(max[j], Math.abs(weights[at + j]));
      }
    }
    for (int j = 0; j < width; j++) {
      max[j] /= LARGEST;
    }
    System.arraycopy(max, 0, scales, panel * width, width);
    byte[] whole = new byte[inputs * width];
    for (int at = 0; at < whole.length; at += width) {
      for (int j = 0; j < width; j++) {
        whole[at + j] = max[j] == 0 ? 0 : (byte) Math.round(weights[at + j] / max[j]);
      }
    }
    panels[panel] = whole;
  }

  @Override
  public void multiply(int panel, float[] x, float[] sums) {
    math.multiply(x, 0, inputs, panels[panel], sums);
  }

  @Override
  public void read(int row, int rows, int col, int cols, float[] to, int stride) {
    for (int at = 0; at < cols; at += math.width()) {
      byte[] panel = panels[(col + at) / math.width()];
      math.widen(panel, row * math.width(), rows, to, at, stride);
    }
  }

  @Override
  public float[] scales() {
    return scales;
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
    return DType.INT8;
  }

  /** The garbage collector has the panels. */
  @Override
  public void close() {}
}

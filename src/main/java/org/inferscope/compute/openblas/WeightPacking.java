package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.exec.Crew;
import org.inferscope.tensor.DType;

/** Makes panels out of weights of 32 bits, shared by the crew. */
final class WeightPacking {
  private final Crew crew;
  private final PanelMath math;

  WeightPacking(Crew crew, PanelMath math) {
    this.crew = crew;
    this.math = math;
  }

  /** Weights in BF16, rounded to the nearest, or INT8, whole numbers with a scale. */
  PanelWeights pack(MatrixView w, Layout ofW, DType format) {
    switch (format) {
      case BF16 -> {
        Bf16Weights made = new Bf16Weights(w.rows(ofW), w.cols(ofW), math);
        pack(w, ofW, made::set);
        return made;
      }
      case INT8 -> {
        Int8Weights made = new Int8Weights(w.rows(ofW), w.cols(ofW), math);
        pack(w, ofW, made::set);
        return made;
      }
      default -> throw new IllegalArgumentException("'format' cannot be " + format);
    }
  }

  /** Takes a panel; any thread. */
  @FunctionalInterface
  private interface Taker {
    void take(int number, float[] panel);
  }

  private void pack(MatrixView w, Layout ofW, Taker taker) {
    int width = math.width();
    int panels = (w.cols(ofW) + width - 1) / width;
    boolean empty = w.isEmpty();
    crew.run(
        panels,
        number -> {
          float[] panel = new float[w.rows(ofW) * width];
          int count = Math.min(width, w.cols(ofW) - number * width);
          if (ofW == Layout.PLAIN && !empty) {
            copy(Views.columns(w, number * width, count), panel);
          } else if (!empty) {
            turn(Views.rows(w, number * width, count), panel);
          }
          taker.take(number, panel);
        });
  }

  private void copy(MatrixView columns, float[] panel) {
    FloatBuffer from = Rows.window(columns, 0, columns.rows());
    for (int i = 0; i < columns.rows(); i++) {
      from.get(i * columns.stride(), panel, i * math.width(), columns.cols());
    }
  }

  private void turn(MatrixView rows, float[] panel) {
    FloatBuffer from = Rows.window(rows, 0, rows.rows());
    float[] row = new float[rows.cols()];
    for (int j = 0; j < rows.rows(); j++) {
      from.get(j * rows.stride(), row);
      for (int i = 0; i < row.length; i++) {
        panel[i * math.width() + j] = row[i];
      }
    }
  }
}

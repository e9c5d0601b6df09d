package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;

/**
 * The outputs of one row of the batch in every number format, and how far each is from float64.
 * Formats are in the order of {@link RoundedLayer#FORMATS}. Immutable; any thread.
 */
final class RowErrors {
  private final List<RoundedLayer> layers;
  private final double[] exact; // [O]
  private final double[][] errors; // [format, O]

  private RowErrors(List<RoundedLayer> layers, double[] exact, double[][] errors) {
    this.layers = layers;
    this.exact = exact;
    this.errors = errors;
  }

  /**
   * Computes one row alone, whatever the size of the batch: a row's error depends on no other row.
   *
   * @param x [T, I]
   */
  static RowErrors of(LinearLayer layer, Matrix x, int row) {
    Matrix alone = Matrix.of(1, x.cols(), x.row(row)); // [1, I]
    List<RoundedLayer> layers = new ArrayList<>();
    double[][] errors = new double[RoundedLayer.FORMATS.size()][layer.outputs()];
    double[] exact = new double[layer.outputs()];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = layer.exact(alone, 0, i);
    }
    for (DType format : RoundedLayer.FORMATS) {
      RoundedLayer rounded = RoundedLayer.of(layer, alone, format);
      double[] of = errors[layers.size()];
      for (int i = 0; i < of.length; i++) {
        of[i] = rounded.error(0, i);
      }
      layers.add(rounded);
    }
    return new RowErrors(layers, exact, errors);
  }

  /** O. */
  int outputs() {
    return exact.length;
  }

  /** Output i in float64, from the unrounded numbers. */
  double exact(int i) {
    return exact[i];
  }

  /** Output i as a format has it. */
  float output(int format, int i) {
    return layers.get(format).output(0, i);
  }

  /** How far output i in a format is from {@link #exact}, with its sign. */
  double error(int format, int i) {
    return errors[format][i];
  }

  /** The size of the error over the size of the exact output; NaN where that is 0 or not finite. */
  double relative(int format, int i) {
    double whole = Math.abs(exact[i]);
    return whole > 0 && whole <= Double.MAX_VALUE
        ? Math.abs(errors[format][i]) / whole
        : Double.NaN;
  }

  /** The largest relative error of a format; NaN where no output has one. */
  double largest(int format) {
    double largest = Double.NaN;
    for (int i = 0; i < exact.length; i++) {
      double size = relative(format, i);
      if (!Double.isNaN(size) && !(size <= largest)) {
        largest = size;
      }
    }
    return largest;
  }

  /** The mean relative error of a format; NaN where no output has one. */
  double mean(int format) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < exact.length; i++) {
      double size = relative(format, i);
      if (!Double.isNaN(size)) {
        sum += size;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** What one step of INT8 stands for in row i of W. */
  float weightScale(int i) {
    return int8().weightScale(i);
  }

  /** What one step of INT8 stands for in x. */
  float inputScale() {
    return int8().inputScale(0);
  }

  private RoundedLayer int8() {
    return layers.get(RoundedLayer.FORMATS.indexOf(DType.INT8));
  }
}

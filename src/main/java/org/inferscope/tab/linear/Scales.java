package org.inferscope.tab.linear;

import org.inferscope.tensor.Matrix;
import org.inferscope.ui.bars.BarScale;
import org.inferscope.ui.heatmap.ColourScale;

/**
 * What lengths and colours stand for. They follow the numbers, but hold still while a bar or a
 * weight is dragged, so that it moves under the hand; then they only widen where a number outgrows
 * them. Confined to one thread.
 */
final class Scales {
  private BarScale x = new BarScale(-1, 1);
  private BarScale b = new BarScale(-1, 1);
  private BarScale y = new BarScale(-1, 1);
  private double weights = 1;
  private double inputs = 1;
  private double outputs = 1;
  private boolean held;

  /** From now on scales only widen, or no longer so. */
  void hold(boolean on) {
    held = on;
  }

  /** Follows the numbers in force. */
  void fit(LinearPresenter presenter) {
    float[] xRow = presenter.x().row(presenter.row());
    float[] bias = presenter.layer().b().column(0);
    float[] yRow = presenter.y().row(presenter.row());
    x = fitted(x, xRow);
    b = fitted(b, bias);
    y = fitted(y, yRow);
    weights = fitted(weights, presenter.layer().w());
    inputs = fitted(inputs, presenter.x());
    outputs = fitted(outputs, presenter.y());
  }

  private BarScale fitted(BarScale now, float[] values) {
    if (!held) {
      return BarScale.of(values);
    }
    BarScale wide = now;
    for (float value : values) {
      wide = wide.widened(value);
    }
    return wide;
  }

  private double fitted(double now, Matrix values) {
    double limit = ColourScale.limit(values);
    return held ? Math.max(now, limit) : limit;
  }

  BarScale x() {
    return x;
  }

  BarScale b() {
    return b;
  }

  BarScale y() {
    return y;
  }

  /** The size of weight that gets the strongest colour. */
  double weights() {
    return weights;
  }

  /** The same for X. */
  double inputs() {
    return inputs;
  }

  /** The same for Y. */
  double outputs() {
    return outputs;
  }
}

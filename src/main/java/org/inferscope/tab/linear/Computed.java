package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.EntryGrid;
import org.jspecify.annotations.Nullable;

/**
 * The layer of a state and what it gives, kept as long as nothing it depends on changes. A change
 * of one row of X computes that row alone, so that a dragged bar costs one row's multiply-adds
 * whatever the size of the batch. Confined to one thread.
 */
final class Computed {
  private @Nullable LayerEntries from;
  private @Nullable EntryGrid outputs;
  private DType precision = DType.FP32;
  private LinearLayer layer = new LinearLayer(Matrix.zeros(1, 1), Matrix.zeros(1, 1));
  private Matrix x = Matrix.zeros(1, 1);
  private Matrix y = Matrix.zeros(1, 1);
  private Held held = new Held(layer, x, Optional.empty());

  /** The numbers in force. */
  LinearLayer layer() {
    return layer;
  }

  /** [T, I]. */
  Matrix x() {
    return x;
  }

  /** [T, O], in the precision in force. */
  Matrix y() {
    return y;
  }

  /** The numbers that the layer computes with in the precision in force. */
  Held held() {
    return held;
  }

  /** Y as a grid; kept, since writing thousands of numbers takes longer than a frame may. */
  EntryGrid outputs() {
    EntryGrid kept = outputs;
    if (kept == null) {
      kept = EntryGrid.of(y);
      outputs = kept;
    }
    return kept;
  }

  /**
   * Takes a state over.
   *
   * @return whether any number differs from before
   */
  boolean load(LinearState state) {
    LayerEntries entries = state.entries();
    DType format = state.display().precision();
    if (from != null && entries.equals(from) && format == precision) {
      return false;
    }
    LayerEntries before = from;
    boolean sameLayer =
        before != null
            && before.w().equals(entries.w())
            && before.b().equals(entries.b())
            && format == precision;
    boolean sameInputs = before != null && before.x().equals(entries.x());
    Matrix newX = sameInputs ? x : entries.x().matrix();
    if (!sameLayer) {
      layer = entries.layer();
    }
    int changed = sameLayer && format == DType.FP32 ? onlyChangedRow(x, newX) : -1;
    x = newX;
    from = entries;
    outputs = null;
    precision = format;
    if (precision == DType.FP32) {
      held = new Held(layer, x, Optional.empty());
      y = changed >= 0 ? layer.forward(x, y, changed) : layer.forward(x);
    } else {
      RoundedLayer rounded = RoundedLayer.of(layer, x, precision);
      held = new Held(rounded.layer(), rounded.x(), Optional.of(rounded));
      y = rounded.outputs();
    }
    return true;
  }

  /** The row that alone differs; −1 if there are others, or the sizes differ. */
  private static int onlyChangedRow(Matrix before, Matrix now) {
    if (before.rows() != now.rows() || before.cols() != now.cols()) {
      return -1;
    }
    int changed = -1;
    for (int row = 0; row < now.rows(); row++) {
      if (!before.rowEquals(row, now)) {
        if (changed >= 0) {
          return -1;
        }
        changed = row;
      }
    }
    return changed;
  }
}

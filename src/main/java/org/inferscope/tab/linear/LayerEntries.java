package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;

/**
 * What was typed into the layer and its inputs. Immutable; sizes always agree.
 *
 * @param w [O, I]
 * @param b [O, 1]
 * @param x [T, I]
 */
record LayerEntries(EntryGrid w, EntryGrid b, EntryGrid x) {
  /** The most inputs, and the most outputs. */
  static final int LARGEST = 64;

  /** The most rows of a batch. */
  static final int LARGEST_BATCH = LinearIntent.LARGEST_BATCH;

  LayerEntries {
    if (b.rows() != w.rows() || b.cols() != 1 || x.cols() != w.cols()) {
      throw new IllegalArgumentException("sizes differ: " + w + ", " + b + ", " + x);
    }
  }

  static LayerEntries of(LinearLayer layer, Matrix x) {
    return new LayerEntries(EntryGrid.of(layer.w()), EntryGrid.of(layer.b()), EntryGrid.of(x));
  }

  int inputs() {
    return w.cols();
  }

  int outputs() {
    return w.rows();
  }

  int batch() {
    return x.rows();
  }

  /** The layer of the numbers in force. */
  LinearLayer layer() {
    return new LinearLayer(w.matrix(), b.matrix());
  }

  /** With the layer's numbers exchanged, and inputs that fit it. */
  LayerEntries with(LinearLayer layer) {
    int inputs = layer.inputs();
    return new LayerEntries(
        EntryGrid.of(layer.w()), EntryGrid.of(layer.b()), inputsOf(x, batch(), inputs));
  }

  LayerEntries withX(Matrix values) {
    return new LayerEntries(w, b, EntryGrid.of(values));
  }

  /** With another number of outputs; new weights and biases are what they were before, or 0. */
  LayerEntries withOutputs(int outputs) {
    return new LayerEntries(w.resized(outputs, inputs()), b.resized(outputs, 1), x);
  }

  /** With another number of inputs; new weights are what they were before, or 0. */
  LayerEntries withInputs(int inputs) {
    return new LayerEntries(w.resized(outputs(), inputs), b, inputsOf(x, batch(), inputs));
  }

  /**
   * With W edited, and everything that has to fit it made to fit. The others are so for b, for the
   * batch X, and for one row of it.
   */
  LayerEntries withW(EntryGrid next) {
    return new LayerEntries(next, b.resized(next.rows(), 1), inputsOf(x, batch(), next.cols()));
  }

  LayerEntries withB(EntryGrid next) {
    return new LayerEntries(w.resized(next.rows(), inputs()), next, x);
  }

  LayerEntries withX(EntryGrid next) {
    return new LayerEntries(w.resized(outputs(), next.cols()), b, next);
  }

  /** With one row of the batch exchanged for a column of entries, as the bars of x edit it. */
  LayerEntries withRow(int row, EntryGrid column) {
    EntryGrid sized = inputsOf(x, batch(), column.rows());
    return withX(sized.withRow(row, column));
  }

  /** New inputs of a single row count on, 1, 2, 3 and so on, so that each does something. */
  private static EntryGrid inputsOf(EntryGrid x, int batch, int inputs) {
    EntryGrid sized = x.resized(batch, inputs);
    if (batch > 1) {
      return sized;
    }
    for (int j = x.cols(); j < inputs; j++) {
      if (sized.at(0, j).equals(Entry.ZERO)) {
        sized = sized.with(new Cell(0, j), Entry.of(j + 1));
      }
    }
    return sized;
  }
}

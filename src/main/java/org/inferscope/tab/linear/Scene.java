package org.inferscope.tab.linear;

import java.util.List;
import java.util.OptionalInt;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.bars.Bars;
import org.inferscope.ui.bars.TermBar;
import org.inferscope.ui.bars.TermBarsLayout;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.LineLayout;

/**
 * Everything one picture of the stage is painted from; immutable.
 *
 * @param layout where everything lies
 * @param entries W, b and X as typed
 * @param w [O, I], as typed
 * @param x [T, I], as typed
 * @param y [T, O]
 * @param row the row of the batch in the bars
 * @param limits the sizes that get the strongest colours
 * @param fits how numbers fit into the cells
 * @param bars x, b and y
 * @param light what is lit
 * @param line the line under the panels
 * @param terms the bars under the line
 * @param words the texts
 */
record Scene(
    StageLayout layout,
    LayerEntries entries,
    Matrix w,
    Matrix x,
    Matrix y,
    int row,
    Limits limits,
    Fits fits,
    Three bars,
    Light light,
    LineLayout line,
    Terms terms,
    Words words) {

  /** The sizes that get the strongest colours. */
  record Limits(double w, double x, double y) {}

  /** How numbers fit into the cells of W, X and Y. */
  record Fits(NumberFit w, NumberFit x, NumberFit y) {}

  /** The three bar panels. */
  record Three(Bars x, Bars b, Bars y) {}

  /**
   * What is lit.
   *
   * @param ref the value in focus
   * @param pointed whether the person points at it or plays; else it is only spelled out
   * @param weightRow the row of W that is lit
   * @param weightColumn the column of W that is lit; with the row, one weight
   */
  record Light(LinearRef ref, boolean pointed, OptionalInt weightRow, OptionalInt weightColumn) {}

  /**
   * The bars under the line.
   *
   * @param layout where they lie
   * @param bars what each term adds, in the order they are added
   * @param lit the term in focus, or −1
   */
  record Terms(TermBarsLayout layout, List<TermBar> bars, int lit) {
    Terms {
      bars = List.copyOf(bars);
    }
  }

  /**
   * The texts.
   *
   * @param narration the sentence at the foot
   * @param note why a batch reads W once; empty for a single row
   */
  record Words(String narration, String note) {}
}

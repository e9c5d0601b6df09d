package org.inferscope.tab.network.stage;

import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.tensor.MatrixText;
import org.inferscope.tensor.NumberParser;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Parsed;
import org.inferscope.tensor.PastedMatrix;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.ValueSteps;
import org.jspecify.annotations.Nullable;

/**
 * Changes inputs and widths otherwise than by drawing: by steps, typed, pasted. What cannot be read
 * changes nothing and is answered in words. Event thread.
 */
final class InputEdits {
  /** What a notch of the wheel or a press of a key changes. */
  static final double STEP = 0.1;

  private final NetworkPresenter presenter;
  private @Nullable String stepping;

  InputEdits(NetworkPresenter presenter) {
    this.presenter = presenter;
  }

  /**
   * Changes input j by small steps, which are one step of the history until {@link #endSteps}.
   *
   * @param notches how many steps, up or down
   * @param fine whether steps are a tenth as large
   */
  void step(int j, double notches, boolean fine) {
    String gesture = "step" + j;
    if (!gesture.equals(stepping)) {
      endSteps();
      presenter.beginGesture();
      stepping = gesture;
    }
    double step = STEP * (fine ? ValueSteps.FINE : 1);
    double start = ValueSteps.start(presenter.state().input().get(presenter.row(), j));
    presenter.setInput(j, ValueSteps.rounded(start + notches * step, STEP), gesture);
  }

  /** The run of small steps is over. */
  void endSteps() {
    if (stepping != null) {
      stepping = null;
      presenter.endGesture();
    }
  }

  /** Takes a typed number for input j over; whether it is one. */
  boolean type(int j, String text) {
    Parsed parsed = NumberParser.parse(text);
    if (parsed instanceof Parsed.Bad bad) {
      presenter.say(bad.reason());
      return false;
    }
    presenter.setInput(j, ((Parsed.Value) parsed).toFloat(), null);
    return true;
  }

  /** Takes a typed width of a column over; whether it is one. */
  boolean width(int column, String text) {
    Parsed parsed = NumberParser.parse(text);
    double width = parsed instanceof Parsed.Value value ? value.toFloat() : Double.NaN;
    boolean whole = Math.rint(width) == width;
    if (!whole || width < 1 || width > NetworkPlan.WIDEST) {
      String typed = text.isBlank() ? Texts.get("networkstage.width.nothing") : text.strip();
      presenter.say(Texts.get("networkstage.width.bad", typed, widest()));
      return false;
    }
    presenter.setWidth(column, (int) width);
    return true;
  }

  private static String widest() {
    return Numbers.count(NetworkPlan.WIDEST);
  }

  /** All numbers of a column as text, a number a line. */
  String copied(int column) {
    float[] values =
        column == 0
            ? presenter.state().input().row(presenter.row())
            : presenter.shown().orElseThrow().trace().values(column);
    return MatrixText.format(Matrix.owning(values.length, 1, values), MatrixFormat.TSV);
  }

  /** Fills the input with a pasted vector or square matrix; whether it fits. */
  boolean paste(String text) {
    PastedMatrix pasted = MatrixText.parse(text, NetworkPlan.WIDEST);
    if (pasted instanceof PastedMatrix.Bad bad) {
      presenter.say(bad.reason());
      return false;
    }
    PastedMatrix.Cells cells = (PastedMatrix.Cells) pasted;
    int count = cells.rows() * cells.cols();
    int inputs = presenter.state().plan().inputs();
    if (count != inputs) {
      presenter.say(
          Texts.get("networkstage.paste.count", Numbers.count(count), Numbers.count(inputs)));
      return false;
    }
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      Parsed parsed = NumberParser.parse(cells.cell(k / cells.cols(), k % cells.cols()));
      values[k] = parsed instanceof Parsed.Value value ? value.toFloat() : 0;
    }
    presenter.setInput(values, Texts.get("networkstage.edit.paste"), null);
    return true;
  }

  /** Sets all inputs to 0. */
  void clear() {
    float[] nothing = new float[presenter.state().plan().inputs()];
    presenter.setInput(nothing, Texts.get("networkstage.edit.clear"), null);
  }

  /** Fills a cell of the picture in, or empties it where it is full. */
  void dab(int j) {
    boolean full = presenter.state().input().get(presenter.row(), j) >= 1;
    presenter.setInput(j, full ? 0 : 1, null);
  }
}

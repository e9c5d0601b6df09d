package org.inferscope.tab.network.stage;

import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.ValueSteps;

/**
 * A stroke of the mouse over the bars of the input: bars take the length at which the pointer
 * crosses them, and with Shift the first one moves a tenth as far. One step of the history. Event
 * thread.
 */
final class InputDrawing {
  private final NetworkPresenter presenter;
  private final Column column;
  private final double limit;
  private final float[] before;
  private final int first;
  private final double startX;
  private final int depth;
  private int last;
  private double lastX;
  private boolean changed;

  /**
   * A stroke that begins at a place; the scale of the column then holds for all of it.
   *
   * @param unit the unit there
   */
  InputDrawing(NetworkPresenter presenter, Column column, int unit, double x) {
    this.presenter = presenter;
    this.column = column;
    limit = presenter.limit(0);
    depth = presenter.history().depth();
    before = presenter.state().input().row(presenter.row());
    first = unit;
    last = unit;
    startX = x;
    lastX = x;
  }

  /**
   * Goes on to a place.
   *
   * @param snap whether values are multiples of 0.1
   * @param fine whether the first bar alone moves, slowly
   */
  void to(double x, double y, boolean snap, boolean fine) {
    float[] values = presenter.state().input().row(presenter.row());
    if (values.length != before.length) {
      return;
    }
    if (fine) {
      double delta = column.valueAt(x, limit) - column.valueAt(startX, limit);
      values[first] = value(before[first] + ValueSteps.FINE * delta, snap, ValueSteps.FINE);
    } else {
      across(values, x, unitAt(y), snap);
    }
    put(values);
  }

  private int unitAt(double y) {
    int unit = (int) Math.floor((y - column.plot().y()) / column.pitch());
    return Math.max(0, Math.min(column.units() - 1, unit));
  }

  /** All bars from the last place to this one, each where the straight way crosses it. */
  private void across(float[] values, double x, int unit, boolean snap) {
    int steps = Math.abs(unit - last);
    for (int step = steps == 0 ? 0 : 1; step <= steps; step++) {
      double part = steps == 0 ? 1 : (double) step / steps;
      int at = last + (unit > last ? step : -step);
      values[at] = value(column.valueAt(lastX + (x - lastX) * part, limit), snap, 1);
    }
    last = unit;
    lastX = x;
  }

  private float value(double raw, boolean snap, double fineness) {
    double perPixel = limit / (column.plot().w() / 2) * fineness;
    return snap ? ValueSteps.snapped(raw) : ValueSteps.rounded(raw, perPixel);
  }

  private void put(float[] values) {
    if (!changed) {
      presenter.beginGesture();
      changed = true;
    }
    presenter.setInput(values, Texts.get("networkstage.edit.draw"), this);
  }

  /** Ends the stroke. */
  void end() {
    if (changed) {
      presenter.endGesture();
    }
  }

  /** Takes the stroke back. */
  void cancel() {
    end();
    if (presenter.history().depth() > depth) {
      presenter.history().undo();
    }
  }
}

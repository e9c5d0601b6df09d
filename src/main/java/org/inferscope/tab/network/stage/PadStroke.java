package org.inferscope.tab.network.stage;

import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;

/**
 * A stroke of the mouse on the picture: a soft brush, about two cells wide, that however often it
 * passes in one stroke paints no more than once. One step of the history. Event thread.
 */
final class PadStroke {
  /** What a cell gets in the middle of the brush, and how much less a cell farther out. */
  private static final double FULL = 0.95;

  private static final double FALL = 0.55;

  /** Two points of a stroke lie no farther apart than this, in cells. */
  private static final double STEP = 0.25;

  private final NetworkPresenter presenter;
  private final Column column;
  private final boolean erases;
  private final float[] before;
  private final float[] cover;
  private final int depth;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;

  /**
   * A stroke.
   *
   * @param erases whether it takes away
   */
  PadStroke(NetworkPresenter presenter, Column column, boolean erases) {
    this.presenter = presenter;
    this.column = column;
    this.erases = erases;
    before = presenter.state().input().row(presenter.row());
    cover = new float[before.length];
    depth = presenter.history().depth();
    presenter.beginGesture();
  }

  /** Goes on to a place of the stage. */
  void to(double px, double py) {
    if (before.length != presenter.state().plan().inputs()) {
      return;
    }
    double x = (px - column.plot().x()) / column.pitch() - 0.5;
    double y = (py - column.plot().y()) / column.pitch() - 0.5;
    boolean first = Double.isNaN(lastX);
    double length = first ? 0 : Math.hypot(x - lastX, y - lastY);
    int steps = Math.max(1, (int) Math.ceil(length / STEP));
    for (int step = 1; step <= steps; step++) {
      double part = first ? 1 : (double) step / steps;
      dab(first ? x : lastX + (x - lastX) * part, first ? y : lastY + (y - lastY) * part);
    }
    lastX = x;
    lastY = y;
    presenter.setInput(values(), label(), this);
  }

  private String label() {
    return erases ? Texts.get("networkstage.edit.erase") : Texts.get("networkstage.edit.draw");
  }

  private void dab(double x, double y) {
    int side = column.side();
    for (int row = (int) Math.floor(y) - 1; row <= y + 2; row++) {
      for (int col = (int) Math.floor(x) - 1; col <= x + 2; col++) {
        if (row >= 0 && row < side && col >= 0 && col < side) {
          double amount = Math.max(0, FULL - FALL * Math.hypot(row - y, col - x));
          int at = row * side + col;
          cover[at] = Math.max(cover[at], (float) amount);
        }
      }
    }
  }

  private float[] values() {
    float[] values = before.clone();
    for (int at = 0; at < values.length; at++) {
      if (cover[at] > 0) {
        float now = Math.max(0, values[at]);
        values[at] = erases ? Math.max(0, now - cover[at]) : Math.min(1, now + cover[at]);
      }
    }
    return values;
  }

  /** Ends the stroke. */
  void end() {
    presenter.endGesture();
  }

  /** Takes the stroke back. */
  void cancel() {
    end();
    if (presenter.history().depth() > depth) {
      presenter.history().undo();
    }
  }
}

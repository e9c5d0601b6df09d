package org.inferscope.tab.network.stage;

import java.awt.event.MouseEvent;
import java.util.List;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.ui.action.Shortcuts;

/** What goes on between a press and a release of the mouse. Event thread. */
interface StageDrag {
  /** The pointer moved. */
  void to(MouseEvent event);

  /** The button was released. */
  void end();

  /** All is to be as it was. */
  void cancel();

  /** What a press on something begins. */
  static StageDrag of(NetworkStage stage, NetworkPresenter presenter, Hit hit, MouseEvent press) {
    StageLayout layout = stage.stageLayout();
    if (hit instanceof Hit.At at
        && at.target() instanceof Ablations.Unit unit
        && unit.column() == 0) {
      return inputs(new InputDrawing(presenter, layout.column(0), unit.i(), press.getX()));
    }
    if (hit instanceof Hit.Grip grip) {
      return new Resizing(stage, presenter, layout.column(grip.column()), press.getY());
    }
    if (hit instanceof Hit.Title title && title.column() > 0) {
      return new Moving(stage, presenter, title.column() - 1, press.getX());
    }
    return new Panning(stage, press);
  }

  /** A stroke over the picture. */
  static StageDrag pad(NetworkStage stage, NetworkPresenter presenter, boolean erases) {
    PadStroke stroke = new PadStroke(presenter, stage.stageLayout().column(0), erases);
    return new StageDrag() {
      @Override
      public void to(MouseEvent event) {
        stroke.to(event.getX(), event.getY());
      }

      @Override
      public void end() {
        stroke.end();
      }

      @Override
      public void cancel() {
        stroke.cancel();
      }
    };
  }

  private static StageDrag inputs(InputDrawing drawing) {
    return new StageDrag() {
      @Override
      public void to(MouseEvent event) {
        boolean snap = (event.getModifiersEx() & Shortcuts.MENU) != 0;
        drawing.to(event.getX(), event.getY(), snap, event.isShiftDown());
      }

      @Override
      public void end() {
        drawing.end();
      }

      @Override
      public void cancel() {
        drawing.cancel();
      }
    };
  }

  /** The lower edge of a block, pulled: both edges move, as blocks stand in the middle. */
  final class Resizing implements StageDrag {
    /** Units of a block that are as high as this, unscaled, are not told apart by the hand. */
    private static final double LEAST_PITCH = 0.25;

    private final NetworkStage stage;
    private final NetworkPresenter presenter;
    private final Column column;
    private final int start;
    private int units;

    Resizing(NetworkStage stage, NetworkPresenter presenter, Column column, int start) {
      this.stage = stage;
      this.presenter = presenter;
      this.column = column;
      this.start = start;
      units = column.units();
    }

    @Override
    public void to(MouseEvent event) {
      double pitch = Math.max(LEAST_PITCH, column.pitch());
      long wanted = Math.round(column.units() + 2 * (event.getY() - start) / pitch);
      units = (int) Math.max(1, Math.min(NetworkPlan.WIDEST, wanted));
      stage.show(new Hand.Resize(column.index(), units));
    }

    @Override
    public void end() {
      if (column.index() <= presenter.state().plan().depth()) {
        presenter.setWidth(column.index(), units);
        presenter.history().endGesture();
      }
    }

    @Override
    public void cancel() {
      units = column.units();
    }
  }

  /** A layer on its way to another place. */
  final class Moving implements StageDrag {
    private final NetworkStage stage;
    private final NetworkPresenter presenter;
    private final int layer;
    private final int start;
    private int to;

    Moving(NetworkStage stage, NetworkPresenter presenter, int layer, int start) {
      this.stage = stage;
      this.presenter = presenter;
      this.layer = layer;
      this.start = start;
      to = layer;
    }

    @Override
    public void to(MouseEvent event) {
      List<Column> columns = stage.stageLayout().columns();
      if (layer + 1 >= columns.size()) {
        return;
      }
      double dx = event.getX() - start;
      double centre = columns.get(layer + 1).frame().centerX() + dx;
      to = 0;
      for (Column column : columns) {
        boolean other = column.index() > 0 && column.index() != layer + 1;
        to += other && column.frame().centerX() < centre ? 1 : 0;
      }
      stage.show(new Hand.Move(layer, dx, to));
    }

    @Override
    public void end() {
      if (layer < presenter.state().plan().depth() && to < presenter.state().plan().depth()) {
        presenter.move(layer, to);
      }
    }

    @Override
    public void cancel() {
      to = layer;
    }
  }

  /** The ground under the stage. */
  final class Panning implements StageDrag {
    private final NetworkStage stage;
    private final int startX;
    private final int startY;
    private int x;
    private int y;

    Panning(NetworkStage stage, MouseEvent press) {
      this.stage = stage;
      startX = press.getX();
      startY = press.getY();
      x = startX;
      y = startY;
    }

    @Override
    public void to(MouseEvent event) {
      stage.pan(event.getX() - (double) x, event.getY() - (double) y);
      x = event.getX();
      y = event.getY();
    }

    @Override
    public void end() {
      x = startX;
      y = startY;
    }

    @Override
    public void cancel() {
      stage.pan(startX - (double) x, startY - (double) y);
    }
  }
}

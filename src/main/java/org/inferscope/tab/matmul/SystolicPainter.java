package org.inferscope.tab.matmul;

import java.awt.Color;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.model.matmul.SystolicGrid;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the systolic array: cells that keep their sums, rows of A marching in from the left and
 * columns of B from the top, each a tick behind the one before.
 */
final class SystolicPainter {
  /** By this phase all values have moved on by one cell; then the cells multiply and add. */
  private static final double MARCHED = 0.55;

  /** The least height of a cell, unscaled, that has room for its two values above its sum. */
  private static final double ROOMY = 54;

  private final Brush brush;

  SystolicPainter(Brush brush) {
    this.brush = brush;
  }

  /** Whether cells have room for two values above their sum. */
  static boolean isRoomy(StageLayout layout) {
    return layout.c().cellH() >= layout.px(ROOMY) && layout.c().cellW() >= layout.px(ROOMY);
  }

  /** The part of a cell that shows its sum. */
  static Box sumBox(StageLayout layout, Box cell) {
    return isRoomy(layout)
        ? new Box(cell.x(), cell.y() + cell.h() * 0.48, cell.w(), cell.h() * 0.48)
        : cell;
  }

  void paint(Scene scene) {
    Moment moment = scene.moment();
    if (moment == null) {
      return;
    }
    lanes(scene.layout());
    cells(scene, moment);
    brush.within(
        scene.layout().march().grown(2),
        () -> {
          marchingA(scene, moment);
          marchingB(scene, moment);
        });
  }

  /** The ways that values come by. */
  private void lanes(StageLayout layout) {
    GridBox c = layout.c();
    double width = layout.px(2);
    for (int i = 0; i < c.rows(); i++) {
      double y = c.row(i).centerY();
      brush.line(layout.march().x(), y, c.x() - width, y, Tones.soft(Tone.ROW), width);
    }
    for (int j = 0; j < c.cols(); j++) {
      double x = c.column(j).centerX();
      brush.line(x, layout.march().y(), x, c.y() - width, Tones.soft(Tone.COLUMN), width);
    }
  }

  private static SystolicGrid grid(Moment moment) {
    return new SystolicGrid(
        moment.program().m(), moment.program().k(), moment.program().n(), moment.shown().done());
  }

  /** How far into its tick the march is, in cells. */
  private static double advance(Moment moment) {
    return Ease.between(moment.phase(), 0, MARCHED);
  }

  private void cells(Scene scene, Moment moment) {
    GridBox c = scene.layout().c();
    SystolicGrid done = grid(moment);
    boolean working = moment.phase() >= MARCHED;
    SystolicGrid lit =
        working ? new SystolicGrid(done.m(), done.k(), done.n(), done.done() + 1) : done;
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.cols(); j++) {
        boolean busy = lit.termAt(i, j) >= 0 && (working || !moment.isMoving());
        cell(scene, moment.visible(), i, j, busy);
      }
    }
  }

  private void cell(Scene scene, MatmulFrame frame, int i, int j, boolean busy) {
    GridBox c = scene.layout().c();
    Box box = c.cell(i, j);
    double radius = OperandPainter.radius(c);
    boolean complete = frame.complete(i, j);
    if (busy) {
      double width = scene.layout().px(2.4);
      brush.cell(box, Tones.soft(Tone.RESULT), Tones.fill(Tone.RESULT), radius, width);
    } else if (complete) {
      brush.cell(box, Tones.soft(Tone.RESULT), Tones.fill(Tone.RESULT), radius, 1);
    }
    boolean hidden = scene.hides(i, j);
    if (hidden || frame.started(i, j)) {
      String text = hidden ? "?" : scene.fitC().text(frame.c(i, j));
      Box at = sumBox(scene.layout(), box);
      brush.number(
          text, at, scene.fitC().size(), complete ? Palette.text() : Tones.ink(Tone.RESULT));
    }
  }

  private void marchingA(Scene scene, Moment moment) {
    SystolicGrid grid = grid(moment);
    double advance = advance(moment);
    for (int i = 0; i < grid.m(); i++) {
      for (int k = 0; k < grid.k(); k++) {
        double at = grid.columnOfA(i, k) + advance;
        double alpha = alpha(at, scene.layout().queue().a(), grid.n());
        if (alpha > 0) {
          Box cell = scene.layout().c().cell(i, at);
          String text = scene.fitC().text(scene.a().at(i, k));
          value(scene, place(scene.layout(), cell, at, true), text, Tone.ROW, alpha, at);
        }
      }
    }
  }

  private void marchingB(Scene scene, Moment moment) {
    SystolicGrid grid = grid(moment);
    double advance = advance(moment);
    for (int k = 0; k < grid.k(); k++) {
      for (int j = 0; j < grid.n(); j++) {
        double at = grid.rowOfB(k, j) + advance;
        double alpha = alpha(at, scene.layout().queue().b(), grid.m());
        if (alpha > 0) {
          Box cell = scene.layout().c().cell(at, j);
          String text = scene.fitC().text(scene.b().at(k, j));
          value(scene, place(scene.layout(), cell, at, false), text, Tone.COLUMN, alpha, at);
        }
      }
    }
  }

  /** Solid on stage; fades in at the far end of the queue and out behind the last cell. */
  private static double alpha(double at, int queue, int cells) {
    double in = Math.min(1, Math.max(0, at + queue + 1));
    double out = Math.min(1, Math.max(0, cells - at));
    return Math.min(in, out);
  }

  /** Large while it waits; inside the grid it keeps to its corner of the cell. */
  private static Box place(StageLayout layout, Box cell, double at, boolean fromLeft) {
    Box waiting = cell.grown(-Math.min(cell.w(), cell.h()) * 0.1);
    double entered = Math.min(1, Math.max(0, at + 1));
    Box inside;
    if (isRoomy(layout)) {
      double w = cell.w() * 0.44;
      double h = cell.h() * 0.38;
      double x = fromLeft ? cell.x() + cell.w() * 0.04 : cell.x() + cell.w() * 0.52;
      inside = new Box(x, cell.y() + cell.h() * 0.05, w, h);
    } else if (fromLeft) {
      double thick = Math.max(3, cell.h() * 0.13);
      inside = new Box(cell.x() + cell.w() * 0.2, cell.bottom() - thick - 1, cell.w() * 0.5, thick);
    } else {
      double thick = Math.max(3, cell.w() * 0.09);
      inside = new Box(cell.right() - thick - 1, cell.y() + cell.h() * 0.15, thick, cell.h() * 0.5);
    }
    return waiting.towards(inside, entered);
  }

  private void value(Scene scene, Box box, String text, Tone tone, double alpha, double at) {
    brush.see(
        alpha,
        () -> {
          boolean close = at > -1.5;
          double radius = Math.min(scene.layout().px(6), Math.min(box.w(), box.h()) * 0.3);
          Color fill = close ? Tones.fill(tone) : Tones.soft(tone);
          brush.cell(box, fill, Tones.fill(tone), radius, close ? 0 : 1);
          double widest = (box.w() - 2) / (Math.max(1, text.length()) * Brush.DIGIT_ASPECT);
          double size = Math.min(Math.min(scene.fitC().size(), widest), box.h() * 0.8);
          if (size >= scene.layout().px(11)) {
            brush.number(text, box, size, close ? Tones.on(tone) : Palette.text());
          }
        });
  }
}

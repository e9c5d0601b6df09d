package org.inferscope.tab.matmul;

import java.awt.Color;
import java.util.Optional;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;

/** Paints the cells of C: empty, a running sum, finished, in focus, hidden in predict mode. */
final class ResultPainter {
  private static final String HIDDEN = "?";

  private final Brush brush;

  ResultPainter(Brush brush) {
    this.brush = brush;
  }

  /** Empty cells, or, where there can be no product, only their outlines. */
  void base(Scene scene) {
    GridBox grid = scene.layout().c();
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        Box box = grid.cell(i, j);
        if (scene.mismatch().isPresent()) {
          brush.dashed(box, Palette.cellBorder(), OperandPainter.radius(grid), 1.2);
        } else {
          brush.cell(box, Palette.cell(), Palette.cellBorder(), OperandPainter.radius(grid), 1);
        }
      }
    }
  }

  /** What has been computed so far; the elements worked on in full yellow. */
  void values(Scene scene) {
    Moment moment = scene.moment();
    if (moment == null) {
      return;
    }
    GridBox grid = scene.layout().c();
    boolean[][] focus = focus(scene, moment);
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        if (focus[i][j]) {
          lit(scene, moment, i, j);
        } else {
          value(scene, moment.visible(), i, j);
        }
      }
    }
  }

  private void value(Scene scene, MatmulFrame frame, int i, int j) {
    GridBox grid = scene.layout().c();
    Box box = grid.cell(i, j);
    boolean hidden = scene.hides(i, j);
    if (hidden) {
      brush.number(HIDDEN, box, scene.fitC().size(), Palette.muted());
      return;
    }
    if (!frame.started(i, j)) {
      return;
    }
    String text = scene.fitC().text(frame.c(i, j));
    if (frame.complete(i, j) || text.isEmpty()) {
      Color ground = ground(text, frame.c(i, j));
      brush.cell(box, ground, Tones.fill(Tone.RESULT), OperandPainter.radius(grid), 1);
    }
    Color ink = frame.complete(i, j) ? Palette.text() : Palette.muted();
    brush.number(text, box, scene.fitC().size(), ink);
  }

  private static Color ground(String text, float value) {
    return text.isEmpty() ? Palette.signed().at(Math.tanh(value / 64)) : Tones.soft(Tone.RESULT);
  }

  /** The elements worked on; in predict mode the one that is asked for. */
  private static boolean[][] focus(Scene scene, Moment moment) {
    boolean[][] focus = new boolean[scene.layout().c().rows()][scene.layout().c().cols()];
    Optional<Cell> asked = scene.asked();
    if (asked.isPresent()) {
      focus[asked.get().row()][asked.get().column()] = true;
    } else {
      moment.work().forEach(work -> focus[work.i()][work.j()] = true);
    }
    return focus;
  }

  private void lit(Scene scene, Moment moment, int i, int j) {
    GridBox grid = scene.layout().c();
    MatmulFrame frame = moment.visible();
    Box box = grid.cell(i, j);
    double pulse = moment.phase() >= Moment.LANDED ? pulse(moment.phase()) : 0;
    Box grown = box.grown(pulse * scene.layout().px(3));
    brush.cell(
        grown,
        Tones.fill(Tone.RESULT),
        Tones.ink(Tone.RESULT),
        OperandPainter.radius(grid),
        scene.layout().px(1.4));
    boolean hidden = scene.hides(i, j);
    if (hidden || frame.started(i, j)) {
      String text = hidden ? HIDDEN : scene.fitC().text(frame.c(i, j));
      brush.number(text, box, scene.fitC().size(), Tones.on(Tone.RESULT));
    }
  }

  /** Swells and settles as a value lands. */
  private static double pulse(double phase) {
    return Math.sin(Math.PI * (phase - Moment.LANDED) / (1 - Moment.LANDED));
  }
}

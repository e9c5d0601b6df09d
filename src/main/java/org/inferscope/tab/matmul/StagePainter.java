package org.inferscope.tab.matmul;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.ui.paint.Backdrop;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.LinePainter;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the whole stage from a scene. Keeps fonts and the resting picture from one frame to the
 * next, so use one for one component. Event thread.
 */
final class StagePainter {
  private final Backdrop backdrop = new Backdrop();
  private final Brush brush = new Brush();
  private final LabelPainter labels = new LabelPainter(brush);
  private final OperandPainter operands = new OperandPainter(brush);
  private final ResultPainter results = new ResultPainter(brush);
  private final SystolicPainter systolic = new SystolicPainter(brush);
  private final TilePainter tiles = new TilePainter(brush);
  private final MismatchPainter mismatch = new MismatchPainter(brush);
  private final ChipPainter chips = new ChipPainter(brush);
  private final LinePainter line = new LinePainter(brush);

  void paint(Graphics2D g, Scene scene) {
    StageSpec spec = scene.layout().spec();
    backdrop.draw(g, key(scene), spec.width(), spec.height(), resting -> base(resting, scene));
    brush.take(g);
    if (scene.mismatch().isPresent()) {
      mismatch.paint(scene);
      mismatch.sentence(scene);
    } else {
      product(scene);
    }
    brush.release();
  }

  private void product(Scene scene) {
    operands.lit(scene, Operand.A);
    operands.lit(scene, Operand.B);
    if (scene.layout().isSystolic()) {
      systolic.paint(scene);
    } else {
      results.values(scene);
    }
    if (isTiled(scene)) {
      tiles.paint(scene);
    }
    hover(scene);
    chips.paint(scene);
    line.paint(scene.line());
    line.sentence(
        scene.narration(), scene.layout().narration(), scene.layout().spec().unit(), scene.tone());
  }

  private void base(Graphics2D g, Scene scene) {
    brush.take(g);
    StageSpec spec = scene.layout().spec();
    brush.fill(new Box(0, 0, spec.width(), spec.height()), Palette.background(), 0);
    labels.paint(scene);
    operands.base(scene, Operand.A);
    operands.base(scene, Operand.B);
    results.base(scene);
    brush.release();
  }

  /** What the resting picture depends on; colours stand for the theme. */
  private static Object key(Scene scene) {
    List<Color> theme =
        List.of(
            Palette.background(),
            Palette.cell(),
            Palette.text(),
            Tones.ink(Tone.ROW),
            Tones.ink(Tone.RESULT));
    return List.of(
        scene.layout().spec(), scene.a(), scene.b(), theme, scene.mismatch().isPresent());
  }

  private static boolean isTiled(Scene scene) {
    Moment moment = scene.moment();
    return moment != null && moment.program().algorithm() == Algorithm.TILED;
  }

  private void hover(Scene scene) {
    if (scene.hover().isPresent() && scene.hover().get() instanceof Target.Value at) {
      GridBox grid = scene.layout().grid(at.operand());
      if (at.row() < grid.rows() && at.col() < grid.cols()) {
        brush.outline(
            grid.cell(at.row(), at.col()).grown(1),
            Palette.accent(),
            OperandPainter.radius(grid),
            scene.layout().px(2));
      }
    }
  }
}

package org.inferscope.tab.linear;

import java.awt.Graphics2D;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.ui.bars.BarsPainter;
import org.inferscope.ui.bars.TermBars;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.heatmap.Spot;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.LinePainter;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the stage with W, x, b and y from a scene. Keeps fonts and pictures from one frame to the
 * next, so use one for one component. Event thread.
 */
final class StagePainter {
  private final Brush brush = new Brush();
  private final WeightsPainter weights = new WeightsPainter(brush);
  private final BarsPainter bars = new BarsPainter(brush);
  private final HeatmapPainter batchX = new HeatmapPainter(brush);
  private final HeatmapPainter batchY = new HeatmapPainter(brush);
  private final ProblemPainter problems = new ProblemPainter(brush);
  private final FormulaPainter formula = new FormulaPainter(brush);
  private final LabelPainter labels = new LabelPainter(brush);
  private final LinePainter line = new LinePainter(brush);
  private final TermBars terms = new TermBars(brush);

  void paint(Graphics2D g, Scene scene) {
    StageLayout layout = scene.layout();
    brush.take(g);
    StageSpec spec = layout.spec();
    brush.fill(new Box(0, 0, spec.width(), spec.height()), Palette.background(), 0);
    formula.paint(layout);
    weights.paint(scene);
    bars.paint(layout.bars().x(), scene.bars().x());
    bars.paint(layout.bars().b(), scene.bars().b());
    bars.paint(layout.bars().y(), scene.bars().y());
    problems.bars(layout, layout.bars().x(), scene.entries().x().rowAsColumn(scene.row()));
    problems.bars(layout, layout.bars().b(), scene.entries().b());
    labels.signs(layout);
    if (layout.hasBatch()) {
      batch(scene);
    }
    line.paint(scene.line());
    terms.paint(scene.terms().layout(), scene.terms().bars(), scene.terms().lit());
    line.sentence(scene.words().narration(), layout.narration(), spec.unit(), Tone.PLAIN);
    brush.release();
  }

  private void batch(Scene scene) {
    StageLayout.Batch batch = scene.layout().batch();
    labels.batch(scene);
    batchX.paint(batch.x(), scene.x(), scene.limits().x(), scene.fits().x());
    batchY.paint(batch.y(), scene.y(), scene.limits().y(), scene.fits().y());
    problems.cells(scene.layout(), batch.x(), scene.entries().x());
    row(batchX, batch.x(), scene);
    row(batchY, batch.y(), scene);
  }

  /** The row in the bars, framed, and the cell in focus. */
  private static void row(HeatmapPainter painter, GridBox grid, Scene scene) {
    painter.outlineRow(grid, scene.row(), Role.BLUE);
    boolean inputs = grid.equals(scene.layout().batch().x());
    LinearRef ref = scene.light().ref();
    if (!scene.light().pointed()) {
      return;
    }
    if (inputs && ref instanceof LinearRef.Input input) {
      outline(painter, grid, Spot.cell(input.row(), input.j(), Role.COLUMN));
    } else if (!inputs && ref instanceof LinearRef.Output output) {
      outline(painter, grid, Spot.cell(output.row(), output.i(), Role.RESULT));
    }
  }

  private static void outline(HeatmapPainter painter, GridBox grid, Spot spot) {
    painter.outlineCell(grid, spot.row(), spot.column(), spot.role());
  }
}

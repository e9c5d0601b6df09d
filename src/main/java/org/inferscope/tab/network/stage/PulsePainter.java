package org.inferscope.tab.network.stage;

import java.awt.Color;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the products of the running matmul as dots that travel along the weights, as large as they
 * count. Event thread.
 */
final class PulsePainter {
  /** Dots of more weights would be a cloud. */
  private static final int MOST = 220;

  private static final double LARGEST = 9;
  private static final double SMALLEST = 2.4;

  /** Dots smaller than this part of the largest product are left out. */
  private static final double LEAST = 0.03;

  /** Dots arrive after this part of the step; the bars are grown by its end. */
  private static final double ARRIVAL = 0.9;

  /** How much later than those of the first unit the dots of the last one leave and arrive. */
  private static final double LATE = 0.25;

  private final Brush brush;
  private final double[] ends = new double[4];

  PulsePainter(Brush brush) {
    this.brush = brush;
  }

  /** The dots of the running step, if it is a matmul. */
  void paint(Scene scene) {
    Scene.Play play = scene.play();
    boolean travels = play.running() && play.step() == Flow.Step.MATMUL && play.phase() < ARRIVAL;
    if (!travels || scene.trace().isEmpty() || play.phase() <= 0) {
      return;
    }
    int l = play.column() - 1;
    Optional<EdgeSketch> sketch = scene.edges().get(l);
    if (sketch.isPresent()) {
      brush.within(
          scene.layout().ground(), () -> dots(scene, scene.trace().get(), l, sketch.get()));
    }
  }

  private void dots(Scene scene, Trace trace, int l, EdgeSketch sketch) {
    int count = Math.min(MOST, EdgeBudget.of(sketch, scene.layout().columns().size()));
    double largest = 0;
    for (int k = 0; k < count; k++) {
      largest = Math.max(largest, Math.abs(product(trace, l, sketch, k)));
    }
    for (int k = count - 1; k >= 0 && largest > 0; k--) {
      double product = product(trace, l, sketch, k);
      double share = Math.abs(product) / largest;
      if (share > LEAST) {
        double late = LATE * sketch.from(k) / scene.layout().column(l).units();
        double t = Ease.between(scene.play().phase(), late, ARRIVAL - LATE + late);
        dot(scene, l, sketch, k, product < 0, share, t);
      }
    }
  }

  private static double product(Trace trace, int l, EdgeSketch sketch, int k) {
    float h = trace.column(l).get(trace.row(), sketch.from(k));
    boolean off = trace.off().hasLink(l, sketch.to(k), sketch.from(k));
    double product = off ? 0 : (double) sketch.weight(k) * h;
    return Double.isFinite(product) ? product : 0;
  }

  private void dot(
      Scene scene, int l, EdgeSketch sketch, int k, boolean negative, double share, double t) {
    StageLayout layout = scene.layout();
    if (!EdgePainter.ends(ends, layout, l, sketch.from(k), sketch.to(k))) {
      return;
    }
    StageSpec spec = layout.spec();
    double size = spec.px(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share));
    double x = ends[0] + (ends[2] - ends[0]) * t;
    double y = ends[1] + (ends[3] - ends[1]) * t;
    Color fill = negative ? Role.COLUMN.fill() : Role.ROW.fill();
    Color edge = negative ? Role.COLUMN.ink() : Role.ROW.ink();
    brush.cell(Box.around(x, y, size, size), fill, edge, size / 2, spec.px(1));
  }

  /** The product at the middle of a weight that somebody is on. */
  void product(Scene scene, Ablations.Link link) {
    StageLayout layout = scene.layout();
    if (scene.trace().isEmpty()
        || !EdgePainter.ends(ends, layout, link.layer(), link.j(), link.i())) {
      return;
    }
    StageSpec spec = layout.spec();
    Terms terms = Terms.of(scene.trace().get(), new Ablations.Unit(link.layer() + 1, link.i()));
    String text =
        ShortNumbers.rounded(terms.weight(link.j()), 3)
            + "·"
            + ShortNumbers.rounded(terms.input(link.j()), 3)
            + " = "
            + ShortNumbers.rounded(terms.product(link.j()), 3);
    double width = text.length() * spec.type() * Brush.DIGIT_ASPECT + spec.px(12);
    Box box =
        Box.around((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2, width, spec.type() * 1.6)
            .clampedTo(layout.ground());
    brush.cell(box, Palette.card(), Palette.cardBorder(), spec.px(5), spec.px(1));
    brush.number(text, box, spec.type(), Palette.text());
  }
}

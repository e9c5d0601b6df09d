package org.inferscope.tab.linear;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;

/**
 * The layer under the roof of a device: how many FLOPs a second are possible at most, by how many
 * there are for each byte moved. Event thread.
 */
final class RooflineChart extends BatchChart {
  private static final double ROOM_BESIDE = 1.5;
  private static final double ROOM_OVER = 2;
  private static final int MOST_TICKS = 5;
  private static final int SAMPLES = 24;

  private Roof roof;

  RooflineChart(Roof roof, BatchCosts costs, Consumer<ValueRef> inspect) {
    super(
        "linear.chart.roofline",
        Texts.get("linear.roofline.chart"),
        220,
        LayerQuantity.INTENSITY,
        costs,
        inspect);
    this.roof = roof;
  }

  void show(Roof next, BatchCosts costs) {
    roof = next;
    show(costs);
  }

  @Override
  Box plot(int width, int high, double type) {
    double left = 5.2 * type * Brush.DIGIT_ASPECT + 0.5 * type;
    double right = 1.8 * type;
    double above = 1.8 * type;
    double below = 2.9 * type;
    return new Box(left, above, width - left - right, high - above - below);
  }

  private static double intensity(LayerCost cost) {
    return cost.value(LayerQuantity.INTENSITY);
  }

  private LogScale intensities() {
    List<LayerCost> points = points();
    double low = Math.min(intensity(points.get(0)), roof.ridge());
    double high = Math.max(intensity(points.get(points.size() - 1)), roof.ridge());
    return LogScale.decades(low, high * ROOM_BESIDE);
  }

  private LogScale speeds() {
    double low = roof.attainable(intensities().min());
    return LogScale.decades(low, roof.peak() * ROOM_OVER);
  }

  private Point2D place(double intensity, double flops, Box plot) {
    return new Point2D.Double(
        plot.x() + intensities().at(intensity) * plot.w(),
        plot.bottom() - speeds().at(flops) * plot.h());
  }

  @Override
  Point2D place(LayerCost cost, Box plot) {
    return place(intensity(cost), roof.attainable(intensity(cost)), plot);
  }

  @Override
  void under(Brush on, Box plot, double type) {
    grid(on, plot, type);
    Point2D start = onRoof(intensities().min(), plot);
    Point2D ridge = onRoof(roof.ridge(), plot);
    Point2D end = onRoof(intensities().max(), plot);
    double width = 2.5 * unit();
    Box post = new Box(ridge.getX(), ridge.getY(), 0, plot.bottom() - ridge.getY());
    on.dashed(post.grown(unit() / 2), Palette.muted(), 0, unit());
    on.line(start.getX(), start.getY(), ridge.getX(), ridge.getY(), Palette.muted(), width);
    on.line(ridge.getX(), ridge.getY(), end.getX(), end.getY(), Palette.muted(), width);
    on.text(ridgeText(), ridgeLabel(on, plot, type), type, Palette.text());
  }

  private String ridgeText() {
    return Texts.get("linear.roofline.ridge", Numbers.cell(roof.ridge()));
  }

  private Box ridgeLabel(Brush on, Box plot, double type) {
    Point2D ridge = onRoof(roof.ridge(), plot);
    double width = on.width(ridgeText(), type);
    Box over = Box.around(ridge.getX(), ridge.getY() - 1.1 * type, width, 1.2 * type);
    return over.clampedTo(new Box(plot.x(), 0, plot.w() + 1.8 * type, plot.bottom()));
  }

  private Point2D onRoof(double intensity, Box plot) {
    return place(intensity, roof.attainable(intensity), plot);
  }

  private void grid(Brush on, Box plot, double type) {
    double line = Math.max(1, Math.rint(unit()));
    for (double tick : intensities().powersOfTen(MOST_TICKS)) {
      double x = plot.x() + intensities().at(tick) * plot.w();
      on.fill(new Box(Math.rint(x), plot.y(), line, plot.h()), Palette.cardBorder(), 0);
      Box label = Box.around(x, plot.bottom() + 0.9 * type, 4 * type, type);
      on.number(Numbers.cell(tick), label, type, Palette.muted());
    }
    for (double tick : speeds().powersOfTen(MOST_TICKS)) {
      double y = plot.bottom() - speeds().at(tick) * plot.h();
      on.fill(new Box(plot.x(), Math.rint(y), plot.w(), line), Palette.cardBorder(), 0);
      Box label = new Box(0, y - type / 2, plot.x() - 0.5 * type, type);
      on.trailing(Numbers.si(tick, ""), label, type, Palette.muted());
    }
    Box under = new Box(0, plot.bottom() + 1.7 * type, plot.right(), 1.2 * type);
    on.trailing(Texts.get("linear.roofline.axis.intensity"), under, type, Palette.muted());
    Box over = new Box(0, 0, plot.right(), 1.2 * type);
    on.leading(Texts.get("linear.roofline.axis.speed"), over, type, Palette.muted());
  }

  @Override
  void label(Brush on, Box plot, Point2D at, double type) {
    LayerCost now = costs().current();
    List<String> lines =
        List.of(
            Texts.get("linear.roofline.batch", Numbers.count(now.batch())),
            now.text(LayerQuantity.INTENSITY),
            bound(now));
    double width = lines.stream().mapToDouble(text -> on.width(text, type)).max().orElse(0);
    double line = 1.35 * type;
    Box wanted = new Box(at.getX() + type, at.getY() + type, width, lines.size() * line);
    Box placed = FreePlace.near(wanted, plot.grown(-0.3 * type), taken(on, plot, type), type / 2);
    on.fill(placed.grown(0.2 * type), Palette.card(), 0.4 * type);
    for (int k = 0; k < lines.size(); k++) {
      Box slot = new Box(placed.x(), placed.y() + k * line, width + 2, line);
      if (k == lines.size() - 1) {
        on.leadingStrong(lines.get(k), slot.grown(1), type, Palette.text());
      } else {
        on.leading(lines.get(k), slot.grown(1), type, Palette.text());
      }
    }
  }

  /** What a label must leave in sight: the roof, its label, and the points. */
  private List<Box> taken(Brush on, Box plot, double type) {
    List<Box> taken = new ArrayList<>();
    // Words that are covered are lost; of a line the rest still shows where it goes.
    taken.addAll(Collections.nCopies(SAMPLES, ridgeLabel(on, plot, type)));
    LogScale scale = intensities();
    for (int k = 0; k <= SAMPLES; k++) {
      double intensity = scale.min() * Math.pow(scale.max() / scale.min(), (double) k / SAMPLES);
      Point2D at = onRoof(intensity, plot);
      taken.add(Box.around(at.getX(), at.getY(), 0.8 * type, 0.8 * type));
    }
    points().forEach(cost -> taken.add(around(place(cost, plot), type)));
    return taken;
  }

  private static Box around(Point2D at, double type) {
    return Box.around(at.getX(), at.getY(), 1.2 * type, 1.2 * type);
  }

  private String bound(LayerCost cost) {
    return roof.isMemoryBound(intensity(cost))
        ? Texts.get("linear.roofline.memory")
        : Texts.get("linear.roofline.compute");
  }

  @Override
  String words(LayerCost cost) {
    return Texts.get(
        "linear.roofline.point",
        Numbers.count(cost.batch()),
        cost.text(LayerQuantity.INTENSITY),
        Numbers.si(roof.attainable(intensity(cost)), "FLOP/s"),
        bound(cost));
  }
}

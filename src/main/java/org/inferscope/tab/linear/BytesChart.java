package org.inferscope.tab.linear;

import java.awt.geom.Point2D;
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
 * The bytes moved for each row of the batch, over the size of the batch: they fall towards those of
 * the row's own x and y. Event thread.
 */
final class BytesChart extends BatchChart {
  private static final LogScale SIZES = new LogScale(1, 256);
  private static final int[] TICKS = {1, 4, 16, 64, 256};
  private static final double HEADROOM = 1.12;

  BytesChart(BatchCosts costs, Consumer<ValueRef> inspect) {
    super(
        "linear.chart.bytes",
        Texts.get("linear.bytes.chart"),
        150,
        LayerQuantity.BYTES_PER_ROW,
        costs,
        inspect);
  }

  @Override
  Box plot(int width, int high, double type) {
    double labels = (top().length() + 1) * type * Brush.DIGIT_ASPECT;
    double right = 1.6 * type;
    double below = 2.9 * type;
    double above = 1.6 * type;
    return new Box(labels, above, width - labels - right, high - above - below);
  }

  /** The largest value, which a batch of 1 has. */
  private double most() {
    return costs().cost(1).value(LayerQuantity.BYTES_PER_ROW);
  }

  private String top() {
    return costs().cost(1).text(LayerQuantity.BYTES_PER_ROW);
  }

  /** What a row of an endless batch would move: its x and its y. */
  private double least() {
    return (costs().inputs() + costs().outputs()) * costs().dtype().bytes();
  }

  private double y(double bytes, Box plot) {
    return plot.bottom() - bytes / (most() * HEADROOM) * plot.h();
  }

  @Override
  Point2D place(LayerCost cost, Box plot) {
    return new Point2D.Double(
        plot.x() + SIZES.at(cost.batch()) * plot.w(),
        y(cost.value(LayerQuantity.BYTES_PER_ROW), plot));
  }

  @Override
  void under(Brush on, Box plot, double type) {
    double line = Math.max(1, Math.rint(unit()));
    for (int size : TICKS) {
      double x = plot.x() + SIZES.at(size) * plot.w();
      on.fill(new Box(Math.rint(x), plot.y(), line, plot.h()), Palette.cardBorder(), 0);
      Box label = Box.around(x, plot.bottom() + 0.9 * type, 3 * type, type);
      on.number(Integer.toString(size), label, type, Palette.muted());
    }
    on.fill(new Box(plot.x(), plot.bottom(), plot.w(), line), Palette.muted(), 0);
    Box floor = new Box(plot.x(), Math.rint(y(least(), plot)), plot.w(), line);
    on.fill(floor, Palette.muted(), 0);
    valueAt(on, top(), y(most(), plot), plot, type);
    boolean clear = plot.bottom() - floor.y() > 1.3 * type;
    valueAt(on, clear ? Numbers.cell(least()) : "0", clear ? floor.y() : plot.bottom(), plot, type);
    Box under = new Box(0, plot.bottom() + 1.7 * type, plot.right(), 1.2 * type);
    on.trailing(Texts.get("linear.bytes.axis.batch"), under, type, Palette.muted());
    Box over = new Box(0, 0, plot.right(), 1.2 * type);
    on.leading(Texts.get("linear.bytes.axis.bytes"), over, type, Palette.muted());
  }

  private static void valueAt(Brush on, String text, double y, Box plot, double type) {
    double width = text.length() * type * Brush.DIGIT_ASPECT;
    Box box = new Box(plot.x() - 0.5 * type - width, y - type / 2, width, type);
    on.number(text, box, type, Palette.muted());
  }

  @Override
  void label(Brush on, Box plot, Point2D at, double type) {
    String text = costs().current().text(LayerQuantity.BYTES_PER_ROW);
    double width = (text.length() + 1) * type * Brush.DIGIT_ASPECT;
    Box beside = new Box(at.getX() + 0.7 * type, at.getY() - 1.4 * type, width, 1.3 * type);
    Box room = new Box(plot.x(), plot.y(), plot.w() + 1.6 * type, plot.h());
    on.strongNumber(text, beside.clampedTo(room), type, Palette.text());
  }

  @Override
  String words(LayerCost cost) {
    return Texts.get(
        "linear.bytes.point",
        cost.batch(),
        Numbers.count(cost.batch()),
        cost.text(LayerQuantity.BYTES_PER_ROW),
        cost.text(LayerQuantity.INTENSITY),
        cost.dtype().label());
  }
}

package org.inferscope.tab.gpt2.weights;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.weights.EqualBins;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints a histogram as the notebook's are: 100 bins with their counts, zero as a dashed line, and
 * over it the normal distribution of the same mean and deviation. Event thread.
 */
final class HistogramPainter {
  private static final double LINE = 1.35;
  private static final int CURVE = 160;
  private static final double NARROW = 290;

  private final Brush brush;
  private final Pen pen;

  HistogramPainter(Brush brush) {
    this.brush = brush;
    pen = new Pen(brush);
  }

  /**
   * What is painted.
   *
   * @param title over it, semi-bold
   * @param shape below the title
   * @param facts beside or below the shape
   * @param stats the numbers
   * @param other of another layer, whose outline is drawn over it
   * @param otherName what that is
   * @param lit the bin that stands out, or −1
   */
  record Content(
      String title,
      String shape,
      String facts,
      WeightStats stats,
      Optional<WeightStats> other,
      String otherName,
      int lit) {}

  private static double unit() {
    return Metrics.scale();
  }

  private static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  /** Where the bars stand in a box. */
  static Box plot(Box box) {
    double line = type() * LINE;
    double left = 7.2 * type() * Brush.DIGIT_ASPECT + line;
    double top = (isNarrow(box) ? 4.4 : 3.4) * line;
    return new Box(
        box.x() + left,
        box.y() + top,
        Math.max(1, box.w() - left - 10 * unit()),
        Math.max(1, box.h() - top - 2.3 * line));
  }

  /** Whether the facts take two lines. */
  private static boolean isNarrow(Box box) {
    return box.w() < NARROW * unit();
  }

  /** From where to where the horizontal axis reaches: over both histograms. */
  static double[] range(Content content) {
    double low = content.stats().bins().edge(0);
    double high = content.stats().bins().edge(content.stats().bins().size());
    if (content.other().isPresent()) {
      EqualBins other = content.other().get().bins();
      low = Math.min(low, other.edge(0));
      high = Math.max(high, other.edge(other.size()));
    }
    return new double[] {low, high};
  }

  /** The bin under a place, or −1. */
  static int binAt(Box box, Content content, double x, double y) {
    Box plot = plot(box);
    if (!plot.contains(x, y)) {
      return -1;
    }
    double[] range = range(content);
    double value = range[0] + (x - plot.x()) / plot.w() * (range[1] - range[0]);
    EqualBins bins = content.stats().bins();
    int bin = (int) Math.floor((value - bins.edge(0)) / bins.width());
    return bin >= 0 && bin < bins.size() ? bin : -1;
  }

  /** Paints it all into a box, with a brush that has a graphics. */
  void paint(Box box, Content content) {
    new Picture(plot(box), box, content).paint();
  }

  private final class Picture {
    private final Box plot;
    private final Box box;
    private final Content content;
    private final WeightStats stats;
    private final double low;
    private final double perUnit;
    private final double highest;

    Picture(Box plot, Box box, Content content) {
      this.plot = plot;
      this.box = box;
      this.content = content;
      stats = content.stats();
      double[] range = range(content);
      low = range[0];
      perUnit = plot.w() / (range[1] - range[0]);
      double peak = stats.deviation() > 0 ? stats.gaussian(stats.mean()) : 0;
      double other = content.other().map(this::scaledHighest).orElse(0.0);
      highest = Math.max(Math.max((double) stats.bins().highest(), peak), other) * 1.04;
    }

    private double scaledHighest(WeightStats other) {
      return other.bins().highest() * scale(other);
    }

    /** Bins of another width hold as many times more numbers: areas are what is compared. */
    private double scale(WeightStats other) {
      return stats.bins().width() / other.bins().width() * ((double) stats.count() / other.count());
    }

    private double x(double value) {
      return plot.x() + (value - low) * perUnit;
    }

    private double y(double count) {
      return plot.bottom() - count / highest * plot.h();
    }

    void paint() {
      words();
      counts();
      EqualBins bins = stats.bins();
      for (int bin = 0; bin < bins.size(); bin++) {
        bar(bins, bin);
      }
      brush.fill(new Box(plot.x(), plot.bottom(), plot.w(), unit()), Palette.cellBorder(), 0);
      zero();
      gaussian();
      content.other().ifPresent(this::outline);
      values();
    }

    private void words() {
      double line = type() * LINE;
      Box title = new Box(box.x(), box.y(), box.w(), line);
      brush.leadingStrong(content.title(), title, type() * 1.08, Palette.text());
      if (isNarrow(box)) {
        brush.leading(content.shape(), title.moved(0, line), type(), Palette.muted());
        brush.leading(content.facts(), title.moved(0, 2 * line), type(), Palette.muted());
        legend(title.moved(0, 3 * line));
      } else {
        String both = content.shape() + ", " + content.facts();
        brush.leading(both, title.moved(0, line), type(), Palette.muted());
        legend(title.moved(0, 2 * line));
      }
    }

    /** Short lines in the colours of the curves, each with what it is. */
    private void legend(Box line) {
      double at = line.x();
      if (stats.deviation() > 0) {
        at = legend(line, at, Texts.get("gpt2weights.gaussian"), Role.PLUM.ink());
      }
      if (content.other().isPresent()) {
        legend(line, at, content.otherName(), Role.BLUE.ink());
      }
    }

    private double legend(Box line, double at, String name, Color color) {
      double dash = 14 * unit();
      brush.fill(new Box(at, line.centerY() - unit(), dash, 2 * unit()), color, 0);
      double from = at + dash + 5 * unit();
      double w = brush.width(name, type());
      Box place = new Box(from, line.y(), Math.min(w + 1, box.right() - from), line.h());
      brush.leading(name, place, type(), Palette.muted());
      return from + w + 14 * unit();
    }

    private void bar(EqualBins bins, int bin) {
      if (bins.count(bin) == 0) {
        return;
      }
      double left = x(bins.edge(bin));
      double right = x(bins.edge(bin + 1));
      double gap = right - left > 4 * unit() ? 0.5 * unit() : 0;
      double top = Math.min(plot.bottom() - unit(), y((double) bins.count(bin)));
      Box bar =
          new Box(left + gap, top, Math.max(0.6, right - left - 2 * gap), plot.bottom() - top);
      Color fill = content.lit() == bin ? Palette.accent() : Role.COLUMN.fill();
      brush.bar(bar, fill, 0, Edge.TOP);
    }

    private void zero() {
      double at = x(0);
      if (at >= plot.x() && at <= plot.right()) {
        pen.dashed(
            new double[] {at, plot.y()},
            new double[] {at, plot.bottom()},
            Palette.error(),
            1.5 * unit());
      }
    }

    private void gaussian() {
      if (!(stats.deviation() > 0)) {
        return;
      }
      double[] points = new double[2 * (CURVE + 1)];
      for (int i = 0; i <= CURVE; i++) {
        double x = plot.x() + plot.w() * i / CURVE;
        points[2 * i] = x;
        points[2 * i + 1] = y(stats.gaussian(low + (x - plot.x()) / perUnit));
      }
      pen.line(points, false, Role.PLUM.ink(), 2 * unit());
    }

    private void outline(WeightStats other) {
      EqualBins bins = other.bins();
      double scale = scale(other);
      double[] points = new double[4 * bins.size() + 4];
      int at = 0;
      points[at++] = x(bins.edge(0));
      points[at++] = plot.bottom();
      for (int bin = 0; bin < bins.size(); bin++) {
        double y = y(bins.count(bin) * scale);
        points[at++] = x(bins.edge(bin));
        points[at++] = y;
        points[at++] = x(bins.edge(bin + 1));
        points[at++] = y;
      }
      points[at++] = x(bins.edge(bins.size()));
      points[at] = plot.bottom();
      pen.line(points, false, Role.BLUE.ink(), 1.5 * unit());
    }

    /** The counts at the left. */
    private void counts() {
      double line = type() * LINE;
      double step = Ticks.wholeStep(highest / Math.max(2, plot.h() / (2.2 * line)));
      for (double count = 0; count <= highest; count += step) {
        double y = y(count);
        brush.fill(new Box(plot.x(), y, plot.w(), unit()), Palette.cardBorder(), 0);
        String text = count < 1e6 ? Numbers.count((long) count) : Numbers.si(count, "").strip();
        double w = text.length() * type() * Brush.DIGIT_ASPECT;
        Box place = new Box(plot.x() - w - 6 * unit(), y - line / 2, w, line);
        brush.number(text, place, type(), Palette.muted());
      }
      Box name = new Box(box.x(), plot.y(), line, plot.h());
      String count = Texts.get("gpt2weights.axis.count");
      if (brush.width(count, type()) < plot.h()) {
        brush.upwards(count, name, type(), Palette.muted());
      }
    }

    /** The finest step between values whose texts stand clear of each other. */
    private double valueStep() {
      double high = low + plot.w() / perUnit;
      double step = Ticks.step(2 * type() / perUnit);
      while (step * perUnit < plot.w()) {
        double widest = 0;
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
          widest = Math.max(widest, Numbers.cell((float) (i * step)).length());
        }
        if ((widest + 1.5) * type() * Brush.DIGIT_ASPECT <= step * perUnit) {
          break;
        }
        step = Ticks.step(step * 1.5);
      }
      return step;
    }

    /** The values below. */
    private void values() {
      double line = type() * LINE;
      List<String> written = new ArrayList<>();
      double step = valueStep();
      double high = low + plot.w() / perUnit;
      for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
        String text = Numbers.cell((float) (i * step));
        double w = text.length() * type() * Brush.DIGIT_ASPECT;
        double x = x(i * step);
        brush.fill(new Box(x, plot.bottom(), unit(), 3 * unit()), Palette.muted(), 0);
        Box place = Box.around(x, plot.bottom() + 4 * unit() + line / 2, w, line);
        if (!written.contains(text)) {
          brush.number(text, place, type(), Palette.muted());
          written.add(text);
        }
      }
      Box name = new Box(plot.x(), plot.bottom() + 3 * unit() + line, plot.w(), line);
      brush.text(Texts.get("gpt2weights.axis.value"), name, type(), Palette.muted());
    }
  }
}

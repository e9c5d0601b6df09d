package org.inferscope.ui.bars;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** Paints what surrounds the bars: title, grid lines, zero line, ticks and their labels. */
final class AxisPainter {
  private static final int MOST_TICKS = 8;
  private static final double MARK = 4;

  private final Brush brush;

  AxisPainter(Brush brush) {
    this.brush = brush;
  }

  /** Title, captions, grid lines and ticks: what lies below the bars. */
  void under(BarsLayout layout, Bars bars) {
    words(layout, bars.words());
    Box plot = layout.plot();
    double[] ticks = ticks(layout, bars.scale());
    Color grid = grid();
    for (double tick : ticks) {
      double x = bars.scale().position(plot, tick);
      brush.fill(upright(x, plot.y(), plot.h(), layout.unit()), grid, 0);
      Box mark = upright(x, plot.bottom(), MARK * layout.unit(), layout.unit());
      brush.fill(mark, Palette.cellBorder(), 0);
    }
    labels(layout, bars.scale(), ticks);
  }

  /** Faint also where high contrast makes all borders firm: labels lie on these lines. */
  private static Color grid() {
    Color line = Palette.cardBorder();
    return Metrics.isProjector() ? Tones.mixed(Palette.background(), line, 0.4) : line;
  }

  /** The zero line, over the bars. */
  void zero(BarsLayout layout, BarScale scale) {
    Box plot = layout.plot();
    double x = scale.position(plot, 0);
    double height = plot.h() + MARK * layout.unit();
    brush.fill(upright(x, plot.y(), height, 1.5 * layout.unit()), Palette.muted(), 0);
  }

  private static Box upright(double x, double y, double height, double width) {
    double wide = Math.max(1, Math.round(width));
    return new Box(Math.round(x - wide / 2), y, wide, height);
  }

  private void words(BarsLayout layout, Bars.Words words) {
    if (!layout.title().isEmpty()) {
      double size = Math.max(layout.type(), BarsLayout.TITLE_TYPE * layout.unit());
      brush.leadingStrong(words.title(), layout.title(), size, Palette.text());
    }
    if (!layout.caption().isEmpty()) {
      brush.leading(words.lanes(), layout.caption(), layout.type(), Palette.muted());
    }
    Box axis = layout.axis();
    if (!axis.isEmpty() && brush.width(words.axis(), layout.type()) <= layout.plot().w()) {
      Box below = new Box(layout.plot().x(), axis.y(), layout.plot().w(), axis.h());
      brush.text(words.axis(), below, layout.type(), Palette.muted());
    }
  }

  /** As many ticks as can be labelled. */
  static double[] ticks(BarsLayout layout, BarScale scale) {
    double digit = layout.type() * Brush.DIGIT_ASPECT;
    for (int most = MOST_TICKS; most > 1; most--) {
      double[] ticks = scale.ticks(most);
      int longest = 0;
      for (double tick : ticks) {
        longest = Math.max(longest, Numbers.cell(tick).length());
      }
      double room = ticks.length < 2 ? 0 : (ticks[1] - ticks[0]) / scale.perPixel(layout.plot());
      if (room >= (longest + 2) * digit) {
        return ticks;
      }
    }
    return scale.ticks(1);
  }

  private void labels(BarsLayout layout, BarScale scale, double[] ticks) {
    for (Label label : placed(layout, scale, ticks)) {
      brush.number(label.text, label.box, layout.type(), Palette.muted());
    }
  }

  /** The label of a tick and its place. */
  record Label(String text, Box box) {}

  /** Labels below their ticks, kept within the strip; 0 first, then those that have room. */
  static List<Label> placed(BarsLayout layout, BarScale scale, double[] ticks) {
    List<Label> labels = new ArrayList<>();
    labels.add(label(layout, scale, 0));
    for (double tick : ticks) {
      Label next = label(layout, scale, tick);
      if (labels.stream().noneMatch(other -> other.box.overlaps(next.box))) {
        labels.add(next);
      }
    }
    return labels;
  }

  private static Label label(BarsLayout layout, BarScale scale, double tick) {
    String text = Numbers.cell(tick);
    double width = text.length() * layout.type() * Brush.DIGIT_ASPECT;
    double height = layout.type() * BarsLayout.LINE;
    double x = scale.position(layout.plot(), tick);
    Box strip = layout.ticks();
    Box box = new Box(x - width / 2, strip.bottom() - height, width, height);
    return new Label(text, box.clampedTo(strip));
  }
}

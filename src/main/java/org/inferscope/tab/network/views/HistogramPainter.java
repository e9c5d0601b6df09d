package org.inferscope.tab.network.views;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.inferscope.model.network.Histogram;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * Paints the histogram of a column: below zero to the left in teal, above to the right in coral,
 * what is exactly 0 as a bar on the zero line, and along the axis the colours of the heatmap. Event
 * thread.
 */
final class HistogramPainter {
  private static final int SHADES = 256;

  /** A bar of zeros that is higher than all others is cut here, in parts of the plot. */
  private static final double CUT = 0.82;

  private final Brush brush;
  private @Nullable BufferedImage shades;
  private @Nullable ColorMap map;

  HistogramPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Paints it with its axis.
   *
   * @param lit the bin that stands out, as many as there are for the bar at 0, or −1
   */
  void paint(BatchLayout.Column place, BatchSpec spec, Histogram histogram, int lit) {
    Box plot = place.plot();
    for (int bin = 0; bin < histogram.bins(); bin++) {
      bar(plot, spec, histogram, bin, lit);
    }
    double unit = spec.unit();
    double wide = Math.max(1, Math.round(unit));
    brush.fill(new Box(plot.x(), plot.bottom() - wide, plot.w(), wide), Palette.cellBorder(), 0);
    double zero = Math.round(plot.centerX() - wide / 2);
    brush.fill(new Box(zero, plot.y(), wide, plot.h() + place.strip().h()), Palette.muted(), 0);
    zeros(plot, spec, histogram, lit);
    labels(place, spec, histogram);
    axis(place, spec, histogram.limit());
  }

  /** Where the bar of a bin stands, as high as the plot. */
  static Box lane(Box plot, Histogram histogram, int bin) {
    double w = plot.w() / histogram.bins();
    return new Box(plot.x() + bin * w, plot.y(), w, plot.h());
  }

  /** Where the bar at exactly 0 stands, as high as the plot. */
  static Box zeroLane(Box plot, Histogram histogram) {
    double w = Math.max(3, plot.w() / histogram.bins() * 0.6);
    return new Box(Math.round(plot.centerX() - w / 2), plot.y(), Math.round(w), plot.h());
  }

  /** The bin under a place in the plot, as many as there are for the bar at 0, or −1. */
  static int binAt(Box plot, Histogram histogram, double x, double y) {
    if (!plot.contains(x, y)) {
      return -1;
    }
    if (histogram.zeros() > 0 && zeroLane(plot, histogram).contains(x, y)) {
      return histogram.bins();
    }
    int bin = (int) ((x - plot.x()) / plot.w() * histogram.bins());
    return Math.min(histogram.bins() - 1, bin);
  }

  private void bar(Box plot, BatchSpec spec, Histogram histogram, int bin, int lit) {
    int count = histogram.count(bin);
    if (count == 0) {
      return;
    }
    Role role = bin < histogram.bins() / 2 ? Role.COLUMN : Role.ROW;
    Box lane = lane(plot, histogram, bin);
    double h = Math.max(spec.unit(), plot.h() * count / histogram.highest());
    double gap = Math.min(spec.unit(), lane.w() * 0.15);
    Box box = new Box(lane.x() + gap / 2, plot.bottom() - h, lane.w() - gap, h);
    boolean back = lit >= 0 && lit != bin;
    Color fill = back ? Tones.mixed(Palette.background(), role.fill(), 0.4) : role.fill();
    brush.bar(box, fill, Math.min(2 * spec.unit(), h / 2), Edge.TOP);
  }

  /** The bar at exactly 0, which must not make all others low. */
  private void zeros(Box plot, BatchSpec spec, Histogram histogram, int lit) {
    if (histogram.zeros() == 0) {
      return;
    }
    int highest = Math.max(1, histogram.highest());
    double share = (double) histogram.zeros() / highest;
    double h = Math.max(2 * spec.unit(), Math.min(1, share) * plot.h());
    Box lane = zeroLane(plot, histogram);
    boolean back = lit >= 0 && lit != histogram.bins();
    Color fill = back ? Tones.mixed(Palette.background(), Palette.muted(), 0.4) : Palette.muted();
    brush.bar(new Box(lane.x(), plot.bottom() - h, lane.w(), h), fill, 2 * spec.unit(), Edge.TOP);
    if (share > 1) {
      Box cut = new Box(lane.x(), plot.bottom() - plot.h() * CUT, lane.w(), 3 * spec.unit());
      brush.fill(cut.grown(0.5), Palette.background(), 0);
    }
  }

  private void labels(BatchLayout.Column place, BatchSpec spec, Histogram histogram) {
    Box plot = place.plot();
    double high = spec.type() * 1.2;
    String zeros = BatchWriter.zeros(histogram);
    if (!zeros.isEmpty()) {
      double w = brush.width(zeros, spec.type());
      Box box = new Box(plot.centerX() - w / 2, plot.y() - high, w, high);
      brush.text(zeros, box, spec.type(), Palette.text());
    }
    String special = BatchWriter.special(histogram);
    if (!special.isEmpty()) {
      double w = brush.width(special, spec.type());
      Box right = new Box(plot.right() - w, plot.y() - high, w, high);
      brush.trailing(special, right, spec.type(), Palette.error());
    }
  }

  /** The colours along the axis, and −limit, 0 and limit below. */
  private void axis(BatchLayout.Column place, BatchSpec spec, double limit) {
    brush.pixels(gradient(), place.strip());
    brush.outline(place.strip(), Palette.cellBorder(), 0, Math.max(1, spec.unit()));
    Box ticks = place.ticks();
    double type = spec.type();
    double digit = type * Brush.DIGIT_ASPECT;
    String low = Numbers.cell(-limit);
    String high = Numbers.cell(limit);
    Color ink = Palette.muted();
    brush.number(low, new Box(ticks.x(), ticks.y(), low.length() * digit, ticks.h()), type, ink);
    brush.number(Numbers.cell(0), ticks, type, ink);
    double w = high.length() * digit;
    brush.number(high, new Box(ticks.right() - w, ticks.y(), w, ticks.h()), type, ink);
  }

  private BufferedImage gradient() {
    BufferedImage made = shades;
    ColorMap now = Palette.signed();
    if (made == null || !now.equals(map)) {
      made = new BufferedImage(SHADES, 1, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < SHADES; x++) {
        made.setRGB(x, 0, now.rgbAt(2.0 * x / (SHADES - 1) - 1));
      }
      shades = made;
      map = now;
    }
    return made;
  }
}

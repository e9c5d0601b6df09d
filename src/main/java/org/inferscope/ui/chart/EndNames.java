package org.inferscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;

/**
 * The names of series to the right of a plot, each as level with its last point as the others let
 * it be. Event thread.
 */
final class EndNames {
  private static final float GAP = 16;
  private static final double WIDEST = 0.36;

  private EndNames() {}

  /** Where a point stands. */
  @FunctionalInterface
  interface Height {
    double of(int series, int point);
  }

  private record Name(ChartSeries series, double level) {}

  private static Font font() {
    return Fonts.strong(Fonts.SMALL);
  }

  /** The room they need beside the plot in pixels, at most a good third of the chart. */
  static double width(List<ChartSeries> series, int chart) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    double widest = 0;
    for (ChartSeries each : series) {
      if (isNamed(each)) {
        widest = Math.max(widest, font().getStringBounds(each.name(), context).getWidth());
      }
    }
    return widest == 0 ? 0 : Math.min(Metrics.px(GAP) + Math.ceil(widest), WIDEST * chart);
  }

  private static boolean isNamed(ChartSeries series) {
    return !series.name().isEmpty() && !series.points().isEmpty();
  }

  /** Paints the names, with a line to where one had to move from. */
  static void paint(
      Graphics2D g, List<ChartSeries> series, Rectangle2D area, double width, Height height) {
    List<Name> names = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      if (isNamed(series.get(s))) {
        names.add(new Name(series.get(s), height.of(s, series.get(s).points().size() - 1)));
      }
    }
    names.sort(Comparator.comparingDouble(Name::level));
    FontMetrics metrics = g.getFontMetrics(font());
    double[] levels =
        spread(
            names.stream().mapToDouble(Name::level).toArray(),
            metrics.getAscent() + metrics.getDescent(),
            area.getMinY(),
            area.getMaxY());
    g.setFont(font());
    g.setStroke(new BasicStroke(Metrics.px(1f)));
    double left = area.getMaxX() + Metrics.px(GAP) - Metrics.px(4f);
    for (int i = 0; i < levels.length; i++) {
      g.setColor(names.get(i).series().role().ink());
      g.draw(
          new Line2D.Double(
              area.getMaxX() + Metrics.px(2f),
              names.get(i).level(),
              left - Metrics.px(2f),
              levels[i]));
      double room = width - (left - area.getMaxX());
      g.drawString(
          fitted(names.get(i).series().name(), metrics, room),
          (float) left,
          (float) (levels[i] + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }
  }

  private static String fitted(String name, FontMetrics metrics, double room) {
    if (metrics.stringWidth(name) <= room + 1) {
      return name;
    }
    int end = name.length();
    while (end > 1 && metrics.stringWidth(name.substring(0, end) + "…") > room) {
      end--;
    }
    return name.substring(0, end) + "…";
  }

  /**
   * Moves sorted levels as little as keeps neighbours a step apart (isotonic regression by pooling
   * adjacent violators), then into range.
   *
   * @param step the distance; less where they would not all fit
   */
  static double[] spread(double[] wanted, double step, double low, double high) {
    int n = wanted.length;
    double apart = Math.min(step, (high - low) / Math.max(1, n));
    double[] sums = new double[n];
    int[] counts = new int[n];
    int pools = 0;
    for (int i = 0; i < n; i++) {
      sums[pools] = wanted[i] - i * apart;
      counts[pools] = 1;
      pools++;
      while (pools > 1
          && sums[pools - 2] / counts[pools - 2] > sums[pools - 1] / counts[pools - 1]) {
        sums[pools - 2] += sums[pools - 1];
        counts[pools - 2] += counts[pools - 1];
        pools--;
      }
    }
    double[] levels = new double[n];
    int next = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < counts[pool]; i++, next++) {
        double level = sums[pool] / counts[pool] + next * apart;
        double least = low + (next + 0.5) * apart;
        double most = high - (n - next - 0.5) * apart;
        levels[next] = Math.max(least, Math.min(most, level));
      }
    }
    return levels;
  }
}

package org.inferscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.LineMetrics;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Writes the labels of a chart over its lines, and draws its arrows. */
final class LabelWriter extends AbstractXYAnnotation {
  private static final float VEIL = 0.72f;
  private static final double HEAD = 8;
  private static final double MARK = 9;

  private final transient ChartContent content;
  private final transient List<ChartLabel> labels;

  /**
   * A writer.
   *
   * @param named whether it also writes the names of series, at their last points
   */
  LabelWriter(ChartContent content, boolean named) {
    this.content = content;
    labels = new ArrayList<>(content.labels());
    if (named && content.series().size() > 1) {
      content.series().forEach(this::addName);
    }
  }

  /** A series's name before its last point, on the side that the line does not come from. */
  private void addName(ChartSeries series) {
    if (series.points().isEmpty() || series.name().isEmpty()) {
      return;
    }
    int end = series.points().size() - 1;
    ChartPoint last = series.points().get(end);
    boolean falls = end > 0 && series.points().get(end - 1).y() > last.y();
    labels.add(
        new ChartLabel(
            series.name(),
            Optional.of(series.role()),
            new ChartSpot(last.x(), last.y()),
            falls ? ChartLabel.Side.END_BELOW : ChartLabel.Side.END_OVER));
  }

  @Override
  public void draw(
      Graphics2D g,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int renderer,
      PlotRenderingInfo info) {
    Sheet sheet = new Sheet(plot, area, across, up);
    content.arrows().forEach(arrow -> draw(g, sheet, arrow));
    if (labels.isEmpty()) {
      return;
    }
    LabelPlacer placer = new LabelPlacer(area, Metrics.px(4f));
    content.series().forEach(series -> avoid(placer, sheet, series));
    g.setFont(Fonts.strong(Fonts.SMALL));
    labels.forEach(label -> write(g, sheet, placer, label));
  }

  /** From the units of the axes to pixels. */
  private record Sheet(XYPlot plot, Rectangle2D area, ValueAxis across, ValueAxis up) {
    Point2D at(double x, double y) {
      return new Point2D.Double(
          across.valueToJava2D(x, area, plot.getDomainAxisEdge()),
          up.valueToJava2D(y, area, plot.getRangeAxisEdge()));
    }

    Point2D at(ChartSpot spot) {
      return at(spot.x(), spot.y());
    }
  }

  private static void avoid(LabelPlacer placer, Sheet sheet, ChartSeries series) {
    double side = MARK * Metrics.scale();
    Point2D before = null;
    for (ChartPoint point : series.points()) {
      Point2D at = sheet.at(point.x(), point.y());
      if (series.isMarked()) {
        placer.avoid(
            new Rectangle2D.Double(at.getX() - side / 2, at.getY() - side / 2, side, side));
      }
      if (before != null && series.line() != ChartSeries.Line.NONE) {
        placer.avoid(new Line2D.Double(before, at));
      }
      before = at;
    }
  }

  private static void write(Graphics2D g, Sheet sheet, LabelPlacer placer, ChartLabel label) {
    Font font = g.getFont();
    LineMetrics line = font.getLineMetrics(label.text(), g.getFontRenderContext());
    double width = font.getStringBounds(label.text(), g.getFontRenderContext()).getWidth();
    double height = line.getAscent() + line.getDescent();
    placer
        .place(sheet.at(label.at()), label.side(), width, height)
        .ifPresent(
            placed -> {
              Rectangle2D box = placed.box();
              if (placed.covers()) {
                veil(g, box);
              }
              g.setColor(label.role().map(Role::ink).orElse(Palette.text()));
              g.drawString(
                  label.text(), (float) box.getX(), (float) (box.getY() + line.getAscent()));
            });
  }

  /** So that lines behind the words do not make them hard to read. */
  private static void veil(Graphics2D g, Rectangle2D box) {
    Color ground = Palette.background();
    g.setColor(
        new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), Math.round(VEIL * 255)));
    double by = Metrics.px(1.5f);
    double arc = 4 * by;
    g.fill(
        new RoundRectangle2D.Double(
            box.getX() - by, box.getY(), box.getWidth() + 2 * by, box.getHeight(), arc, arc));
  }

  private static void draw(Graphics2D g, Sheet sheet, ChartArrow arrow) {
    Point2D from = sheet.at(arrow.from());
    Point2D to = sheet.at(arrow.to());
    double length = from.distance(to);
    double head = HEAD * Metrics.scale();
    double clear = head / 2;
    if (length < head) {
      return;
    }
    double dx = (to.getX() - from.getX()) / length;
    double dy = (to.getY() - from.getY()) / length;
    double tipX = to.getX() - clear * dx;
    double tipY = to.getY() - clear * dy;
    double baseX = tipX - head * dx;
    double baseY = tipY - head * dy;
    g.setColor(arrow.role().ink());
    g.setStroke(new BasicStroke(Metrics.px(2f)));
    g.draw(new Line2D.Double(from.getX() + clear * dx, from.getY() + clear * dy, baseX, baseY));
    Path2D tip = new Path2D.Double();
    tip.moveTo(tipX, tipY);
    tip.lineTo(baseX - dy * head / 2, baseY + dx * head / 2);
    tip.lineTo(baseX + dy * head / 2, baseY - dx * head / 2);
    tip.closePath();
    g.fill(tip);
  }
}

package org.inferscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.stream.DoubleStream;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Makes JFreeChart's chart of our values, in the look of the theme in force. */
final class ChartMaker {
  private static final double MARK = 7;
  private static final float LINE = 2;
  private static final float THIN = 1.3f;
  private static final float TINT = 0.15f;
  private static final int OPAQUE = 255;
  private static final double HEADROOM = 1.08;
  private static final double MARGIN = 0.025;
  private static final double NAMED_MARGIN = 0.03;

  private ChartMaker() {}

  /**
   * The chart.
   *
   * @param right room for names beside the plot, in pixels; 0 writes them at the last points
   */
  static JFreeChart chart(ChartContent content, double right) {
    List<ChartSeries> series = content.series();
    ChartAxis y = content.y();
    XYPlot plot =
        new XYPlot(data(series), axis(content.x(), series, false), axis(y, series, true), null);
    plot.setRenderer(renderer(content));
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    BasicStroke thin = new BasicStroke(Metrics.px(1f));
    plot.setDomainGridlinePaint(Palette.cardBorder());
    plot.setRangeGridlinePaint(Palette.cardBorder());
    plot.setDomainGridlineStroke(thin);
    plot.setRangeGridlineStroke(thin);
    plot.setDomainZeroBaselineVisible(false);
    plot.addAnnotation(new LabelWriter(content, right == 0));
    JFreeChart chart = new JFreeChart(null, text(), plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    chart.setPadding(
        new RectangleInsets(0, 0, 0, Math.max(right, atTheEnd(content.x(), plot.getDomainAxis()))));
    chart.addSubtitle(above(y.title()));
    return chart;
  }

  /** Room at the right for half of the last number below the axis. */
  private static double atTheEnd(ChartAxis of, ValueAxis axis) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    String widest = of.text(Math.rint(axis.getUpperBound()));
    return axis.getTickLabelFont().getStringBounds(widest, context).getWidth() / 2;
  }

  /** The vertical axis's title lies above it, so that nobody has to read sideways. */
  private static TextTitle above(String title) {
    TextTitle above = new TextTitle(title, text());
    above.setPaint(Palette.muted());
    above.setHorizontalAlignment(HorizontalAlignment.LEFT);
    above.setTextAlignment(HorizontalAlignment.LEFT);
    above.setPadding(0, 0, Metrics.px(6f), 0);
    return above;
  }

  private static Font text() {
    return Fonts.text(Fonts.SMALL);
  }

  private static YIntervalSeriesCollection data(List<ChartSeries> series) {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    for (int s = 0; s < series.size(); s++) {
      // Without sorting and with an index as its key: names may be equal.
      YIntervalSeries values = new YIntervalSeries(s, false, true);
      for (ChartPoint point : series.get(s).points()) {
        values.add(point.x(), point.y(), point.low(), point.high());
      }
      data.addSeries(values);
    }
    return data;
  }

  private static Whiskers renderer(ChartContent content) {
    Whiskers renderer = new Whiskers();
    renderer.setDrawSeriesLineAsPath(true);
    List<ChartSeries> series = content.series();
    for (int s = 0; s < series.size(); s++) {
      ChartSeries each = series.get(s);
      renderer.setSeriesPaint(s, each.role().ink());
      renderer.setSeriesStroke(s, stroke(each.line()));
      renderer.setSeriesOutlineStroke(s, new BasicStroke(Metrics.px(LINE)));
      renderer.setSeriesShape(s, shape(each.mark()));
      renderer.setSeriesShapesFilled(s, each.mark() != ChartSeries.Mark.RING);
      renderer.setSeriesLinesVisible(s, each.line() != ChartSeries.Line.NONE);
      renderer.setSeriesShapesVisible(s, each.isMarked());
    }
    content.areas().forEach(area -> renderer.addAnnotation(tint(area), Layer.BACKGROUND));
    return renderer;
  }

  private static BasicStroke stroke(ChartSeries.Line line) {
    float dash = Metrics.px(5f);
    return switch (line) {
      case NONE, SOLID ->
          new BasicStroke(Metrics.px(LINE), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      case DASHED ->
          new BasicStroke(
              Metrics.px(THIN),
              BasicStroke.CAP_BUTT,
              BasicStroke.JOIN_ROUND,
              1,
              new float[] {dash, dash},
              0);
      case THIN -> new BasicStroke(Metrics.px(THIN));
    };
  }

  private static Shape shape(ChartSeries.Mark mark) {
    double side = MARK * Metrics.scale();
    double half = side / 2;
    return switch (mark) {
      case NONE, DISC, RING -> new Ellipse2D.Double(-half, -half, side, side);
      case SQUARE -> new Rectangle2D.Double(-half, -half, side, side);
      case DIAMOND ->
          AffineTransform.getRotateInstance(Math.PI / 4)
              .createTransformedShape(new Rectangle2D.Double(-half, -half, side, side));
    };
  }

  private static XYPolygonAnnotation tint(ChartArea area) {
    double[] corners =
        area.corners().stream().flatMapToDouble(at -> DoubleStream.of(at.x(), at.y())).toArray();
    Color colour = area.role().fill();
    Color tint =
        new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(TINT * OPAQUE));
    return new XYPolygonAnnotation(corners, null, null, tint);
  }

  private static ValueAxis axis(ChartAxis of, List<ChartSeries> series, boolean vertical) {
    ValueAxis axis =
        of.scale().base() == 0
            ? linear(of)
            : new PowerAxis(of.scale().base(), of::text);
    double[] ends = ends(of, series, vertical);
    axis.setRange(ends[0], ends[1]);
    axis.setInverted(of.falling());
    axis.setLabel(vertical ? null : of.title());
    axis.setLabelFont(text());
    axis.setLabelPaint(Palette.muted());
    axis.setTickLabelFont(Fonts.mono(Fonts.SMALL));
    axis.setTickLabelPaint(Palette.muted());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelInsets(
        vertical
            ? new RectangleInsets(0, 0, 0, Metrics.px(6f))
            : new RectangleInsets(Metrics.px(4f), 0, 0, 0));
    axis.setLabelInsets(new RectangleInsets(Metrics.px(2f), 0, 0, 0));
    return axis;
  }

  private static NumberAxis linear(ChartAxis of) {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(new OurNumbers(of));
    axis.setAutoRange(false);
    if (!of.names().isEmpty() || of.scale() == ChartAxis.Scale.WHOLE) {
      axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    return axis;
  }

  /** The ends asked for, or those that show all points and their ranges. */
  private static double[] ends(ChartAxis of, List<ChartSeries> series, boolean vertical) {
    int base = of.scale().base();
    double[] all =
        series.stream()
            .flatMap(each -> each.points().stream())
            .flatMapToDouble(
                point ->
                    vertical
                        ? DoubleStream.of(point.y(), point.low(), point.high())
                        : DoubleStream.of(point.x()))
            .filter(value -> Double.isFinite(value) && (base == 0 || value > 0))
            .toArray();
    double least = DoubleStream.of(all).min().orElse(base == 0 ? 0 : 1);
    double most = DoubleStream.of(all).max().orElse(base == 0 ? 1 : base);
    double low = base == 0 ? Math.min(0, least) : PowerAxis.power(base, least, false);
    double high = base == 0 ? most * HEADROOM : PowerAxis.power(base, most, true);
    low = of.from().orElse(low);
    high = of.to().orElse(high);
    high = high > low ? high : base == 0 ? low + 1 : low * base;
    if (base == 0) {
      // Marks at the ends of a named axis are whole, and names stand apart from the other axis.
      double margin = of.names().isEmpty() ? 0 : NAMED_MARGIN * (high - low);
      return new double[] {low - margin, high + margin};
    }
    return widened(low, high, of.falling() ? 2 * MARGIN : MARGIN);
  }

  /** A little beyond the ends, so that marks there are seen whole. */
  private static double[] widened(double low, double high, double part) {
    double margin = Math.pow(high / low, part);
    return new double[] {low / margin, high * margin};
  }

  /** Numbers on a linear axis as everywhere else: thousands separators, a real minus sign. */
  private static final class OurNumbers extends NumberFormat {
    private final transient ChartAxis of;

    OurNumbers(ChartAxis of) {
      this.of = of;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
      return to.append(of.text(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
      return to.append(of.text((double) number));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException("numbers are only written");
    }
  }
}

package org.inferscope.ui.chart;

import java.awt.BasicStroke;
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
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Makes JFreeChart's chart of our values, in the look of the theme in force. */
final class ChartMaker {
  private static final double MARK = 7;
  private static final float LINE = 2;
  private static final float FAINT = 1.2f;
  private static final double HEADROOM = 1.08;
  private static final double MARGIN = 0.025;

  private ChartMaker() {}

  /**
   * The chart.
   *
   * @param right room for names beside the plot, in pixels; 0 writes them at the last points
   */
  static JFreeChart chart(List<ChartSeries> series, ChartAxis x, ChartAxis y, double right) {
    XYPlot plot = new XYPlot(data(series), axis(x, series, false), axis(y, series, true), null);
    plot.setRenderer(renderer(series));
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
    if (series.size() > 1 && right == 0) {
      series.forEach(each -> name(plot, each));
    }
    JFreeChart chart = new JFreeChart(null, text(), plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    chart.setPadding(new RectangleInsets(0, 0, 0, Math.max(right, atTheEnd(plot.getDomainAxis()))));
    chart.addSubtitle(above(y.title()));
    return chart;
  }

  /** Room at the right for half of the last number below the axis. */
  private static double atTheEnd(ValueAxis axis) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    String widest = Numbers.cell(Math.rint(axis.getUpperBound()));
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

  private static XYErrorRenderer renderer(List<ChartSeries> series) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    double side = MARK * Metrics.scale();
    renderer.setDrawXError(false);
    renderer.setDrawYError(
        series.stream().flatMap(each -> each.points().stream()).anyMatch(ChartPoint::hasRange));
    renderer.setCapLength(side / 2);
    renderer.setErrorStroke(new BasicStroke(Metrics.px(1f)));
    renderer.setDrawSeriesLineAsPath(true);
    for (int s = 0; s < series.size(); s++) {
      ChartSeries each = series.get(s);
      renderer.setSeriesPaint(s, each.role().ink());
      renderer.setSeriesStroke(s, stroke(each));
      renderer.setSeriesShape(s, mark(each, side));
      renderer.setSeriesShapesFilled(s, !each.faint());
      renderer.setSeriesLinesVisible(s, each.joined());
      renderer.setSeriesShapesVisible(s, each.marked());
    }
    return renderer;
  }

  private static BasicStroke stroke(ChartSeries series) {
    float width = Metrics.px(series.faint() ? FAINT : LINE);
    float[] dashes = series.faint() ? new float[] {Metrics.px(4f), Metrics.px(4f)} : null;
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  private static Shape mark(ChartSeries series, double side) {
    if (series.mark() == ChartSeries.Mark.CIRCLE) {
      return new Ellipse2D.Double(-side / 2, -side / 2, side, side);
    }
    Rectangle2D square = new Rectangle2D.Double(-side / 2, -side / 2, side, side);
    return series.mark() == ChartSeries.Mark.SQUARE
        ? square
        : AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(square);
  }

  /** A series's name before its last point, on the side that the line does not come from. */
  private static void name(XYPlot plot, ChartSeries series) {
    if (series.points().isEmpty()) {
      return;
    }
    int end = series.points().size() - 1;
    ChartPoint last = series.points().get(end);
    boolean falls = end > 0 && series.points().get(end - 1).y() > last.y();
    XYTextAnnotation name = new XYTextAnnotation(series.name() + "\u2002", last.x(), last.y());
    name.setFont(Fonts.strong(Fonts.SMALL));
    name.setPaint(series.role().ink());
    name.setTextAnchor(falls ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
    plot.addAnnotation(name);
  }

  private static ValueAxis axis(ChartAxis of, List<ChartSeries> series, boolean vertical) {
    ValueAxis axis =
        of.scale() == ChartAxis.Scale.LINEAR ? linear() : new PowerAxis(of.scale().base());
    double[] ends = ends(of, series, vertical);
    axis.setRange(ends[0], ends[1]);
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

  private static NumberAxis linear() {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(new OurNumbers());
    axis.setAutoRange(false);
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
    return base == 0 ? new double[] {low, high} : widened(low, high);
  }

  /** A little beyond the ends, so that marks there are seen whole. */
  private static double[] widened(double low, double high) {
    double margin = Math.pow(high / low, MARGIN);
    return new double[] {low / margin, high * margin};
  }

  /** Numbers on a linear axis as everywhere else: thousands separators, a real minus sign. */
  private static final class OurNumbers extends NumberFormat {
    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
      return to.append(Numbers.cell(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
      return to.append(Numbers.count(number));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException("numbers are only written");
    }
  }
}

package org.inferscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.inferscope.ui.theme.Metrics;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * Lines and marks, with the range of a point where it has one. (JFreeChart's own renderer for
 * ranges draws caps around points without one, too.)
 */
final class Whiskers extends XYLineAndShapeRenderer {
  private static final float CAP = 7;

  @Override
  public void drawItem(
      Graphics2D g,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis across,
      ValueAxis up,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (pass == 0 && data instanceof IntervalXYDataset ranges) {
      double low = ranges.getStartYValue(series, item);
      double high = ranges.getEndYValue(series, item);
      if (high > low) {
        double x =
            across.valueToJava2D(data.getXValue(series, item), area, plot.getDomainAxisEdge());
        g.setPaint(getItemPaint(series, item));
        draw(
            g,
            x,
            up.valueToJava2D(low, area, plot.getRangeAxisEdge()),
            up.valueToJava2D(high, area, plot.getRangeAxisEdge()));
      }
    }
    super.drawItem(g, state, area, info, plot, across, up, data, series, item, crosshair, pass);
  }

  private static void draw(Graphics2D g, double x, double low, double high) {
    double cap = Metrics.px(CAP) / 2;
    g.setStroke(new BasicStroke(Metrics.px(1f)));
    g.draw(new Line2D.Double(x, low, x, high));
    g.draw(new Line2D.Double(x - cap, low, x + cap, low));
    g.draw(new Line2D.Double(x - cap, high, x + cap, high));
  }
}

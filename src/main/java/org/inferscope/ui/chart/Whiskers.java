package org.inferscope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/** Draws the range of a point where it has one, and no caps around a point that has none. */
final class Whiskers extends XYErrorRenderer {
  Whiskers() {
    setDrawXError(false);
    setDrawYError(false);
  }

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
    // The renderer asks its own field, and tells its listeners only of a change.
    setDrawYError(
        data instanceof IntervalXYDataset ranges
            && ranges.getEndYValue(series, item) > ranges.getStartYValue(series, item));
    super.drawItem(g, state, area, info, plot, across, up, data, series, item, crosshair, pass);
  }
}

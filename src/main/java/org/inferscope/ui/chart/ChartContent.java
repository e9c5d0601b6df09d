package org.inferscope.ui.chart;

import java.util.List;

/**
 * All that a chart shows.
 *
 * @param series lines and points, later ones on top
 * @param areas tints behind them
 * @param arrows over the lines
 * @param labels in the order of their importance: the first has the best place
 * @param x the horizontal axis
 * @param y the vertical axis
 */
public record ChartContent(
    List<ChartSeries> series,
    List<ChartArea> areas,
    List<ChartArrow> arrows,
    List<ChartLabel> labels,
    ChartAxis x,
    ChartAxis y) {

  /** Copies the lists. */
  public ChartContent {
    series = List.copyOf(series);
    areas = List.copyOf(areas);
    arrows = List.copyOf(arrows);
    labels = List.copyOf(labels);
  }

  /** Lines and points alone. */
  public static ChartContent of(List<ChartSeries> series, ChartAxis x, ChartAxis y) {
    return new ChartContent(series, List.of(), List.of(), List.of(), x, y);
  }
}

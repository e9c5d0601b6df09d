package org.inferscope.ui.chart;

/**
 * A place in a chart, in the units of its axes.
 *
 * @param x along the horizontal axis
 * @param y along the vertical axis
 */
public record ChartSpot(double x, double y) {}

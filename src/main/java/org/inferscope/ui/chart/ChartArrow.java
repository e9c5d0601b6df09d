package org.inferscope.ui.chart;

import org.inferscope.ui.theme.Role;

/**
 * An arrow from one place of a chart to another: something has moved.
 *
 * @param role its colour
 * @param from where it starts
 * @param to where its head is
 */
public record ChartArrow(Role role, ChartSpot from, ChartSpot to) {}

package org.inferscope.ui.chart;

import java.util.List;
import org.inferscope.ui.theme.Role;

/**
 * A tinted area behind the lines of a chart.
 *
 * @param role its colour
 * @param corners joined by straight lines as seen on the screen, whatever the axes' scales
 */
public record ChartArea(Role role, List<ChartSpot> corners) {

  /** Copies the list. */
  public ChartArea {
    corners = List.copyOf(corners);
  }
}

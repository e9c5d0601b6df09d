package org.inferscope.ui.chart;

import java.util.Optional;
import org.inferscope.ui.theme.Role;

/**
 * Words in a chart. They are moved aside where other words stand, and left out where there is no
 * room at all.
 *
 * @param text the words
 * @param role their colour; empty for that of ordinary text
 * @param at what they belong to
 * @param side where they would best stand
 */
public record ChartLabel(String text, Optional<Role> role, ChartSpot at, Side side) {

  /** On which side of a place the words stand, if nothing is in their way. */
  public enum Side {
    /** At the right of a mark, else around it. */
    BESIDE,
    /** Over it, the middle above the place, else around it. */
    OVER,
    /** Over a line that ends here, and before its end. */
    END_OVER,
    /** Below a line that ends here, and before its end. */
    END_BELOW,
    /** Over a line that begins here, and after its beginning. */
    START_OVER,
    /** At the left of a line that rises from here to the top right, somewhere along it. */
    SLOPE
  }
}

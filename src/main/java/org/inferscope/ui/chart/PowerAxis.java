package org.inferscope.ui.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with a number at whole powers only: all of them where they fit, else every
 * second, third and so on.
 */
final class PowerAxis extends LogAxis {
  private static final double AIR = 1.4;

  private final int base;
  private final DoubleFunction<String> text;

  /**
   * An axis.
   *
   * @param base what is raised to powers
   * @param text writes a power at the axis
   */
  PowerAxis(int base, DoubleFunction<String> text) {
    super("");
    this.base = base;
    this.text = text;
    setBase(base);
    setMinorTickMarksVisible(false);
  }

  /** The smallest power of the base that is at least x, or the largest that is at most x. */
  static double power(int base, double x, boolean up) {
    double exponent = Math.log(x) / Math.log(base);
    double nearest = Math.rint(exponent);
    // 10^0.30103 and its like are not exact: what is a whole power stays itself.
    double whole =
        Math.abs(exponent - nearest) < 1e-9
            ? nearest
            : up ? Math.ceil(exponent) : Math.floor(exponent);
    return Math.pow(base, whole);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean across = RectangleEdge.isTopOrBottom(edge);
    int first = exponent(power(base, getLowerBound(), true));
    int last = exponent(power(base, getUpperBound(), false));
    int step = step(g, across ? area.getWidth() : area.getHeight(), first, last, across);
    List<NumberTick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent += step) {
      double value = Math.pow(base, exponent);
      TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
      ticks.add(new NumberTick(value, text.apply(value), anchor, TextAnchor.CENTER, 0));
    }
    return ticks;
  }

  private int exponent(double power) {
    return (int) Math.rint(Math.log(power) / Math.log(base));
  }

  /** Rather a longer step by which the last number is met, unless it leaves half of them out. */
  private static int even(int step, int powers) {
    for (int longer = step; longer < 2 * step; longer++) {
      if (powers % longer == 0) {
        return longer;
      }
    }
    return step;
  }

  /** Every how many powers there is room for a number. */
  private int step(Graphics2D g, double length, int first, int last, boolean across) {
    Font font = getTickLabelFont();
    FontMetrics metrics = g.getFontMetrics(font);
    double widest = metrics.getHeight();
    for (int exponent = first; across && exponent <= last; exponent++) {
      widest = Math.max(widest, metrics.stringWidth(text.apply(Math.pow(base, exponent))));
    }
    double powers = Math.log(getUpperBound() / getLowerBound()) / Math.log(base);
    double apart = length / Math.max(powers, 1e-9);
    return even((int) Math.max(1, Math.ceil(AIR * widest / apart)), last - first);
  }
}

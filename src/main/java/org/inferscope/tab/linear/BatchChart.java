package org.inferscope.tab.linear;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * A chart with a point for each size of the batch. A point says what it is under the pointer, and
 * opens its figure when it is clicked; with the keyboard the arrows go from point to point and
 * Enter opens. Event thread.
 */
abstract class BatchChart extends JPanel {
  private static final double POINT = 6;
  private static final double CURRENT = 11;

  private final Brush brush = new Brush();
  private final LayerQuantity opens;
  private final Consumer<ValueRef> inspect;
  private final int height;
  private BatchCosts costs;
  private List<LayerCost> points;
  private int lit = -1;

  /**
   * A chart.
   *
   * @param name the component's name, for tests
   * @param title what it shows, for screen readers
   * @param height of the chart, unscaled
   * @param opens the figure that a point opens
   */
  BatchChart(
      String name,
      String title,
      int height,
      LayerQuantity opens,
      BatchCosts costs,
      Consumer<ValueRef> inspect) {
    super(null);
    this.height = height;
    this.opens = opens;
    this.costs = costs;
    this.inspect = inspect;
    points = costs.points();
    setName(name);
    setOpaque(false);
    setFocusable(true);
    setToolTipText(title);
    getAccessibleContext().setAccessibleName(title);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> moveTo(Math.max(0, atHand() - 1)));
    FocusKeys.bind(
        this, KeyEvent.VK_RIGHT, () -> moveTo(Math.min(points.size() - 1, atHand() + 1)));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(atHand()));
    FocusKeys.bind(this, KeyEvent.VK_SPACE, () -> open(atHand()));
    Pointer pointer = new Pointer();
    addMouseListener(pointer);
    addMouseMotionListener(pointer);
    addFocusListener(new Focus());
  }

  /** Where an intensity, or whatever the chart is about, lies within the plot. */
  abstract Point2D place(LayerCost cost, Box plot);

  /** Paints what lies under the curve: axes, grid, what the curve is held against. */
  abstract void under(Brush on, Box plot, double type);

  /** Paints what is said about the current batch, at its point. */
  abstract void label(Brush on, Box plot, Point2D at, double type);

  /** The plot within an area of this size. */
  abstract Box plot(int width, int high, double type);

  /** A point in words. */
  abstract String words(LayerCost cost);

  final BatchCosts costs() {
    return costs;
  }

  final void show(BatchCosts next) {
    costs = next;
    points = next.points();
    lit = -1;
    describe();
    repaint();
  }

  final List<LayerCost> points() {
    return points;
  }

  /** Where a point is, in this component. */
  final Point2D at(int k) {
    return place(points.get(k), plot(getWidth(), getHeight(), type()));
  }

  static double type() {
    return Metrics.px(Fonts.smallest());
  }

  static double unit() {
    return Metrics.scale();
  }

  private int atHand() {
    return lit >= 0 ? lit : points.indexOf(costs.current());
  }

  private void moveTo(int k) {
    if (k != lit) {
      lit = k;
      describe();
      repaint();
    }
  }

  private void describe() {
    getAccessibleContext().setAccessibleDescription(words(points.get(atHand())));
  }

  private void open(int k) {
    inspect.accept(new LinearRef.Figure(points.get(k), opens));
  }

  private int nearest(int x) {
    int nearest = 0;
    for (int k = 1; k < points.size(); k++) {
      if (Math.abs(at(k).getX() - x) < Math.abs(at(nearest).getX() - x)) {
        nearest = k;
      }
    }
    return nearest;
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return ToolTips.wrapped(words(points.get(nearest(event.getX()))));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(200), Metrics.px(height));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, Metrics.px(height));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    double type = type();
    Box plot = plot(getWidth(), getHeight(), type);
    under(brush, plot, type);
    curve(plot);
    points.forEach(cost -> point(cost, plot));
    label(brush, plot, place(costs.current(), plot), type);
    if (isFocusOwner()) {
      Box all = new Box(0, 0, getWidth(), getHeight());
      brush.outline(all, Palette.accent(), Metrics.RADIUS * unit(), 1.5 * unit());
    }
    brush.release();
    g.dispose();
  }

  private void curve(Box plot) {
    @Nullable Point2D before = null;
    for (LayerCost cost : costs.curve()) {
      Point2D at = place(cost, plot);
      if (before != null) {
        brush.line(
            before.getX(), before.getY(), at.getX(), at.getY(), Role.BLUE.ink(), 1.5 * unit());
      }
      before = at;
    }
  }

  private void point(LayerCost cost, Box plot) {
    Point2D at = place(cost, plot);
    boolean current = cost.equals(costs.current());
    if (lit >= 0 && cost.equals(points.get(lit))) {
      dot(at, CURRENT + 6, Palette.accentSoft());
    }
    dot(at, current ? CURRENT : POINT, current ? Role.ROW.fill() : Role.BLUE.ink());
    if (current) {
      Box around = Box.around(at.getX(), at.getY(), CURRENT * unit(), CURRENT * unit());
      brush.outline(around, Palette.text(), CURRENT * unit() / 2, 1.5 * unit());
    }
  }

  private void dot(Point2D at, double size, Color color) {
    double side = size * unit();
    brush.fill(Box.around(at.getX(), at.getY(), side, side), color, side / 2);
  }

  private final class Pointer extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
      moveTo(nearest(event.getX()));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      moveTo(-1);
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      open(nearest(event.getX()));
    }
  }

  private final class Focus extends FocusAdapter {
    @Override
    public void focusGained(FocusEvent event) {
      repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
      moveTo(-1);
      repaint();
    }
  }
}

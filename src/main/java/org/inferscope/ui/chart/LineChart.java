package org.inferscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * A chart of lines and points. A point says what it is under the pointer, and can be picked with a
 * click; with the keyboard the arrows go from point to point and Enter picks. Event thread.
 */
public final class LineChart extends JPanel {
  private static final double LIT = 15;
  private static final double REACH = 28;

  private final int height;
  private ChartContent content =
      ChartContent.of(
          List.of(),
          ChartAxis.of("", ChartAxis.Scale.LINEAR),
          ChartAxis.of("", ChartAxis.Scale.LINEAR));
  private PointListener picked = (ofSeries, point) -> {};
  private PointListener opened = (ofSeries, point) -> {};
  private Runnable hovered = () -> {};
  private MenuListener menu = (ofSeries, point, at) -> {};
  private boolean beside;
  private @Nullable Place lit;
  private @Nullable Place chosen;

  /** What is in sight: where JFreeChart has put it. */
  private JFreeChart chart;

  private Rectangle2D area = new Rectangle2D.Double();

  /** Hears of a point, by the numbers of its series and of itself, from 0. */
  @FunctionalInterface
  public interface PointListener {
    /** Called on the event thread. */
    void picked(int series, int point);
  }

  /** Hears that a person asks what can be done with a point. */
  @FunctionalInterface
  public interface MenuListener {
    /** Called on the event thread; {@code at} is where a menu belongs, in the chart. */
    void asked(int series, int point, Point at);
  }

  /**
   * A point by numbers.
   *
   * @param series the number of its series, from 0
   * @param point its number there, from 0
   */
  public record Place(int series, int point) {}

  /**
   * An empty chart.
   *
   * @param name the component's name, for tests
   * @param label what the chart shows, for screen readers
   * @param height its preferred height, unscaled; its width is what it is given
   */
  public LineChart(String name, String label, int height) {
    this.height = height;
    setName(name);
    setOpaque(false);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(label);
    chart = ChartMaker.chart(content, 0);
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    setToolTipText("");
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> pick(lit));
    FocusKeys.bind(this, KeyEvent.VK_CONTEXT_MENU, () -> ask(lit));
  }

  /**
   * Writes the names of the series beside the plot from now on, apart from each other, rather than
   * at their last points: for many series, or such that end close together.
   */
  public void nameBeside() {
    beside = true;
    repaint();
  }

  /** Shows other values. */
  public void update(List<ChartSeries> series, ChartAxis x, ChartAxis y) {
    update(ChartContent.of(series, x, y));
  }

  /** Shows something else. */
  public void update(ChartContent next) {
    if (next.equals(content)) {
      return;
    }
    content = next;
    if (lit != null && !places().contains(lit)) {
      lit = null;
    }
    if (chosen != null && !places().contains(chosen)) {
      chosen = null;
    }
    describe();
    repaint();
  }

  /** The values shown. */
  public List<ChartSeries> series() {
    return content.series();
  }

  /** All that is shown. */
  public ChartContent content() {
    return content;
  }

  /** Keeps a point lit until another is chosen; empty for none. */
  public void choose(Optional<Place> place) {
    Place next = place.filter(places()::contains).orElse(null);
    if (!Objects.equals(next, chosen)) {
      chosen = next;
      repaint();
    }
  }

  /** The point under the pointer, or that the arrows have gone to. */
  public Optional<Place> lit() {
    return Optional.ofNullable(lit);
  }

  /** Tells the listener whenever {@link #lit} has changed. */
  public void onHover(Runnable listener) {
    hovered = listener;
  }

  /** Tells the listener when a person opens a point, with a double click. */
  public void onOpen(PointListener listener) {
    opened = listener;
  }

  /** Tells the listener when a person picks a point. */
  public void onPick(PointListener listener) {
    picked = listener;
  }

  /** Tells the listener when a person asks what can be done with a point. */
  public void onMenu(MenuListener listener) {
    menu = listener;
  }

  /** Where a point was painted last, in this component; empty before that. */
  public Optional<Point2D> at(int ofSeries, int point) {
    return area.isEmpty() ? Optional.empty() : Optional.of(at(new Place(ofSeries, point)));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(240), Metrics.px(height));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, Metrics.px(height));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return nearest(event.getPoint())
        .map(place -> ToolTips.wrapped(point(place).words()))
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    // Anew each time, which takes less than painting it: so it always has the look in force.
    double names = beside ? EndNames.width(series(), getWidth()) : 0;
    chart = ChartMaker.chart(content, names);
    // The focus ring around it needs some pixels.
    double ring = Metrics.px(3f);
    Rectangle2D inside =
        new Rectangle2D.Double(ring, ring, getWidth() - 2 * ring, getHeight() - 2 * ring);
    chart.draw(g, inside, info);
    area = info.getPlotInfo().getDataArea();
    if (beside) {
      EndNames.paint(g, series(), area, names, (s, p) -> at(new Place(s, p)).getY());
    }
    if (chosen != null) {
      light(g, at(chosen));
    }
    if (lit != null) {
      light(g, at(lit));
    }
    if (isFocusOwner()) {
      g.setColor(Palette.accent());
      g.setStroke(new BasicStroke(Metrics.px(1.5f)));
      float arc = Metrics.px(2f * Metrics.RADIUS);
      g.draw(new RoundRectangle2D.Double(1, 1, getWidth() - 2.0, getHeight() - 2.0, arc, arc));
    }
    g.dispose();
  }

  private static void light(Graphics2D g, Point2D at) {
    double side = LIT * Metrics.scale();
    g.setColor(Palette.accent());
    g.setStroke(new BasicStroke(Metrics.px(2f)));
    g.draw(new Ellipse2D.Double(at.getX() - side / 2, at.getY() - side / 2, side, side));
  }

  private ChartPoint point(Place place) {
    return series().get(place.series()).points().get(place.point());
  }

  private Point2D at(Place place) {
    XYPlot plot = chart.getXYPlot();
    ChartPoint point = point(place);
    return new Point2D.Double(
        plot.getDomainAxis().valueToJava2D(point.x(), area, plot.getDomainAxisEdge()),
        plot.getRangeAxis().valueToJava2D(point.y(), area, plot.getRangeAxisEdge()));
  }

  /** All points with a mark, series after series. */
  private List<Place> places() {
    List<Place> all = new ArrayList<>();
    for (int s = 0; s < series().size(); s++) {
      ChartSeries each = series().get(s);
      for (int p = 0; each.isMarked() && p < each.points().size(); p++) {
        all.add(new Place(s, p));
      }
    }
    return all;
  }

  private Optional<Place> nearest(Point2D to) {
    Optional<Place> nearest = Optional.empty();
    double least = area.isEmpty() ? 0 : REACH * Metrics.scale();
    for (Place place : places()) {
      double distance = at(place).distance(to);
      // Of two at one place the one that is painted last, on top.
      if (distance <= least) {
        least = distance;
        nearest = Optional.of(place);
      }
    }
    return nearest;
  }

  private void step(int by) {
    List<Place> all = places();
    if (!all.isEmpty()) {
      int now = lit == null ? (by > 0 ? -1 : all.size()) : all.indexOf(lit);
      light(all.get(Math.max(0, Math.min(all.size() - 1, now + by))));
    }
  }

  private void light(@Nullable Place place) {
    if (Objects.equals(place, lit)) {
      return;
    }
    lit = place;
    describe();
    hovered.run();
    repaint();
  }

  private void describe() {
    getAccessibleContext().setAccessibleDescription(lit == null ? "" : point(lit).words());
  }

  private void pick(@Nullable Place place) {
    if (place != null) {
      picked.picked(place.series(), place.point());
    }
  }

  private void ask(@Nullable Place place) {
    if (place != null) {
      Point2D at = at(place);
      menu.asked(
          place.series(),
          place.point(),
          new Point((int) Math.round(at.getX()), (int) Math.round(at.getY())));
    }
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      Optional<Place> under = nearest(event.getPoint());
      setCursor(
          Cursor.getPredefinedCursor(
              under.isPresent() ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
      light(under.orElse(null));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      light((Place) null);
    }

    @Override
    public void mousePressed(MouseEvent event) {
      askOf(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      askOf(event);
    }

    /** Which of the two asks for a menu depends on the system. */
    private void askOf(MouseEvent event) {
      if (event.isPopupTrigger()) {
        ask(nearest(event.getPoint()).orElse(null));
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (!SwingUtilities.isLeftMouseButton(event)) {
        return;
      }
      requestFocusInWindow();
      Optional<Place> under = nearest(event.getPoint());
      if (event.getClickCount() > 1) {
        under.ifPresent(place -> opened.picked(place.series(), place.point()));
      } else {
        pick(under.orElse(null));
      }
    }

    @Override
    public void focusGained(FocusEvent event) {
      repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
      light((Place) null);
    }
  }
}

package org.inferscope.tab.gpt2.map;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import org.inferscope.compute.Registration;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tab.gpt2.desk.MapSettings.Unfold;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/** The path, which unfolds the block that is walked through and scrolls along. Event thread. */
final class PathCanvas extends JPanel implements Scrollable {
  /** How long a block takes to unfold, in milliseconds. */
  private static final int UNFOLDING = 220;

  private static final int FRAME = 16;
  private static final int ZOOM_STEP = 10;
  private static final double PERCENT = 100;
  private static final int NARROWEST = 300;
  private static final int TRAVELLING = 7;

  private final MapPresenter presenter;
  private final PathPainter painter = new PathPainter();
  private final RepaintMeter repaints = new RepaintMeter(this);
  private final NodeTexts texts = new NodeTexts();
  private @Nullable PathLayout layout;
  private List<Double> from = List.of();
  private List<Double> open = List.of();
  private List<Double> target = List.of();
  private double scrollFrom;
  private long begun;
  private @Nullable Registration moving;
  private Optional<WalkStep> followed = Optional.empty();

  PathCanvas(MapPresenter presenter) {
    super(null);
    this.presenter = presenter;
    setName("gpt2.map.path");
    setOpaque(true);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(Texts.get("gpt2map.path"));
    ToolTipManager.sharedInstance().registerComponent(this);
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addMouseWheelListener(hand);
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            repaints.request();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaints.request();
          }
        });
    FocusKeys.bind(this, KeyEvent.VK_DOWN, presenter.playback()::stepForward);
    FocusKeys.bind(this, KeyEvent.VK_UP, presenter.playback()::stepBack);
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::toggle);
  }

  /** Shows what has changed. */
  void refresh() {
    List<Double> wanted = wanted();
    if (wanted.size() != open.size() || presenter.playback().isReduceMotion()) {
      stop();
      open = wanted;
      target = wanted;
      layout = null;
      revalidate();
    } else if (!wanted.equals(target)) {
      target = wanted;
      unfold();
    }
    Optional<WalkStep> at = presenter.place().step();
    if (!at.equals(followed)) {
      followed = at;
      if (moving == null) {
        bringIntoSight(1);
      }
      getAccessibleContext().setAccessibleDescription(MapNarrator.say(presenter));
    }
    repaints.request();
  }

  private List<Double> wanted() {
    List<Double> wanted = new ArrayList<>();
    Unfold unfold = presenter.settings().unfold();
    for (int layer = 0; layer < presenter.walk().layers(); layer++) {
      boolean opens =
          unfold == Unfold.ALL || unfold == Unfold.SELECTED && layer == presenter.layer();
      wanted.add(opens ? 1.0 : 0.0);
    }
    return wanted;
  }

  private void unfold() {
    stop();
    if (!isShowing()) {
      open = target;
      arrange();
      return;
    }
    from = open;
    scrollFrom = viewport().map(each -> (double) each.getViewPosition().y).orElse(0.0);
    begun = System.nanoTime();
    moving = Edt.every(FRAME, this::frame);
  }

  private void frame() {
    double part = Math.min(1, (System.nanoTime() - begun) / (UNFOLDING * 1e6));
    double eased = Ease.inOut(part);
    List<Double> next = new ArrayList<>();
    for (int i = 0; i < target.size(); i++) {
      next.add(from.get(i) + (target.get(i) - from.get(i)) * eased);
    }
    open = List.copyOf(next);
    arrange();
    bringIntoSight(eased);
    if (part >= 1) {
      stop();
    }
  }

  private void stop() {
    Registration running = moving;
    moving = null;
    if (running != null) {
      running.close();
    }
  }

  private void arrange() {
    layout = null;
    setSize(getWidth(), getPreferredSize().height);
    revalidate();
    repaints.request();
  }

  private Optional<JViewport> viewport() {
    return SwingUtilities.getAncestorOfClass(JViewport.class, this) instanceof JViewport found
        ? Optional.of(found)
        : Optional.empty();
  }

  /** Scrolls, all of the way or a part of it, so that the step is in sight with some around it. */
  private void bringIntoSight(double part) {
    Optional<JViewport> around = viewport();
    Optional<WalkStep> step = presenter.place().step();
    if (around.isEmpty() || step.isEmpty() || around.get().getHeight() == 0) {
      return;
    }
    JViewport view = around.get();
    Box box = arranged().standing(step.get()).box();
    double air = Math.min(60 * Metrics.scale(), view.getHeight() / 4.0);
    double top = view.getViewPosition().y;
    double highest = box.bottom() + air - view.getHeight();
    double lowest = box.y() - air;
    double to = Math.max(highest, Math.min(lowest, top));
    double most = Math.max(0, arranged().height() - view.getHeight());
    double end = Math.max(0, Math.min(most, to));
    double at = part >= 1 ? end : Math.min(most, scrollFrom + (end - scrollFrom) * part);
    view.setViewPosition(new Point(view.getViewPosition().x, (int) Math.round(at)));
  }

  /** The layout for the size there is. */
  PathLayout arranged() {
    PathSpec spec = spec();
    PathLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = PathLayout.of(spec);
      layout = current;
    }
    return current;
  }

  private PathSpec spec() {
    if (open.size() != presenter.walk().layers()) {
      open = wanted();
      target = open;
    }
    double unit = Metrics.scale();
    double zoom = presenter.settings().zoom() / PERCENT;
    double type = Fonts.smallest() * unit * Math.max(1, Math.min(2, zoom));
    double width = Math.max(getWidth(), zoom > 1 ? NARROWEST * unit * Math.min(2, zoom) : 0);
    double high = zoom > 2 ? zoom / 2 : Math.min(1, zoom);
    return new PathSpec(presenter.walk(), width, unit, type, high, open);
  }

  /** What is painted now. */
  PathScene scene(Box visible) {
    PathLayout arranged = arranged();
    Place place = presenter.place();
    presenter
        .costs()
        .ifPresent(
            costs -> texts.use(costs, presenter.times(), presenter.settings().scope()));
    List<NodeText> written =
        arranged.nodes().stream()
            .map(node -> node.box().overlaps(visible) ? texts.of(node) : NodeTexts.NOTHING)
            .toList();
    List<PathScene.Train> travelling =
        place.isDone() || place.step().isEmpty()
            ? List.of()
            : presenter.read().stream().map(this::train).toList();
    return new PathScene(
        arranged,
        written,
        presenter.step(),
        place.step().isPresent(),
        place.phase(),
        travelling,
        isFocusOwner(),
        visible);
  }

  /** Some of the followed token's values. */
  private PathScene.Train train(Piece piece) {
    int row = Math.max(0, piece.row(presenter.desk().token()));
    int columns = piece.look().isTriangle() ? row + 1 : piece.values().cols();
    int count = Math.min(TRAVELLING, columns);
    List<Float> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(piece.values().get(row, (int) ((long) i * columns / count)));
    }
    return new PathScene.Train(some, piece.limit());
  }

  private void toggle() {
    Unfold now = presenter.settings().unfold();
    presenter.set(
        map -> map.with(now == Unfold.NONE ? Unfold.SELECTED : Unfold.NONE), null);
  }

  private void open(PathNode node) {
    if (node.step().isPresent()) {
      presenter.goTo(node.step().get());
    } else if (node.layer() == presenter.layer() && presenter.settings().unfold() != Unfold.ALL) {
      toggle();
    } else {
      if (presenter.settings().unfold() == Unfold.NONE) {
        presenter.set(map -> map.with(Unfold.SELECTED), null);
      }
      presenter.goTo(node.layer());
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return arranged()
        .at(event.getX(), event.getY())
        .flatMap(node -> MapTips.of(presenter, node))
        .map(ToolTips::wrapped)
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Rectangle clip = getVisibleRect();
    if (clip.isEmpty()) {
      clip = new Rectangle(0, 0, getWidth(), getHeight());
    }
    Graphics2D g = (Graphics2D) graphics.create();
    painter.paint(g, scene(new Box(clip.x, clip.y, clip.width, clip.height)));
    g.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    PathLayout arranged = arranged();
    return new Dimension(
        (int) Math.ceil(presenter.settings().zoom() > PERCENT ? arranged.spec().width() : Metrics.px(NARROWEST)),
        (int) Math.ceil(arranged.height()));
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(Metrics.px(NARROWEST), Metrics.px(NARROWEST));
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(1, visible.height - Metrics.px(24));
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return presenter.settings().zoom() <= PERCENT;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return viewport().filter(each -> arranged().height() < each.getHeight()).isPresent();
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      popup(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popup(event);
    }

    private void popup(MouseEvent event) {
      if (event.isPopupTrigger()) {
        arranged()
            .at(event.getX(), event.getY())
            .ifPresent(
                node -> {
                  JPopupMenu menu = MapMenu.of(presenter, node);
                  menu.show(PathCanvas.this, event.getX(), event.getY());
                });
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getButton() == MouseEvent.BUTTON1) {
        arranged().at(event.getX(), event.getY()).ifPresent(PathCanvas.this::open);
      }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      if (event.isControlDown() || event.isMetaDown()) {
        int turn = (int) Math.signum(event.getPreciseWheelRotation());
        presenter.set(map -> map.withZoom(map.zoom() - turn * ZOOM_STEP), "zoom");
        layout = null;
        revalidate();
      } else if (getParent() != null) {
        getParent().dispatchEvent(SwingUtilities.convertMouseEvent(PathCanvas.this, event, getParent()));
      }
    }
  }
}

package org.inferscope.tab.network.stage;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRootPane;
import javax.swing.ToolTipManager;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The network, column by column, which one can look into, play, and change by hand. It listens to
 * nothing: whoever shows it calls {@link #refresh} after each change of the presenter or of the
 * animation. Event thread.
 */
public final class NetworkStage extends JPanel {
  /** Jobs that take longer than this, in milliseconds, are spoken of. */
  private static final int SLOW = 300;

  private static final double ZOOM_STEP = 1.25;

  private final NetworkPresenter presenter;
  private final SceneBuilder scenes;
  private final StagePainter painter = new StagePainter();
  private final RepaintMeter repaints = new RepaintMeter(this);
  private final Consumer<Ablations.Target> open;
  private final InputEdits edits;
  private final StageMenu menus;
  private final StageMouse mouse;
  private Viewport viewport = Viewport.FIT;
  private Hand hand = new Hand.Empty();
  private boolean waits;
  private boolean slow;

  /**
   * A stage.
   *
   * @param open is told what the person wants explained
   */
  public NetworkStage(NetworkPresenter presenter, Consumer<Ablations.Target> open) {
    super(null);
    this.presenter = presenter;
    scenes =
        new SceneBuilder(presenter, new EdgeSketches(presenter.context().compute(), this::refresh));
    this.open = open;
    edits = new InputEdits(presenter);
    menus = new StageMenu(presenter, this);
    mouse = new StageMouse(this, presenter, edits);
    setName("network.stage");
    setOpaque(true);
    setFocusable(true);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
    StageKeys.install(this, presenter, edits);
    ToolTipManager.sharedInstance().registerComponent(this);
    getAccessibleContext().setAccessibleName(Texts.get("networkstage.name"));
  }

  /** Shows a change of the state, of the results or of the animation. */
  public void refresh() {
    watch();
    getAccessibleContext().setAccessibleDescription(NetworkNarrator.say(presenter));
    repaints.request();
  }

  /** Speaks of a job once it has run for a while. */
  private void watch() {
    boolean runs = presenter.running().isPresent();
    if (!runs) {
      slow = false;
    } else if (!waits && !slow) {
      waits = true;
      Edt.after(SLOW, this::waited);
    }
  }

  private void waited() {
    waits = false;
    if (presenter.running().isPresent()) {
      slow = true;
      repaints.request();
    }
  }

  /** Enlarges the middle. */
  public void zoomIn() {
    zoom(ZOOM_STEP, getWidth() / 2.0, getHeight() / 2.0);
  }

  /** Shows more of the network. */
  public void zoomOut() {
    zoom(1 / ZOOM_STEP, getWidth() / 2.0, getHeight() / 2.0);
  }

  /** Shows all of the network. */
  public void fit() {
    viewport = Viewport.FIT;
    repaints.request();
  }

  /** Enlarges, or makes smaller, around a place that stays where it is. */
  void zoom(double factor, double x, double y) {
    viewport = viewport.zoomed(spec(), factor, x, y);
    repaints.request();
  }

  /** Moves the network under the stage. */
  void pan(double dx, double dy) {
    viewport = viewport.moved(dx, dy).within(spec());
    repaints.request();
  }

  private StageSpec spec() {
    return scenes.spec(getWidth(), getHeight());
  }

  /** The layout for the size the stage has now. */
  StageLayout stageLayout() {
    StageSpec spec = spec();
    viewport = viewport.within(spec);
    return StageLayouts.of(spec, viewport);
  }

  /** What there is to paint now. */
  Scene scene() {
    return scenes.build(stageLayout(), isFocusOwner(), Notice.of(presenter, slow));
  }

  /** What lies at a place, weights included. */
  Hit hitAt(double x, double y) {
    Hit hit = stageLayout().at(x, y);
    if (hit instanceof Hit.Ground) {
      return EdgePicker.at(scene(), x, y).<Hit>map(Hit.At::new).orElse(hit);
    }
    return hit;
  }

  /** Whether it is a cell of the input drawn as a picture. */
  boolean isPicture(Hit hit) {
    return hit instanceof Hit.At at
        && at.target() instanceof Ablations.Unit unit
        && unit.column() == 0
        && spec().pad();
  }

  // What the person does.

  /** Opens the explanation of a unit or weight. */
  void open(Ablations.Target target) {
    open.accept(target);
  }

  /** Shows what is being dragged. */
  void show(Hand next) {
    hand = next;
    repaints.request();
  }

  /** A press brings the keyboard along; one beside everything gives it back to the window. */
  void takeFocus(Hit hit) {
    JRootPane root = getRootPane();
    if (!(hit instanceof Hit.Ground)) {
      requestFocusInWindow();
    } else if (root != null) {
      root.requestFocusInWindow();
    }
  }

  /** Takes back what is being dragged; whether anything was. */
  boolean cancelDrag() {
    return mouse.cancel();
  }

  /** Whether a number is being typed on the stage. */
  boolean isTyping() {
    return getComponentCount() > 0;
  }

  /** Lets a width be typed where it stands. */
  void typeWidth(int column) {
    StageLayout layout = stageLayout();
    if (column < layout.columns().size()) {
      String now = Integer.toString(layout.column(column).units());
      type(
          Texts.get("networkstage.field.width"),
          now,
          layout.column(column).below(),
          text -> edits.width(column, text));
    }
  }

  /**
   * Lets an input be typed over its bar.
   *
   * @param first what was typed already, in place of the number; null to begin with the number
   */
  void typeInput(int j, @Nullable String first) {
    StageLayout layout = stageLayout();
    float now = presenter.state().input().get(presenter.row(), j);
    type(
        Texts.get("networkstage.field.input"),
        first == null ? Numbers.full(now) : first,
        layout.column(0).lane(j),
        text -> edits.type(j, text));
  }

  private void type(String name, String text, Box place, StageField.Taker taker) {
    StageField field = new StageField(this, name, text, taker);
    add(field);
    field.placeOver(
        new Rectangle(
            (int) place.x(), (int) place.y(), (int) place.w(), (int) Math.ceil(place.h())));
    field.requestFocusInWindow();
    if (text.length() > 1) {
      field.selectAll();
    }
  }

  /** The menu of what lies at a place. */
  void showMenu(int x, int y) {
    Hit hit = hitAt(x, y);
    Optional<Ablations.Target> target =
        hit instanceof Hit.At at ? Optional.of(at.target()) : Optional.empty();
    int column = hit.columnOf();
    if (column > 0) {
      presenter.chooseLayer(column - 1);
    }
    JPopupMenu menu = menus.of(column, target);
    if (menu.getComponentCount() > 0) {
      menu.show(this, x, y);
    }
  }

  /** The menu of a unit. */
  void showMenuAt(Ablations.Unit unit) {
    StageLayout layout = stageLayout();
    Box lane = layout.column(unit.column()).lane(unit.i());
    menus
        .of(unit.column(), Optional.of(unit))
        .show(this, (int) lane.centerX(), (int) Math.max(0, lane.bottom()));
  }

  /** Moves the network so that a unit is in sight. */
  void bringIntoSight(Ablations.Unit unit) {
    StageLayout layout = stageLayout();
    Column column = layout.column(unit.column());
    Box ground = layout.ground();
    double y = column.y(unit.i());
    double half = Math.min(ground.h() / 2, column.pitch() / 2);
    double dy = Math.max(0, ground.y() + half - y) - Math.max(0, y - ground.bottom() + half);
    Box title = column.title();
    double dx = Math.max(0, -title.x()) - Math.max(0, title.right() - getWidth());
    if (dx != 0 || dy != 0) {
      pan(dx, dy);
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    Hit hit = stageLayout().at(event.getX(), event.getY());
    if (hit instanceof Hit.Title title && title.column() > 0) {
      return Texts.get("networkstage.tip.title");
    }
    if (hit instanceof Hit.Width) {
      return Texts.get("networkstage.tip.width");
    }
    return hit instanceof Hit.Grip ? Texts.get("networkstage.tip.grip") : null;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Graphics2D g = (Graphics2D) graphics.create();
    painter.paint(g, scene(), hand);
    g.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(880), Metrics.px(480));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(320), Metrics.px(220));
  }
}

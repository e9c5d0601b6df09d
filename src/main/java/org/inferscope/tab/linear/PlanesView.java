package org.inferscope.tab.linear;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.ToolTipManager;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The plane, or space, before and after the layer. Mouse and painting are this component's; over
 * each tip lies a handle for the keyboard. Event thread.
 */
final class PlanesView extends JPanel {
  private static final double TURN = Math.toRadians(5);
  private static final double FINE_TURN = Math.toRadians(1);
  private static final float HANDLE = 28;

  private final LinearPresenter presenter;
  private final GeometrySceneBuilder scenes;
  private final GeometryPainter painter = new GeometryPainter();
  private final Map<Tip, TipHandle> handles = new LinkedHashMap<>();
  private final RepaintMeter repaints = new RepaintMeter(this);
  private final TipEdit edit;
  private Camera camera = Camera.of(2);
  private Optional<Tip> hot = Optional.empty();

  PlanesView(LinearPresenter presenter) {
    super(null);
    this.presenter = presenter;
    scenes = new GeometrySceneBuilder(presenter);
    edit = new TipEdit(presenter, scenes.scales(), this::edited);
    setName("linear.planes");
    setOpaque(true);
    getAccessibleContext().setAccessibleName(Texts.get("linear.geometry.name"));
    Stream.of(Tip.INPUT, Tip.column(0), Tip.column(1), Tip.column(2), Tip.BIAS, Tip.OUTPUT)
        .forEach(this::addHandle);
    TipMouse mouse = new TipMouse(this);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    ToolTipManager.sharedInstance().registerComponent(this);
    bindTurn(KeyEvent.VK_LEFT, -1, 0);
    bindTurn(KeyEvent.VK_RIGHT, 1, 0);
    bindTurn(KeyEvent.VK_UP, 0, -1);
    bindTurn(KeyEvent.VK_DOWN, 0, 1);
    FocusKeys.bind(this, Shortcuts.key(KeyEvent.VK_ESCAPE), this::escape);
    addFocusListener(new Attention());
  }

  private void addHandle(Tip tip) {
    TipHandle handle = new TipHandle(this, tip);
    handles.put(tip, handle);
    add(handle);
  }

  private void bindTurn(int key, int right, int down) {
    FocusKeys.bind(this, Shortcuts.key(key), () -> turn(right * TURN, down * TURN));
    FocusKeys.bind(this, Shortcuts.shift(key), () -> turn(right * FINE_TURN, down * FINE_TURN));
  }

  // What there is to show.

  int dimensions() {
    return presenter.layer().inputs();
  }

  TipEdit edit() {
    return edit;
  }

  /** The scene for the size the view has now; only for a layer that has a geometry. */
  GeometryScene scene() {
    if (camera.dimensions() != dimensions()) {
      camera = Camera.of(dimensions());
    }
    Optional<Tip> focused =
        handles.entrySet().stream()
            .filter(handle -> handle.getValue().isFocusOwner())
            .map(Map.Entry::getKey)
            .findFirst();
    GeometryScene.Light light =
        new GeometryScene.Light(
            edit.is(TipEdit.Kind.DRAG) ? edit.tip() : hot, focused, isFocusOwner());
    return scenes.build(Math.max(1, getWidth()), Math.max(1, getHeight()), camera, light);
  }

  /** Shows a change of the state or of the animation. */
  void refresh() {
    if (scenes.isStale()) {
      scenes.fit();
    }
    setFocusable(presenter.hasGeometry() && dimensions() == 3);
    getAccessibleContext().setAccessibleDescription(presenter.narration());
    doLayout();
    repaints.request();
  }

  @Override
  public void doLayout() {
    if (!presenter.hasGeometry()) {
      return;
    }
    GeometryScene scene = scene();
    int side = Math.round(Metrics.px(HANDLE));
    handles.forEach(
        (tip, handle) -> {
          Optional<Arrow> arrow = scene.arrow(tip);
          handle.setVisible(arrow.isPresent());
          if (arrow.isPresent()) {
            int x = (int) Math.round(held(arrow.get().to()[0]) - side / 2.0);
            int y = (int) Math.round(held(arrow.get().to()[1]) - side / 2.0);
            handle.setBounds(x, y, side, side);
            handle.describe(arrow.get().label().text(), TipWords.of(tip, dimensions()));
          }
        });
  }

  private static double held(double place) {
    return Math.max(-1e4, Math.min(1e5, place));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    if (!presenter.hasGeometry()) {
      super.paintComponent(graphics);
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    painter.paint(g, scene());
    g.dispose();
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    if (!presenter.hasGeometry()) {
      return null;
    }
    return scene()
        .tipAt(event.getX(), event.getY())
        .map(tip -> ToolTips.wrapped(TipWords.of(tip, dimensions())))
        .orElse(null);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(880), Metrics.px(440));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(320), Metrics.px(200));
  }

  // What the person does.

  /** The pointer is on a tip, or on none. */
  void point(Optional<Tip> tip, Cursor cursor) {
    if (!getCursor().equals(cursor)) {
      setCursor(cursor);
    }
    if (!tip.equals(hot)) {
      hot = tip;
      repaints.request();
    }
  }

  /** A click brings the keyboard along: to the tip, to space, or back to the window. */
  void takeFocus(Optional<Tip> tip) {
    JRootPane root = getRootPane();
    Component target = tip.<Component>map(handles::get).orElse(isFocusable() ? this : root);
    if (target != null) {
      target.requestFocusInWindow();
    }
  }

  /** Turns space, in radians. */
  void turn(double right, double down) {
    if (dimensions() == 3) {
      camera = scene().camera().turned(right, down);
      doLayout();
      repaints.request();
    }
  }

  /** A key moves a tip along one axis. */
  void nudge(Tip tip, int axis, double by, double step) {
    if (tip.isEditable() && !edit.is(TipEdit.Kind.DRAG)) {
      edit.begin(TipEdit.Kind.KEYS, tip);
      double[] delta = new double[dimensions()];
      delta[axis] = by;
      edit.add(delta, step, false);
    }
  }

  /** The run of keys that move a tip is over. */
  void endNudges() {
    if (edit.is(TipEdit.Kind.KEYS)) {
      edit.end();
    }
  }

  /** Takes a drag back, or gives the keyboard back to the window. */
  void escape() {
    JRootPane root = getRootPane();
    if (edit.is(TipEdit.Kind.DRAG)) {
      edit.cancel();
    } else if (root != null) {
      root.requestFocusInWindow();
    }
  }

  /** Opens the inspector on a coordinate of a tip. */
  void explain(Tip tip, int coordinate) {
    int within = Math.min(coordinate, dimensions() - 1);
    presenter.explain(tip.ref(presenter, within));
  }

  /** Opens the inspector on the number at a place, if one is there. */
  void explainNumber(GeometryScene scene, int x, int y) {
    numberAt(scene, x, y).ifPresent(presenter::explain);
  }

  /** The value whose number stands at a place, in a label or in the map. */
  Optional<LinearRef> numberAt(GeometryScene scene, int x, int y) {
    return PlaneValues.at(presenter, scene, x, y);
  }

  private void edited() {
    if (presenter.hasGeometry()) {
      scenes.fit();
      refresh();
    }
  }

  void focusMoved() {
    repaints.request();
  }

  /** The handles in the order of the keyboard, for tests. */
  List<TipHandle> handles() {
    return List.copyOf(handles.values());
  }

  private final class Attention implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
      focusMoved();
    }

    @Override
    public void focusLost(FocusEvent event) {
      focusMoved();
    }
  }
}

package org.inferscope.tab.gpt2.map;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tab.gpt2.desk.MapSettings;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.map.TensorLayout.Hit;
import org.inferscope.tab.gpt2.map.TensorLayout.Placed;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The tensor of the step: what a cell holds is said on hover, a click explains it, the arrows go
 * from cell to cell. Event thread.
 */
final class TensorCanvas extends JPanel implements Scrollable {
  private static final int WIDEST_LABEL = 96;
  private static final int NARROWEST_LABEL = 24;
  private static final int CELL_STEP = 8;
  private static final int SMALLEST_CELL = 8;

  private final MapPresenter presenter;
  private final TensorPainter painter = new TensorPainter();
  private final RepaintMeter repaints = new RepaintMeter(this);
  private @Nullable TensorLayout layout;
  private TensorScene.Cursor cursor = new TensorScene.Cursor(0, 0, 0);

  TensorCanvas(MapPresenter presenter) {
    super(null);
    this.presenter = presenter;
    setName("gpt2.map.tensor");
    setOpaque(true);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(Texts.get("gpt2map.tensor"));
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
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::explainCursor);
  }

  /** Shows what has changed. */
  void refresh() {
    TensorLayout before = layout;
    if (before == null || !before.spec().equals(spec())) {
      revalidate();
    }
    repaints.request();
  }

  /** The layout for the size there is. */
  TensorLayout arranged() {
    TensorSpec spec = spec();
    TensorLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = TensorLayout.of(spec);
      layout = current;
    }
    return current;
  }

  private TensorSpec spec() {
    double unit = Metrics.scale();
    Dimension room = room();
    double type = Fonts.smallest() * unit;
    return new TensorSpec(
        presenter.tensor(),
        room.width,
        room.height,
        unit,
        type,
        presenter.settings().cell() * unit,
        labels(type));
  }

  private Dimension room() {
    return SwingUtilities.getAncestorOfClass(JViewport.class, this) instanceof JViewport around
        ? around.getExtentSize()
        : getSize();
  }

  /** How wide the tokens are written. */
  private double labels(double type) {
    List<String> words = words();
    var metrics = getFontMetrics(Fonts.strong((float) (type / Metrics.scale())));
    int widest = words.stream().mapToInt(metrics::stringWidth).max().orElse(0);
    return Math.max(Metrics.px(NARROWEST_LABEL), Math.min(Metrics.px(WIDEST_LABEL), widest + 2));
  }

  private List<String> words() {
    return presenter.shown().map(shown -> shown.tokens().words()).orElse(List.of());
  }

  private Optional<Gpt2Config> config() {
    return presenter.shown().map(Shown::config);
  }

  // ---- the cell that the keyboard is at

  /** The cursor, held inside what there is. */
  private Optional<TensorScene.Cursor> held() {
    List<Placed> places = arranged().places();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int piece = Math.min(cursor.piece(), places.size() - 1);
    Piece of = places.get(piece).piece();
    int row = Math.min(cursor.row(), of.values().rows() - 1);
    int last = of.look().isTriangle() ? row : of.values().cols() - 1;
    return Optional.of(new TensorScene.Cursor(piece, row, Math.min(cursor.column(), last)));
  }

  private void step(int down, int right) {
    held().ifPresent(at -> step(at, down, right));
  }

  private void step(TensorScene.Cursor at, int down, int right) {
    List<Placed> places = arranged().places();
    int piece = at.piece();
    int row = at.row() + down;
    int rows = places.get(piece).piece().values().rows();
    if (row < 0 && piece > 0) {
      piece--;
      row = places.get(piece).piece().values().rows() - 1;
    } else if (row >= rows && piece < places.size() - 1) {
      piece++;
      row = 0;
    }
    row = Math.max(0, Math.min(places.get(piece).piece().values().rows() - 1, row));
    cursor = new TensorScene.Cursor(piece, row, Math.max(0, at.column() + right));
    held().ifPresent(held -> cursor = held);
    Box cell = places.get(piece).grid().cell(cursor.row(), cursor.column());
    TensorLayout arranged = arranged();
    scrollRectToVisible(
        new Rectangle(
            (int) (cell.x() - arranged.left()),
            (int) (cell.y() - 2 * arranged.spec().type()),
            (int) Math.ceil(cell.w() + arranged.left() + arranged.right()),
            (int) Math.ceil(cell.h() + 3 * arranged.spec().type())));
    Piece of = places.get(piece).piece();
    config()
        .ifPresent(
            config ->
                getAccessibleContext()
                    .setAccessibleDescription(
                        MapTips.cell(of, words(), config, cursor.row(), cursor.column())));
    repaints.request();
  }

  private void explainCursor() {
    held()
        .ifPresent(
            at -> explain(arranged().places().get(at.piece()).piece(), at.row(), at.column()));
  }

  private void explain(Piece piece, int row, int column) {
    piece.head().ifPresent(head -> presenter.desk().selectHead(presenter.layer(), head));
    presenter.desk().explain(piece.ref(row, column));
  }

  // ---- painting

  /** What is painted now; empty while there is nothing. */
  Optional<TensorScene> scene(Box visible) {
    return config()
        .map(
            config ->
                new TensorScene(
                    arranged(),
                    words(),
                    config,
                    presenter.desk().token(),
                    presenter.desk().head(),
                    revealed(),
                    isFocusOwner() ? held() : Optional.empty(),
                    visible));
  }

  /** First values travel, then the result appears. */
  private double revealed() {
    Place place = presenter.place();
    if (place.step().isEmpty()) {
      return 0;
    }
    return place.isDone() ? 1 : Ease.between(place.phase(), PathPainter.ARRIVED, 1);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Rectangle clip = getVisibleRect();
    if (clip.isEmpty()) {
      clip = new Rectangle(0, 0, getWidth(), getHeight());
    }
    Optional<TensorScene> scene = scene(new Box(clip.x, clip.y, clip.width, clip.height));
    if (scene.isEmpty()) {
      super.paintComponent(graphics);
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    painter.paint(g, scene.get());
    g.dispose();
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    Optional<Gpt2Config> config = config();
    if (config.isEmpty()) {
      return null;
    }
    return arranged()
        .at(event.getX(), event.getY())
        .map(
            hit ->
                MapTips.cell(hit.placed().piece(), words(), config.get(), hit.row(), hit.column()))
        .map(ToolTips::wrapped)
        .orElse(null);
  }

  @Override
  public Dimension getPreferredSize() {
    TensorLayout arranged = arranged();
    return new Dimension((int) Math.floor(arranged.width()), (int) Math.floor(arranged.height()));
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(Metrics.px(300), Metrics.px(200));
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(1, (orientation == 1 ? visible.height : visible.width) - Metrics.px(48));
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return arranged().width() <= room().width + 1;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return arranged().height() <= room().height + 1;
  }

  /** Shows larger or smaller cells. */
  void zoom(int turn) {
    MapSettings map = presenter.settings();
    Optional<Placed> first = arranged().places().stream().findFirst();
    int fits = first.map(each -> (int) (each.grid().cellW() / Metrics.scale())).orElse(0);
    int cell = map.cell() == 0 ? Math.max(SMALLEST_CELL, fits) : map.cell();
    int next = cell + turn * CELL_STEP;
    presenter.set(each -> each.withCell(next < SMALLEST_CELL ? 0 : next), "cell");
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      arranged()
          .at(event.getX(), event.getY())
          .ifPresent(
              hit ->
                  cursor =
                      new TensorScene.Cursor(
                          arranged().places().indexOf(hit.placed()), hit.row(), hit.column()));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getButton() != MouseEvent.BUTTON1) {
        return;
      }
      Optional<Hit> hit = arranged().at(event.getX(), event.getY());
      if (hit.isPresent()) {
        explain(hit.get().placed().piece(), hit.get().row(), hit.get().column());
      } else {
        arranged()
            .titleAt(event.getX(), event.getY())
            .flatMap(placed -> placed.piece().head())
            .ifPresent(head -> presenter.desk().selectHead(presenter.layer(), head));
      }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
      boolean opens = arranged().at(event.getX(), event.getY()).isPresent();
      setCursor(Cursor.getPredefinedCursor(opens ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      if (event.isControlDown() || event.isMetaDown()) {
        zoom(-(int) Math.signum(event.getPreciseWheelRotation()));
      } else if (getParent() != null) {
        getParent()
            .dispatchEvent(SwingUtilities.convertMouseEvent(TensorCanvas.this, event, getParent()));
      }
    }
  }
}

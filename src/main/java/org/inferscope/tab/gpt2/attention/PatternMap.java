package org.inferscope.tab.gpt2.attention;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.tab.gpt2.attention.MapPainter.Pointed;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * One head's map, enlarged. A click opens a weight; a click on a word at the left follows that
 * token. The arrows move a frame from cell to cell and Enter opens; the wheel, + and − enlarge, and
 * what is enlarged is dragged. Event thread.
 */
final class PatternMap extends JPanel {
  private final AttentionDesk desk;
  private final MapPainter painter = new MapPainter();
  private final RepaintMeter meter = new RepaintMeter(this);
  private final WordWidth words = new WordWidth(this);
  private @Nullable AttentionScene scene;
  private Optional<Cell> hovered = Optional.empty();
  private Optional<Cell> cursor = Optional.empty();
  private double centreX;
  private double centreY;
  private int pass = -1;

  PatternMap(AttentionDesk desk) {
    super(null);
    this.desk = desk;
    setName("gpt2.attention.map");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("attention.map"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addMouseWheelListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> shift(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> shift(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> shift(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> shift(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> cursor().ifPresent(this::open));
    FocusKeys.bind(this, KeyEvent.VK_PLUS, () -> desk.zoom(1));
    FocusKeys.bind(this, KeyEvent.VK_EQUALS, () -> desk.zoom(1));
    FocusKeys.bind(this, KeyEvent.VK_ADD, () -> desk.zoom(1));
    FocusKeys.bind(this, KeyEvent.VK_MINUS, () -> desk.zoom(-1));
    FocusKeys.bind(this, KeyEvent.VK_SUBTRACT, () -> desk.zoom(-1));
    FocusKeys.bind(this, KeyEvent.VK_0, desk::zoomOut);
    FocusKeys.bind(
        this,
        KeyEvent.VK_CONTEXT_MENU,
        () -> cursor().ifPresent(cell -> menu(cell, getWidth() / 2, getHeight() / 2)));
  }

  void show(AttentionScene next) {
    scene = next;
    if (pass != next.number()) {
      pass = next.number();
      hovered = Optional.empty();
      cursor = Optional.empty();
      centreX = next.token() / 2.0;
      centreY = next.token() + 0.5;
    }
    describe();
    meter.request();
  }

  private void describe() {
    AttentionScene now = scene;
    if (now != null) {
      getAccessibleContext()
          .setAccessibleDescription(
              cursor
                  .map(cell -> AttentionWords.cell(now, cell))
                  .orElse(AttentionWords.caption(now)));
    }
  }

  /** The cell that the keys start from: the last one, or what the followed token looks at most. */
  private Optional<Cell> cursor() {
    AttentionScene now = scene;
    if (now == null || cursor.isPresent()) {
      return cursor;
    }
    return Optional.of(new Cell(now.token(), AttentionWords.strongest(now)));
  }

  private void shift(int queries, int keys) {
    AttentionScene now = scene;
    if (now == null) {
      return;
    }
    Optional<Cell> before = cursor;
    Cell from = cursor().orElseThrow();
    int query = Math.max(0, Math.min(now.tokens() - 1, from.query() + queries));
    int key = Math.max(0, Math.min(query, from.key() + keys));
    cursor = Optional.of(before.isEmpty() ? from : new Cell(query, key));
    reveal(now);
    describe();
    meter.request();
  }

  /** Scrolls as far as it takes to see the cell that the keys are at. */
  private void reveal(AttentionScene now) {
    MapLayout layout = layout(now);
    Cell cell = cursor().orElseThrow();
    if (!layout.area().covers(layout.cell(cell.query(), cell.key()))) {
      centreX = cell.key() + 0.5;
      centreY = cell.query() + 0.5;
    }
  }

  MapLayout layout(AttentionScene of) {
    return MapLayout.of(
        MapPainter.room(words.of(of), getWidth(), getHeight()),
        of.tokens(),
        of.settings().zoom(),
        centreX,
        centreY,
        Metrics.scale());
  }

  private void open(Cell cell) {
    AttentionScene now = scene;
    if (now != null) {
      desk.explain(now.weight(cell.query(), cell.key()));
    }
  }

  private void menu(Cell cell, int x, int y) {
    AttentionScene now = scene;
    if (now != null) {
      AttentionMenu.of(desk, now, cell).show(this, x, y);
    }
  }

  /** The cell at a place; none above the diagonal. */
  private Optional<Cell> cellAt(MouseEvent event) {
    AttentionScene now = scene;
    if (now == null) {
      return Optional.empty();
    }
    MapLayout layout = layout(now);
    int query = layout.queryAt(event.getY());
    int key = layout.keyAt(event.getX());
    return query >= 0 && key >= 0 && key <= query
        ? Optional.of(new Cell(query, key))
        : Optional.empty();
  }

  /** The query whose word is at a place. */
  private OptionalInt wordAt(MouseEvent event) {
    AttentionScene now = scene;
    if (now == null || event.getX() >= layout(now).area().x()) {
      return OptionalInt.empty();
    }
    int query = layout(now).queryAt(event.getY());
    return query >= 0 ? OptionalInt.of(query) : OptionalInt.empty();
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    AttentionScene now = scene;
    if (now == null) {
      return null;
    }
    OptionalInt word = wordAt(event);
    if (word.isPresent()) {
      String name = now.word(word.getAsInt());
      return ToolTips.wrapped(
          Texts.get("attention.word.tip", name, String.valueOf(word.getAsInt())));
    }
    return cellAt(event).map(cell -> ToolTips.wrapped(AttentionWords.cell(now, cell))).orElse(null);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, 1);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(380), Metrics.px(300));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    AttentionScene now = scene;
    if (now != null && getWidth() > 0) {
      Optional<Cell> framed = isFocusOwner() ? cursor() : Optional.empty();
      painter.paint(
          (Graphics2D) graphics,
          now,
          layout(now),
          new Pointed(hovered, framed),
          getWidth(),
          getHeight());
    }
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    private @Nullable MouseEvent from;
    private boolean dragged;

    @Override
    public void mouseMoved(MouseEvent event) {
      hover(cellAt(event));
      boolean acts = hovered.isPresent() || wordAt(event).isPresent();
      setCursor(Cursor.getPredefinedCursor(acts ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(Optional.empty());
    }

    private void hover(Optional<Cell> next) {
      if (!next.equals(hovered)) {
        hovered = next;
        meter.request();
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      from = event;
      dragged = false;
      popup(event);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      AttentionScene now = scene;
      MouseEvent start = from;
      if (now == null || start == null || !layout(now).scrolls()) {
        return;
      }
      MapLayout layout = layout(now);
      Box area = layout.area();
      double dx = event.getX() - (double) start.getX();
      double dy = event.getY() - (double) start.getY();
      centreX = (layout.shiftX() + area.w() / 2 - dx) / layout.cellW();
      centreY = (layout.shiftY() + area.h() / 2 - dy) / layout.cellH();
      from = event;
      dragged = true;
      meter.request();
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popup(event);
    }

    private void popup(MouseEvent event) {
      if (event.isPopupTrigger()) {
        cellAt(event)
            .ifPresent(
                cell -> {
                  cursor = Optional.of(cell);
                  menu(cell, event.getX(), event.getY());
                });
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getButton() != MouseEvent.BUTTON1 || dragged) {
        return;
      }
      wordAt(event).ifPresent(desk::follow);
      cellAt(event)
          .ifPresent(
              cell -> {
                cursor = Optional.of(cell);
                open(cell);
                meter.request();
              });
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      cellUnder(event);
      desk.zoom(-event.getWheelRotation());
    }

    /** Keeps what is under the pointer near it. */
    private void cellUnder(MouseWheelEvent event) {
      AttentionScene now = scene;
      if (now == null || event.getWheelRotation() == 0) {
        return;
      }
      MapLayout layout = layout(now);
      Box area = layout.area();
      double grow = Math.pow(MapLayout.STEP, -event.getWheelRotation());
      double dx = event.getX() - area.centerX();
      double dy = event.getY() - area.centerY();
      double x = (layout.shiftX() + area.w() / 2 + dx) / layout.cellW();
      double y = (layout.shiftY() + area.h() / 2 + dy) / layout.cellH();
      centreX = x - dx / (layout.cellW() * grow);
      centreY = y - dy / (layout.cellH() * grow);
    }

    @Override
    public void focusGained(FocusEvent event) {
      meter.request();
    }

    @Override
    public void focusLost(FocusEvent event) {
      meter.request();
    }
  }
}

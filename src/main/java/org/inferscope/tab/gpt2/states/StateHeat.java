package org.inferscope.tab.gpt2.states;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.FocusOutline;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The hidden states of the followed token: a row for each layer, a column for each dimension in
 * view. The arrows move a cursor and scroll, + and − zoom, Enter explains; the wheel scrolls, with
 * Ctrl it zooms. Event thread.
 */
final class StateHeat extends JPanel {
  private static final int HEIGHT = 130;
  private static final int WHEEL = 4;

  private final HeatView view;
  private final Brush brush = new Brush();
  private final HeatPainter painter = new HeatPainter(brush);
  private IntConsumer hovered = state -> {};
  private @Nullable StatesScene scene;
  private List<String> names = List.of();
  private int litRow = -1;
  private int litColumn = -1;

  StateHeat(HeatView view) {
    this.view = view;
    setName("gpt2.states.heat");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2states.heat.name"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addMouseWheelListener(hand);
    FocusOutline.follow(this);
    bind();
  }

  private void bind() {
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_HOME, () -> view.to(0));
    FocusKeys.bind(this, KeyEvent.VK_END, () -> view.to(Integer.MAX_VALUE));
    FocusKeys.bind(this, KeyEvent.VK_PLUS, () -> view.zoom(-1, 0.5));
    FocusKeys.bind(this, KeyEvent.VK_ADD, () -> view.zoom(-1, 0.5));
    FocusKeys.bind(this, KeyEvent.VK_EQUALS, () -> view.zoom(-1, 0.5));
    FocusKeys.bind(this, KeyEvent.VK_MINUS, () -> view.zoom(1, 0.5));
    FocusKeys.bind(this, KeyEvent.VK_SUBTRACT, () -> view.zoom(1, 0.5));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::explain);
  }

  /** Tells which hidden state is under the pointer, −1 for none. */
  void onHover(IntConsumer listener) {
    hovered = listener;
  }

  /** Lets a row stand out, −1 for none. */
  void light(int state) {
    light(state, -1);
  }

  private void light(int row, int column) {
    if (row != litRow || column != litColumn) {
      litRow = row;
      litColumn = column;
      repaint();
    }
    StatesScene now = scene;
    getAccessibleContext()
        .setAccessibleDescription(
            now == null || row < 0 || column < 0 ? "" : StatesWords.cell(now, row, column));
  }

  // The same scene is the same object.
  @SuppressWarnings("ReferenceEquality")
  void show(StatesScene next) {
    if (next == scene) {
      return;
    }
    scene = next;
    names =
        IntStream.range(0, next.states())
            .mapToObj(i -> StatesWords.name(i, next.states()))
            .toList();
    light(Math.min(litRow, next.states() - 1), Math.min(litColumn, next.columns() - 1));
    repaint();
  }

  /** The layout at the size it has now. */
  private HeatLayout layout(StatesScene now) {
    double unit = Metrics.scale();
    double type = Fonts.smallest() * unit;
    double widest =
        names.stream()
            .mapToDouble(name -> getFontMetrics(Fonts.text(Fonts.SMALL)).stringWidth(name))
            .max()
            .orElse(0);
    return HeatLayout.of(
        getWidth(),
        getHeight(),
        now.states(),
        now.columns(),
        Math.min(widest + type / 2, getWidth() / 4.0),
        unit,
        Fonts.smallest());
  }

  private void step(int down, int across) {
    StatesScene now = scene;
    if (now == null) {
      return;
    }
    int row = litRow < 0 ? 0 : Math.max(0, Math.min(now.states() - 1, litRow + down));
    int column = litColumn < 0 ? 0 : litColumn + across;
    if (column < 0 || column >= now.columns()) {
      view.to(now.from() + across);
      column -= across;
    }
    light(row, Math.max(0, Math.min(now.columns() - 1, column)));
    hovered.accept(row);
  }

  private void explain() {
    StatesScene now = scene;
    if (now != null && litRow >= 0 && litColumn >= 0) {
      view.explain(
          new Gpt2Ref.At(now.point(litRow), now.followed().position(), now.from() + litColumn));
    }
  }

  private void aim(MouseEvent event) {
    StatesScene now = scene;
    if (now == null) {
      return;
    }
    GridBox grid = layout(now).grid();
    boolean inside = grid.contains(event.getX(), event.getY());
    light(inside ? grid.rowAt(event.getY()) : -1, inside ? grid.columnAt(event.getX()) : -1);
    hovered.accept(litRow);
    setCursor(Cursor.getPredefinedCursor(inside ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    aim(event);
    StatesScene now = scene;
    return now == null || litRow < 0 || litColumn < 0
        ? null
        : ToolTips.wrapped(StatesWords.cell(now, litRow, litColumn));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(480), Metrics.px(HEIGHT));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, Metrics.px(HEIGHT));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    StatesScene now = scene;
    if (now == null) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    brush.within(
        new Box(0, 0, getWidth(), getHeight()),
        () -> painter.paint(layout(now), now, names, litRow, litColumn));
    brush.release();
    g.dispose();
    FocusOutline.paint(graphics, this);
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      aim(event);
    }

    @Override
    public void mouseExited(MouseEvent event) {
      light(-1, -1);
      hovered.accept(-1);
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      if (SwingUtilities.isLeftMouseButton(event)) {
        aim(event);
        explain();
      }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      StatesScene now = scene;
      if (now == null) {
        return;
      }
      int turn = event.getWheelRotation();
      if (event.isControlDown()) {
        GridBox grid = layout(now).grid();
        view.zoom(turn, (event.getX() - grid.x()) / grid.width());
      } else {
        view.to(now.from() + turn * Math.max(1, now.columns() / 16 * WHEEL));
      }
    }
  }
}

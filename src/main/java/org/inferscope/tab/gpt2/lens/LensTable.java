package org.inferscope.tab.gpt2.lens;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.FocusOutline;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * What each hidden state would say after each token. The arrows move a cursor, Enter explains, Space
 * follows the column's token, the menu key offers more. Event thread.
 */
final class LensTable extends JPanel implements Scrollable {
  private final LensHand hand;
  private final Brush brush = new Brush();
  private final LensPainter painter = new LensPainter(brush);
  private Consumer<LensGrid> laidOut = grid -> {};
  private @Nullable LensScene scene;
  private int row = -1;
  private int col;

  /** The followed token has to be scrolled to once the table is laid out. */
  private boolean hidden;

  /** What the table does with a cell. */
  interface LensHand {
    /** Explains the most probable token of a cell. */
    void explain(int state, int position);

    /** Follows a token from now on. */
    void follow(int position);

    /** Offers what can be done with a cell, at a place in the table. */
    void offer(int state, int position, int x, int y);
  }

  LensTable(LensHand hand) {
    this.hand = hand;
    setName("gpt2.lens.table");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2lens.table"));
    Pointer pointer = new Pointer();
    addMouseListener(pointer);
    addMouseMotionListener(pointer);
    FocusOutline.follow(this);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_HOME, () -> step(0, Integer.MIN_VALUE / 2));
    FocusKeys.bind(this, KeyEvent.VK_END, () -> step(0, Integer.MAX_VALUE / 2));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> withCursor(hand::explain));
    FocusKeys.bind(this, KeyEvent.VK_SPACE, () -> withCursor((i, j) -> hand.follow(j)));
    FocusKeys.bind(this, KeyEvent.VK_CONTEXT_MENU, this::offer);
    FocusKeys.bind(
        this, KeyStroke.getKeyStroke(KeyEvent.VK_F10, InputEvent.SHIFT_DOWN_MASK), this::offer);
  }

  /** Does something with a cell. */
  private interface CellWork {
    void on(int state, int position);
  }

  private void withCursor(CellWork work) {
    if (row >= 0 && scene != null) {
      work.on(row, col);
    }
  }

  private void offer() {
    LensGrid grid = grid();
    withCursor(
        (i, j) -> {
          Box cell = grid.cell(i, j);
          hand.offer(i, j, (int) cell.centerX(), (int) cell.bottom());
        });
  }

  /** Tells the listener of other sizes of the cells. */
  void onLayout(Consumer<LensGrid> listener) {
    laidOut = listener;
  }

  /** Shows a scene; another followed token repaints two columns only. */
  void show(LensScene next) {
    LensScene before = scene;
    scene = next;
    row = Math.min(row, next.lens().states() - 1);
    col = Math.min(col, next.lens().tokens() - 1);
    if (before == null
        || before.lens().tokens() != next.lens().tokens()
        || before.lens().states() != next.lens().states()) {
      hidden = true;
      revalidate();
      repaint();
    } else if (!isSame(before, next) || !before.target().equals(next.target())) {
      repaint();
    } else if (before.token() != next.token()) {
      repaint(before.token());
      repaint(next.token());
    }
  }

  // Lenses are told apart by identity, as passes are.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(LensScene a, LensScene b) {
    return a.lens() == b.lens() && a.shown() == b.shown();
  }

  private void repaint(int column) {
    Box box = grid().column(column).grown(Metrics.px(4f));
    repaint((int) box.x(), 0, (int) Math.ceil(box.w()) + 1, getHeight());
  }

  /** Brings the followed token into sight. */
  void reveal(int position) {
    Box box = grid().column(position);
    Rectangle seen = getVisibleRect();
    scrollRectToVisible(
        new Rectangle((int) box.x(), seen.y, (int) Math.ceil(box.w()), Math.max(1, seen.height)));
  }

  /** Where the cells lie at the size the table has now. */
  LensGrid grid() {
    return grid(getWidth(), getHeight());
  }

  private LensGrid grid(double w, double h) {
    LensScene now = scene;
    int rows = now == null ? 1 : now.lens().states();
    int cols = now == null ? 1 : now.lens().tokens();
    return LensGrid.of(rows, cols, w, h, Metrics.scale(), Fonts.smallest());
  }

  private void step(int down, int across) {
    LensScene now = scene;
    if (now == null) {
      return;
    }
    if (row < 0) {
      cursor(now.lens().states() - 1, now.token());
    } else {
      cursor(
          Math.max(0, Math.min(now.lens().states() - 1, row + down)),
          Math.max(0, Math.min(now.lens().tokens() - 1, col + across)));
    }
    Box cell = grid().cell(row, col);
    scrollRectToVisible(
        new Rectangle((int) cell.x(), (int) cell.y(), (int) cell.w() + 1, (int) cell.h() + 1));
  }

  private void cursor(int state, int position) {
    LensScene now = scene;
    if (now != null && (state != row || position != col)) {
      repaint(col);
      row = state;
      col = position;
      repaint(col);
      getAccessibleContext()
          .setAccessibleDescription(row < 0 ? "" : LensWords.spoken(now, row, col));
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    LensGrid grid = grid();
    int state = grid.rowAt(event.getY());
    int position = grid.columnAt(event.getX());
    LensScene now = scene;
    return now == null || state < 0 || position < 0 ? null : LensWords.tip(now, state, position);
  }

  @Override
  public Dimension getPreferredSize() {
    LensGrid least = grid(0, 0);
    return new Dimension((int) Math.ceil(least.width()), (int) Math.ceil(least.height()));
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    super.setBounds(x, y, width, height);
    laidOut.accept(grid());
  }

  /** Brings the followed token into sight after the first layout with new tokens. */
  void revealNew() {
    LensScene now = scene;
    if (hidden && now != null && getWidth() > 0) {
      hidden = false;
      reveal(now.token());
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    LensScene now = scene;
    if (now == null) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    Rectangle seen = g.getClipBounds();
    if (seen == null) {
      seen = new Rectangle(0, 0, getWidth(), getHeight());
    }
    Rectangle part = seen;
    brush.take(g);
    painter.paint(grid(), now, part, isFocusOwner() ? row : -1, col);
    brush.release();
    g.dispose();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    LensGrid grid = grid();
    return (int) (orientation == SwingConstants.HORIZONTAL ? grid.cellW() / 2 : grid.cellH());
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.HORIZONTAL ? visible.width : visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getParent().getWidth() >= getPreferredSize().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() >= getPreferredSize().height;
  }

  private final class Pointer extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      LensGrid grid = grid();
      boolean inside = grid.rowAt(event.getY()) >= 0 && grid.columnAt(event.getX()) >= 0;
      setCursor(
          Cursor.getPredefinedCursor(inside ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      LensGrid grid = grid();
      int state = grid.rowAt(event.getY());
      int position = grid.columnAt(event.getX());
      if (state < 0 || position < 0) {
        return;
      }
      cursor(state, position);
      if (event.isPopupTrigger()) {
        hand.offer(state, position, event.getX(), event.getY());
      } else if (SwingUtilities.isLeftMouseButton(event)) {
        hand.explain(state, position);
      }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      if (event.isPopupTrigger() && row >= 0) {
        hand.offer(row, col, event.getX(), event.getY());
      }
    }
  }
}

package org.inferscope.tab.gpt2.attention;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The prompt's tokens in a line, and arcs from one of them to those it looks at: from the one under
 * the pointer, else from the followed one. A click or an arrow key follows a token; a click on a
 * number opens it, Enter the strongest. Event thread.
 */
final class ArcBand extends JPanel implements Scrollable {
  private static final int HEIGHT = 120;

  private final AttentionDesk desk;
  private final ArcPainter painter = new ArcPainter();
  private final RepaintMeter meter = new RepaintMeter(this);
  private final WordWidth words = new WordWidth(this);
  private @Nullable AttentionScene scene;
  private int hovered = -1;
  private int followed = -1;
  private int pass = -1;

  ArcBand(AttentionDesk desk) {
    super(null);
    this.desk = desk;
    setName("gpt2.attention.arcs");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("attention.arcs"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::openStrongest);
  }

  void show(AttentionScene next) {
    boolean isOther = pass != next.number();
    scene = next;
    if (isOther) {
      pass = next.number();
      hovered = -1;
      revalidate();
    }
    if (isOther || followed != next.token()) {
      followed = next.token();
      reveal(next);
    }
    getAccessibleContext().setAccessibleDescription(AttentionWords.caption(next));
    meter.request();
  }

  /**
   * Scrolls once more after it was laid out: before, the width was that of other tokens, or none.
   */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean resized = width != getWidth();
    super.setBounds(x, y, width, height);
    AttentionScene now = scene;
    if (resized && now != null) {
      reveal(now);
    }
  }

  private void reveal(AttentionScene of) {
    if (getWidth() > 0) {
      Box chip = layout(of).chip(of.token());
      scrollRectToVisible(
          new Rectangle((int) chip.x() - Metrics.px(40), 0, (int) chip.w() + Metrics.px(80), 1));
    }
  }

  private void step(int by) {
    AttentionScene now = scene;
    if (now != null) {
      desk.follow(now.token() + by);
    }
  }

  private void openStrongest() {
    AttentionScene now = scene;
    if (now != null) {
      desk.explain(now.weight(now.token(), AttentionWords.strongest(now)));
    }
  }

  ArcLayout layout(AttentionScene of) {
    int width = getParent() instanceof JViewport viewport ? viewport.getWidth() : getWidth();
    return ArcPainter.layout(of, words.of(of), width, getHeight());
  }

  /** The token whose arcs are shown. */
  private int query(AttentionScene now) {
    return hovered >= 0 && hovered < now.tokens() ? hovered : now.token();
  }

  @Override
  public Dimension getPreferredSize() {
    AttentionScene now = scene;
    int needed = now == null ? 1 : (int) Math.ceil(ArcPainter.needed(now, words.of(now)));
    return new Dimension(needed, Metrics.px(HEIGHT));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, 1);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    AttentionScene now = scene;
    if (now == null) {
      return null;
    }
    int token = layout(now).at(event.getX(), event.getY());
    if (token < 0) {
      return null;
    }
    int query = now.token();
    return ToolTips.wrapped(
        token <= query && hovered < 0
            ? AttentionWords.cell(now, new Cell(query, token))
            : Texts.get("attention.token.tip", now.word(token), AttentionWords.looks(now, token)));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    AttentionScene now = scene;
    if (now != null) {
      Rectangle seen = getVisibleRect();
      painter.paint(
          (Graphics2D) graphics, now, layout(now), query(now), isFocusOwner(), seen.x, seen.width);
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px(40);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getParent().getWidth() >= getPreferredSize().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return true;
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      AttentionScene now = scene;
      if (now == null) {
        return;
      }
      ArcLayout layout = layout(now);
      int token = layout.at(event.getX(), event.getY());
      boolean onWord = token >= 0 && event.getY() >= layout.words().y();
      hover(onWord ? token : hovered >= 0 && isOnValue(event) ? hovered : -1);
      boolean acts = onWord || isOnValue(event);
      setCursor(Cursor.getPredefinedCursor(acts ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    private boolean isOnValue(MouseEvent event) {
      return painter.valueAt(event.getX(), event.getY()).isPresent();
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(-1);
    }

    private void hover(int token) {
      if (token != hovered) {
        hovered = token;
        meter.request();
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      AttentionScene now = scene;
      if (now == null || event.getButton() != MouseEvent.BUTTON1) {
        return;
      }
      painter
          .valueAt(event.getX(), event.getY())
          .ifPresentOrElse(
              cell -> desk.explain(now.weight(cell.query(), cell.key())),
              () -> desk.follow(layout(now).at(event.getX(), event.getY())));
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

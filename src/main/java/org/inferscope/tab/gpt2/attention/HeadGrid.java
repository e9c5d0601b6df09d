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
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The small maps of all heads, in a scroll pane. A click or an arrow key selects a head, Enter
 * opens the figure that heads are listed by. Event thread.
 */
final class HeadGrid extends JPanel implements Scrollable {
  private final AttentionDesk desk;
  private final HeadGridPainter painter = new HeadGridPainter();
  private final RepaintMeter meter = new RepaintMeter(this);
  private @Nullable AttentionScene scene;
  private Optional<Head> hovered = Optional.empty();
  private Head selected = new Head(0, 0);

  HeadGrid(AttentionDesk desk) {
    super(null);
    this.desk = desk;
    setName("gpt2.attention.grid");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("attention.grid"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::open);
  }

  void show(AttentionScene next) {
    boolean resized =
        scene == null
            || scene.trace().config().layers() != next.trace().config().layers()
            || scene.trace().config().heads() != next.trace().config().heads();
    scene = next;
    if (resized) {
      revalidate();
    }
    Head now = new Head(next.layer(), next.head());
    if (!now.equals(selected) || resized) {
      selected = now;
      reveal();
    }
    getAccessibleContext().setAccessibleDescription(AttentionWords.head(next, now));
    meter.request();
  }

  /** Scrolls once more after it was laid out: before, there was no room to scroll in. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean resized = width != getWidth() || height != getHeight();
    super.setBounds(x, y, width, height);
    if (resized) {
      reveal();
    }
  }

  private void reveal() {
    if (getWidth() > 0 && scene != null) {
      Box cell = layout(scene).cell(selected.layer(), selected.head());
      scrollRectToVisible(
          new Rectangle((int) cell.x(), (int) cell.y(), (int) cell.w() + 1, (int) cell.h() + 1));
    }
  }

  private void step(int layers, int heads) {
    desk.select(selected.layer() + layers, selected.head() + heads);
  }

  private void open() {
    AttentionScene now = scene;
    if (now != null) {
      desk.explain(
          new AttentionRef.OfHead(now.settings().ranking(), selected.layer(), selected.head()));
    }
  }

  /** Where all lies in the room that the scroll pane has. */
  HeadGridLayout layout(AttentionScene of) {
    Dimension room =
        getParent() instanceof JViewport viewport ? viewport.getExtentSize() : getSize();
    return HeadGridLayout.of(
        of.trace().config().layers(),
        of.trace().config().heads(),
        room.width,
        room.height,
        Metrics.scale(),
        Fonts.smallest());
  }

  @Override
  public Dimension getPreferredSize() {
    AttentionScene now = scene;
    if (now == null) {
      return new Dimension(1, 1);
    }
    HeadGridLayout layout = layout(now);
    return new Dimension((int) Math.floor(layout.width()), (int) Math.floor(layout.height()));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    AttentionScene now = scene;
    if (now == null) {
      return null;
    }
    return layout(now)
        .at(event.getX(), event.getY())
        .map(head -> ToolTips.wrapped(AttentionWords.head(now, head)))
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    AttentionScene now = scene;
    if (now != null) {
      painter.paint((Graphics2D) graphics, now, layout(now), hovered, isFocusOwner());
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px(120);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getParent().getWidth() >= getPreferredSize().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() >= getPreferredSize().height;
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      AttentionScene now = scene;
      hover(now == null ? Optional.empty() : layout(now).at(event.getX(), event.getY()));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(Optional.empty());
    }

    private void hover(Optional<Head> next) {
      if (!next.equals(hovered)) {
        hovered = next;
        setCursor(
            Cursor.getPredefinedCursor(
                next.isEmpty() ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
        meter.request();
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      AttentionScene now = scene;
      if (now != null && event.getButton() == MouseEvent.BUTTON1) {
        layout(now)
            .at(event.getX(), event.getY())
            .ifPresent(head -> desk.select(head.layer(), head.head()));
      }
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

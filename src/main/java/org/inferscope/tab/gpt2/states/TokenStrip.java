package org.inferscope.tab.gpt2.states;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.FocusOutline;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * All tokens as chips; those whose lines are shown have their colour. A click or Space shows a
 * token's lines beside the followed one's, or takes them away; ← → move the cursor. Event thread.
 */
final class TokenStrip extends JPanel implements Scrollable {
  private static final double HEIGHT = 24;
  private static final double PAD = 9;
  private static final double GAP = 5;
  private static final double RADIUS = 7;

  private final IntConsumer toggle;
  private final Brush brush = new Brush();
  private List<String> words = List.of();
  private List<TokenLine> lines = List.of();
  private final List<Box> chips = new ArrayList<>();
  private double laidOutFor;
  private int cursor = -1;

  TokenStrip(IntConsumer toggle) {
    this.toggle = toggle;
    setName("gpt2.states.tokens");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2states.tokens.name"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    FocusOutline.follow(this);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> move(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> move(1));
    FocusKeys.bind(this, KeyEvent.VK_SPACE, () -> toggle(cursor));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> toggle(cursor));
  }

  void show(StatesScene scene) {
    List<String> next = scene.shown().tokens().words();
    if (!next.equals(words)) {
      words = next;
      laidOutFor = 0;
      cursor = Math.min(cursor, words.size() - 1);
      revalidate();
    }
    if (!lines.equals(scene.lines())) {
      lines = scene.lines();
      repaint();
    }
  }

  /** Where a token's chip lies. */
  Box chip(int position) {
    layOut();
    return chips.get(position);
  }

  private void layOut() {
    double unit = Metrics.scale();
    if (laidOutFor == unit) {
      return;
    }
    laidOutFor = unit;
    chips.clear();
    FontMetrics metrics = getFontMetrics(Fonts.text(Fonts.BODY));
    double x = 3 * unit;
    double high = Math.max(HEIGHT, Fonts.smallest() * 1.6) * unit;
    for (String word : words) {
      double w = Math.max(high, metrics.stringWidth(word) + 2 * PAD * unit);
      chips.add(new Box(x, 3 * unit, w, high));
      x += w + GAP * unit;
    }
  }

  private Optional<TokenLine> line(int position) {
    return lines.stream().filter(each -> each.position() == position).findFirst();
  }

  private int at(MouseEvent event) {
    layOut();
    for (int i = 0; i < chips.size(); i++) {
      if (chips.get(i).contains(event.getX(), event.getY())) {
        return i;
      }
    }
    return -1;
  }

  private void move(int by) {
    if (!words.isEmpty()) {
      cursor = cursor < 0 ? 0 : Math.max(0, Math.min(words.size() - 1, cursor + by));
      Box chip = chip(cursor);
      scrollRectToVisible(
          new Rectangle((int) chip.x(), (int) chip.y(), (int) chip.w(), (int) chip.h()));
      getAccessibleContext().setAccessibleDescription(words(cursor));
      repaint();
    }
  }

  private void toggle(int position) {
    if (position >= 0 && !lines.isEmpty() && position != lines.get(0).position()) {
      toggle.accept(position);
    }
  }

  private String words(int position) {
    if (!lines.isEmpty() && lines.get(0).position() == position) {
      return Texts.get("gpt2states.chip.followed", words.get(position));
    }
    return line(position).isPresent()
        ? Texts.get("gpt2states.chip.remove", words.get(position))
        : Texts.get("gpt2states.chip.add", words.get(position));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int at = at(event);
    return at < 0 ? null : ToolTips.wrapped(words(at));
  }

  @Override
  public Dimension getPreferredSize() {
    layOut();
    double unit = Metrics.scale();
    double right = chips.isEmpty() ? 0 : chips.get(chips.size() - 1).right();
    double high = Math.max(HEIGHT, Fonts.smallest() * 1.6) * unit;
    return new Dimension((int) Math.ceil(right + 3 * unit), (int) Math.ceil(high + 6 * unit));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    layOut();
    Graphics2D g = (Graphics2D) graphics.create();
    Rectangle seen = g.getClipBounds() == null ? getBounds() : g.getClipBounds();
    brush.take(g);
    for (int i = 0; i < chips.size(); i++) {
      Box chip = chips.get(i);
      if (chip.right() >= seen.getMinX() && chip.x() <= seen.getMaxX()) {
        paint(i, chip);
      }
    }
    brush.release();
    g.dispose();
    FocusOutline.paint(graphics, this);
  }

  private void paint(int position, Box chip) {
    double unit = Metrics.scale();
    Optional<Role> role = line(position).map(TokenLine::role);
    Color fill = role.map(Role::fill).orElse(Palette.cell());
    Color edge = role.map(Role::fill).orElse(Palette.cellBorder());
    brush.cell(chip, fill, edge, RADIUS * unit, unit);
    if (position == cursor && isFocusOwner()) {
      brush.outline(chip.grown(2 * unit), Palette.accent(), (RADIUS + 2) * unit, 2 * unit);
    }
    Color ink = role.map(Role::on).orElse(Palette.text());
    double type = Math.max(Fonts.BODY, Fonts.smallest()) * unit;
    brush.text(words.get(position), chip, type, ink);
  }

  /** As narrow as can be, so that room is kept for a scroll bar where the chips need one. */
  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(1, getPreferredSize().height);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px(40);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.HORIZONTAL ? visible.width : visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getParent().getWidth() > getPreferredSize().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return true;
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      setCursor(
          Cursor.getPredefinedCursor(at(event) < 0 ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      if (SwingUtilities.isLeftMouseButton(event)) {
        cursor = at(event);
        toggle(cursor);
        repaint();
      }
    }
  }
}

package org.inferscope.ui.grid;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * A sentence beside a cell, with a tip that points at it: below the cell, or above where there is
 * no room below. It says what is wrong, or asks and offers answers as buttons. It lies on the
 * window's layered pane, so it may reach beyond the matrix.
 */
final class Bubble extends JPanel {
  private static final int WIDEST = 300;
  private static final int PAD = 10;
  private static final int TIP = 7;
  private static final int MARGIN = 8;
  private static final int GAP = 8;

  /** Keeps a press beside a button from going to the cell that lies under the bubble. */
  private final MouseAdapter shield = new MouseAdapter() {};

  private List<String> lines = List.of();
  private @Nullable OfferBar offers;
  private int tipX;
  private boolean below;

  Bubble() {
    setName("gridBubble");
    setOpaque(false);
    setFocusable(false);
    setLayout(null);
  }

  /** The sentence shown; empty while hidden. */
  String text() {
    return getParent() == null ? "" : String.join(" ", lines);
  }

  /** Whether it asks and waits for an answer. */
  boolean isAsking() {
    return getParent() != null && offers != null;
  }

  /** Whether a component is one of its buttons. */
  boolean holds(@Nullable Component component) {
    return component != null && isAncestorOf(component);
  }

  /** Says what is wrong at a cell, given in the anchor's coordinates; nothing without a window. */
  void show(String sentence, JComponent anchor, Rectangle cell) {
    dismiss();
    appear(sentence, anchor, cell);
  }

  /** Asks at a cell and gives the keyboard to the first answer; nothing without a window. */
  void ask(GridPaste.Asks asks, OfferBar.Asker asker, JComponent anchor, Rectangle cell) {
    dismiss();
    OfferBar bar = new OfferBar(asks, asker);
    offers = bar;
    add(bar);
    addMouseListener(shield);
    appear(asks.question(), anchor, cell);
    bar.takeFocus();
  }

  private void appear(String sentence, JComponent anchor, Rectangle cell) {
    JRootPane root = SwingUtilities.getRootPane(anchor);
    if (root == null) {
      return;
    }
    JLayeredPane layers = root.getLayeredPane();
    setFont(Fonts.text(Fonts.BODY));
    lines = TextLines.wrap(sentence, getFontMetrics(getFont()), Metrics.px(WIDEST));
    getAccessibleContext().setAccessibleName(sentence);
    layers.add(this, JLayeredPane.POPUP_LAYER);
    place(SwingUtilities.convertRectangle(anchor, cell, layers), layers.getSize());
    layers.repaint(getBounds());
  }

  /** Takes the bubble away. */
  void dismiss() {
    OfferBar asked = offers;
    offers = null;
    if (asked != null) {
      remove(asked);
      removeMouseListener(shield);
    }
    Container parent = getParent();
    if (parent != null) {
      Rectangle place = getBounds();
      parent.remove(this);
      parent.repaint(place.x, place.y, place.width, place.height);
    }
  }

  private void place(Rectangle cell, Dimension room) {
    Dimension size = getPreferredSize();
    below = cell.y + cell.height + size.height <= room.height || cell.y < size.height;
    int middle = cell.x + cell.width / 2;
    int margin = Metrics.px(MARGIN);
    int x = Math.min(room.width - size.width - margin, middle - size.width / 2);
    x = Math.max(margin, x);
    int y = below ? cell.y + cell.height : cell.y - size.height;
    tipX = Math.max(Metrics.px(16), Math.min(size.width - Metrics.px(16), middle - x));
    setBounds(x, y, size.width, size.height);
    OfferBar bar = offers;
    if (bar != null) {
      int top = textTop() + textHeight() + Metrics.px(GAP);
      Dimension wanted = bar.getPreferredSize();
      bar.setBounds(Metrics.px(PAD), top, wanted.width, wanted.height);
      bar.validate();
    }
  }

  private int textTop() {
    return (below ? Metrics.px(TIP) : 0) + Metrics.px(PAD);
  }

  private int textHeight() {
    return lines.size() * getFontMetrics(getFont()).getHeight();
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    int width = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
    int height = textHeight();
    OfferBar bar = offers;
    if (bar != null) {
      Dimension wanted = bar.getPreferredSize();
      width = Math.max(width, wanted.width);
      height += Metrics.px(GAP) + wanted.height;
    }
    int around = 2 * Metrics.px(PAD);
    return new Dimension(width + around + 2, height + around + Metrics.px(TIP));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    Area shape = shape();
    Color line = isAsking() ? Palette.accent() : Palette.error();
    g.setColor(isAsking() ? Palette.accentSoft() : Palette.errorSoft());
    g.fill(shape);
    g.setColor(line);
    g.setStroke(new BasicStroke(Metrics.px(1f)));
    g.draw(shape);
    g.setColor(Palette.text());
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    int y = textTop() + metrics.getAscent();
    for (String words : lines) {
      g.drawString(words, Metrics.px(PAD), y);
      y += metrics.getHeight();
    }
    g.dispose();
  }

  private Area shape() {
    double tip = Metrics.px((float) TIP);
    double top = below ? tip : 0.5;
    double height = getHeight() - tip - 1;
    double arc = Metrics.px(2f * Metrics.RADIUS);
    Area area = new Area(new RoundRectangle2D.Double(0.5, top, getWidth() - 1, height, arc, arc));
    Path2D arrow = new Path2D.Double();
    double base = below ? top + 1 : top + height - 1;
    double point = below ? 0.5 : getHeight() - 0.5;
    arrow.moveTo(tipX - tip, base);
    arrow.lineTo(tipX, point);
    arrow.lineTo(tipX + tip, base);
    arrow.closePath();
    area.add(new Area(arrow));
    return area;
  }
}

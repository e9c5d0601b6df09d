package org.inferscope.ui.grid;

import java.awt.BasicStroke;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * A sentence beside a cell, with a tip that points at it: below the cell, or above where there is
 * no room below. It lies on the window's layered pane, so it may reach beyond the matrix.
 */
final class Bubble extends JPanel {
  private static final int WIDEST = 300;
  private static final int PAD = 10;
  private static final int TIP = 7;
  private static final int MARGIN = 8;

  private List<String> lines = List.of();
  private int tipX;
  private boolean below;

  Bubble() {
    setName("gridBubble");
    setOpaque(false);
    setFocusable(false);
  }

  /** The sentence shown; empty while hidden. */
  String text() {
    return getParent() == null ? "" : String.join(" ", lines);
  }

  /** Shows a sentence at a cell, given in the anchor's coordinates; nothing without a window. */
  void show(String sentence, JComponent anchor, Rectangle cell) {
    dismiss();
    if (SwingUtilities.getRootPane(anchor) == null) {
      return;
    }
    JLayeredPane layers = SwingUtilities.getRootPane(anchor).getLayeredPane();
    setFont(Fonts.text(Fonts.BODY));
    lines = TextLines.wrap(sentence, getFontMetrics(getFont()), Metrics.px(WIDEST));
    getAccessibleContext().setAccessibleName(sentence);
    layers.add(this, JLayeredPane.POPUP_LAYER);
    place(SwingUtilities.convertRectangle(anchor, cell, layers), layers.getSize());
    layers.repaint(getBounds());
  }

  /** Takes the bubble away. */
  void dismiss() {
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
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    int widest = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
    return new Dimension(
        widest + 2 * Metrics.px(PAD) + 2,
        lines.size() * metrics.getHeight() + 2 * Metrics.px(PAD) + Metrics.px(TIP));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    Area shape = shape();
    g.setColor(Palette.errorSoft());
    g.fill(shape);
    g.setColor(Palette.error());
    g.setStroke(new BasicStroke(Metrics.px(1f)));
    g.draw(shape);
    g.setColor(Palette.text());
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    int y = (below ? Metrics.px(TIP) : 0) + Metrics.px(PAD) + metrics.getAscent();
    for (String line : lines) {
      g.drawString(line, Metrics.px(PAD), y);
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

package org.inferscope.tab.gpt2.next;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** The names of the list's columns, in the colours of their bars. Event thread. */
final class TopHeader extends JComponent {
  private final TopView list;

  TopHeader(TopView list) {
    this.list = list;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(1, getFontMetrics(font()).getHeight() + 4);
  }

  private static Font font() {
    return Fonts.text(Fonts.SMALL);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    g.setFont(font());
    Box word = list.placed().cell(0, TopColumn.TOKEN);
    float base = g.getFontMetrics().getAscent() + 1f;
    g.setColor(Palette.muted());
    g.drawString(TopColumn.TOKEN.title(), (float) word.x(), base);
    String most = NextWords.percent(TopPainter.scale(list.rows()));
    Box bars = list.placed().bars();
    FontMetrics metrics = g.getFontMetrics();
    if (!list.rows().isEmpty() && metrics.stringWidth("0" + most) < bars.w() - 16) {
      g.drawString("0", (float) bars.x(), base);
      g.drawString(most, (float) (bars.right() - metrics.stringWidth(most)), base);
    }
    title(g, TopColumn.PROBABILITY, Role.BLUE.ink(), base);
    title(g, TopColumn.CHANCE, Role.ROW.ink(), base);
    title(g, TopColumn.LOGIT, Palette.muted(), base);
    g.dispose();
  }

  private void title(Graphics2D g, TopColumn column, Color color, float base) {
    Box cell = list.placed().cell(0, column);
    g.setColor(color);
    int width = g.getFontMetrics().stringWidth(column.title());
    g.drawString(column.title(), (float) (cell.right() - width), base);
  }
}

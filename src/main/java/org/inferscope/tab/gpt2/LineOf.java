package org.inferscope.tab.gpt2;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JLabel;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Palette;

/** A quiet line that says as much as there is room for. Event thread. */
final class LineOf extends JLabel {
  private List<String> wordings = List.of("");

  /** An empty line. */
  LineOf(String name) {
    setName(name);
  }

  /** Shows the first of the wordings that fits. */
  void show(List<String> longestFirst) {
    if (!longestFirst.equals(wordings)) {
      wordings = List.copyOf(longestFirst);
      setText(wordings.get(0));
    }
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    return new Dimension(metrics.stringWidth(wordings.get(0)) + 2, metrics.getHeight() + 4);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, getPreferredSize().height);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    g.setFont(getFont());
    g.setColor(Palette.muted());
    FontMetrics metrics = g.getFontMetrics();
    String fitting =
        wordings.stream()
            .filter(words -> metrics.stringWidth(words) <= getWidth())
            .findFirst()
            .orElseGet(() -> TextLines.cut(wordings.get(wordings.size() - 1), metrics, getWidth()));
    int y = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
    g.drawString(fitting, 0, y);
    g.dispose();
  }
}

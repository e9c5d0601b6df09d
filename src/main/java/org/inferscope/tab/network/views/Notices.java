package org.inferscope.tab.network.views;

import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JComponent;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** A view with nothing to show yet: what is missing, and how to get it. Event thread. */
final class Notices {
  private static final double TITLE = 20;
  private static final double BODY = 14;
  private static final double WIDEST = 560;
  private static final double LINE = 1.45;

  private Notices() {}

  /** Paints a title and sentences, a little above the middle. Returns where they end. */
  static double paint(Graphics2D g, JComponent view, String title, String sentences) {
    double unit = Metrics.scale();
    Brush brush = new Brush();
    brush.take(g);
    Box all = new Box(0, 0, view.getWidth(), view.getHeight());
    brush.fill(all, Palette.background(), 0);
    double body = Math.max(BODY, Fonts.smallest()) * unit;
    double head = Math.max(TITLE, Fonts.smallest()) * unit;
    double width = Math.min(WIDEST * unit, all.w() - 48 * unit);
    List<String> lines = sentences.isEmpty() ? List.of() : brush.wrapped(sentences, width, body);
    double high = head * LINE + lines.size() * body * LINE;
    Box box = Box.around(all.centerX(), all.h() * 0.42, width, high);
    brush.strong(title, new Box(box.x(), box.y(), width, head * LINE), head, Palette.text());
    double y = box.y() + head * LINE + 6 * unit;
    for (String line : lines) {
      brush.text(line, new Box(box.x(), y, width, body * LINE), body, Palette.muted());
      y += body * LINE;
    }
    brush.release();
    return y;
  }
}

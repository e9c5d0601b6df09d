package org.inferscope.tab.gpt2.lens;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * What stays in sight while the table scrolls: layers at its left, tokens above it. A click on a
 * token follows it. Event thread.
 */
final class LensHeaders {
  private static final double PAD = 8;
  private static final double HIGH = 24;

  private final LensTable table;
  private final Rows rows = new Rows();
  private final Columns columns;
  private @Nullable LensScene scene;

  LensHeaders(LensTable table, IntConsumer follow) {
    this.table = table;
    columns = new Columns(follow);
    table.onLayout(
        grid -> {
          rows.revalidate();
          columns.revalidate();
          rows.repaint();
          columns.repaint();
        });
  }

  JComponent rows() {
    return rows;
  }

  JComponent columns() {
    return columns;
  }

  void show(LensScene next) {
    LensScene before = scene;
    scene = next;
    if (before == null || !hasSameWords(before, next)) {
      rows.revalidate();
      columns.revalidate();
      rows.repaint();
      columns.repaint();
    } else if (before.token() != next.token()) {
      columns.repaint();
    }
  }

  private static boolean hasSameWords(LensScene a, LensScene b) {
    return a.shown().tokens().words().equals(b.shown().tokens().words())
        && a.lens().states() == b.lens().states();
  }

  private static double high() {
    return Math.max(HIGH, Fonts.smallest() * 1.7) * Metrics.scale();
  }

  private final class Rows extends JPanel {
    private final Brush brush = new Brush();

    Rows() {
      setOpaque(false);
      setName("gpt2.lens.rows");
    }

    @Override
    public Dimension getPreferredSize() {
      FontMetrics metrics = getFontMetrics(Fonts.text(Fonts.SMALL));
      int widest = 0;
      LensScene now = scene;
      for (int i = 0; now != null && i < now.lens().states(); i++) {
        widest = Math.max(widest, metrics.stringWidth(LensWords.row(i, now.lens().states())));
      }
      int width = (int) Math.ceil(widest * 1.05 + 2 * PAD * Metrics.scale());
      return new Dimension(width, table.getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      LensScene now = scene;
      if (now == null) {
        return;
      }
      Graphics2D g = (Graphics2D) graphics.create();
      brush.take(g);
      LensGrid grid = table.grid();
      double pad = PAD * Metrics.scale();
      double type = Fonts.smallest() * Metrics.scale();
      int states = now.lens().states();
      for (int i = 0; i < states; i++) {
        Box cell = grid.cell(i, 0);
        Box place = new Box(0, cell.y(), getWidth() - pad, cell.h());
        Color ink = i == states - 1 ? Palette.text() : Palette.muted();
        brush.trailing(LensWords.row(i, states), place, type, ink);
      }
      brush.release();
      g.dispose();
    }
  }

  private final class Columns extends JPanel {
    private final Brush brush = new Brush();

    Columns(IntConsumer follow) {
      setOpaque(false);
      setName("gpt2.lens.columns");
      setToolTipText("");
      setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
              int at = table.grid().columnAt(event.getX());
              if (at >= 0 && SwingUtilities.isLeftMouseButton(event)) {
                follow.accept(at);
              }
            }
          });
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(table.getWidth(), (int) Math.ceil(high()));
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
      int at = table.grid().columnAt(event.getX());
      LensScene now = scene;
      return at < 0 || now == null
          ? null
          : ToolTips.wrapped(
              Texts.get("gpt2lens.column.tip", now.shown().tokens().word(at), Numbers.count(at)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      LensScene now = scene;
      if (now == null) {
        return;
      }
      Graphics2D g = (Graphics2D) graphics.create();
      Rectangle seen = g.getClipBounds() == null ? getBounds() : g.getClipBounds();
      brush.take(g);
      LensGrid grid = table.grid();
      int last = grid.columnNear(seen.getMaxX());
      for (int j = grid.columnNear(seen.getMinX()); j <= last; j++) {
        word(now, grid, j);
      }
      brush.release();
      g.dispose();
    }

    private void word(LensScene now, LensGrid grid, int j) {
      double unit = Metrics.scale();
      double type = Math.max(Fonts.BODY, Fonts.smallest()) * unit;
      Box column = grid.column(j);
      Box box = new Box(column.x(), 0, column.w(), getHeight() - 3 * unit);
      boolean followed = j == now.token();
      if (followed) {
        brush.fill(box, Palette.accentSoft(), 5 * unit);
      }
      Box inside = new Box(box.x() + 4 * unit, box.y(), box.w() - 8 * unit, box.h());
      String word = now.shown().tokens().word(j);
      Color ink = followed ? Palette.text() : Palette.muted();
      if (brush.width(word, type) * 1.06 > inside.w()) {
        brush.leading(word, inside, type, ink);
      } else if (followed) {
        brush.strong(word, inside, type, ink);
      } else {
        brush.text(word, inside, type, ink);
      }
    }
  }
}

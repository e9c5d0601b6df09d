package org.inferscope.tab.roofline.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints a cell of the results. Numbers stand at the right in equally wide digits; where there are
 * none, the sentence that says why runs through all their columns. Event thread.
 */
final class SweepCell extends DefaultTableCellRenderer {
  private static final long serialVersionUID = 1;
  private static final int PADDING = 8;
  private static final int SWATCH = 9;

  private final transient SweepRows rows;
  private final transient SeriesLooks looks;
  private transient String note = "";
  private transient Color swatch = Color.BLACK;
  private transient ChartSeries.Mark mark = ChartSeries.Mark.DISC;
  private int noteAt;
  private boolean hasSwatch;
  private boolean hasLine;

  SweepCell(SweepRows rows, SeriesLooks looks) {
    this.rows = rows;
    this.looks = looks;
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    SweepColumn of = rows.column(column);
    super.getTableCellRendererComponent(
        table, shown(value, of, row), selected, focused, row, column);
    boolean number = of.isFigure();
    setFont(number || of == SweepColumn.SIZE ? Fonts.mono(Fonts.BODY) : table.getFont());
    setHorizontalAlignment(number ? SwingConstants.RIGHT : SwingConstants.LEFT);
    hasSwatch = of == SweepColumn.IMPL;
    SeriesLooks.Look look = looks.of(rows.row(row));
    swatch = look.role().ink();
    mark = look.mark();
    int left = Metrics.px(hasSwatch ? PADDING + SWATCH + PADDING : PADDING);
    if (!focused) {
      setBorder(BorderFactory.createEmptyBorder(0, left, 0, Metrics.px(PADDING)));
    }
    hasLine = row > 0 && rows.isFirstOfSize(row);
    note = number ? rows.note(row).orElse("") : "";
    Rectangle first = table.getCellRect(row, SweepColumn.MEDIAN.ordinal(), false);
    noteAt = first.x - table.getCellRect(row, column, false).x;
    return this;
  }

  /** A size stands only in the first row that it has. */
  private Object shown(Object value, SweepColumn of, int row) {
    if (of == SweepColumn.SIZE && !rows.isFirstOfSize(row)) {
      return "";
    }
    return of.isFigure() && rows.note(row).isPresent() ? "" : value;
  }

  /** As in the charts, since colours may repeat. */
  private void paintMark(Graphics2D g, int x, int y, int side) {
    if (mark == ChartSeries.Mark.SQUARE) {
      g.fillRect(x, y, side, side);
    } else if (mark == ChartSeries.Mark.RING) {
      g.setStroke(new BasicStroke(Metrics.px(2f)));
      g.drawOval(x, y, side, side);
    } else {
      g.fillOval(x, y, side, side);
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = Canvas.of(graphics);
    if (hasLine) {
      g.setColor(Palette.cardBorder());
      g.fillRect(0, 0, getWidth(), Metrics.px(1));
    }
    if (hasSwatch) {
      int side = Metrics.px(SWATCH);
      g.setColor(swatch);
      paintMark(g, Metrics.px(PADDING), (getHeight() - side) / 2, side);
    }
    if (!note.isEmpty()) {
      g.setFont(Fonts.text(Fonts.BODY));
      g.setColor(Palette.muted());
      int baseline =
          (getHeight() + g.getFontMetrics().getAscent() - g.getFontMetrics().getDescent()) / 2;
      g.drawString(note, noteAt + Metrics.px(PADDING), baseline);
    }
    g.dispose();
  }
}

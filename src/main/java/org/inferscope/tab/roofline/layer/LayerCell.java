package org.inferscope.tab.roofline.layer;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.inferscope.model.hardware.Roof.Bound;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Draws a cell of the table: the product's colour before its name, numbers at the right, what it is
 * bound by on the notebook's tints. Event thread.
 */
final class LayerCell extends DefaultTableCellRenderer {
  private static final int PADDING = 8;
  private static final int SWATCH = 10;

  private final LayerTableModel model;
  private Optional<Color> tint = Optional.empty();
  private Optional<Color> swatch = Optional.empty();
  private boolean isTotal;

  LayerCell(LayerTableModel model) {
    this.model = model;
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    super.getTableCellRendererComponent(table, value, false, false, row, column);
    LayerColumn of = LayerTableModel.column(column);
    Optional<LayerRow> product = model.row(row);
    boolean name = of == LayerColumn.NAME;
    isTotal = product.isEmpty();
    swatch = name ? product.map(each -> each.role().fill()) : Optional.empty();
    tint = of == LayerColumn.BOUND ? product.flatMap(LayerCell::tint) : Optional.empty();
    setHorizontalAlignment(name ? LEADING : of == LayerColumn.BOUND ? CENTER : TRAILING);
    setFont(font(name || of == LayerColumn.BOUND, isTotal));
    setForeground(Palette.text());
    boolean lit =
        product.isPresent()
            && model.scene().lit().filter(each -> each == product.get().matmul()).isPresent();
    setBackground(lit ? Palette.accentSoft() : table.getBackground());
    int side = Metrics.px(PADDING);
    int before = name ? side + Metrics.px(SWATCH + 6) : side;
    setBorder(
        focused && table.isFocusOwner()
            ? BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(Palette.accent(), Metrics.px(2)),
                BorderFactory.createEmptyBorder(
                    0, Math.max(0, before - Metrics.px(2)), 0, Math.max(0, side - Metrics.px(2))))
            : BorderFactory.createEmptyBorder(0, before, 0, side));
    return this;
  }

  private static Font font(boolean words, boolean strong) {
    if (words) {
      return strong ? Fonts.strong(Fonts.BODY) : Fonts.text(Fonts.BODY);
    }
    return strong ? Fonts.monoStrong(Fonts.BODY) : Fonts.mono(Fonts.BODY);
  }

  private static Optional<Color> tint(LayerRow row) {
    return row.point()
        .bound()
        .map(bound -> bound == Bound.MEMORY ? Role.ROW.soft() : Role.COLUMN.soft());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    g.setColor(getBackground());
    g.fillRect(0, 0, getWidth(), getHeight());
    if (isTotal) {
      g.setColor(Palette.cellBorder());
      g.fillRect(0, 0, getWidth(), Math.max(1, Metrics.px(1)));
    }
    tint.ifPresent(color -> pill(g, color));
    swatch.ifPresent(color -> square(g, color));
    g.dispose();
    setOpaque(false);
    super.paintComponent(graphics);
    setOpaque(true);
  }

  private void pill(Graphics2D g, Color color) {
    float gap = Metrics.px(3f);
    float arc = Metrics.px(8f);
    g.setColor(color);
    g.fill(
        new RoundRectangle2D.Float(
            gap, gap, getWidth() - 2 * gap, getHeight() - 2 * gap, arc, arc));
  }

  private void square(Graphics2D g, Color color) {
    float side = Metrics.px((float) SWATCH);
    float arc = Metrics.px(4f);
    g.setColor(color);
    g.fill(
        new RoundRectangle2D.Float(
            Metrics.px(PADDING), (getHeight() - side) / 2, side, side, arc, arc));
  }

  /** The room that a text takes in a cell of a column. */
  static Dimension room(JTable table, LayerColumn column, String text) {
    boolean words = column == LayerColumn.NAME || column == LayerColumn.BOUND;
    int width = table.getFontMetrics(font(words, true)).stringWidth(text);
    int before = column == LayerColumn.NAME ? Metrics.px(SWATCH + 6) : 0;
    int height = table.getFontMetrics(font(words, true)).getHeight();
    return new Dimension(width + before + 2 * Metrics.px(PADDING) + 2, height);
  }
}

package org.inferscope.tab.gpt2.attention;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints a cell of the ranking: a head's name, its figure over a bar, or its tags. Event thread.
 */
final class RankingCell extends JPanel implements TableCellRenderer {
  private static final double BAR = 5;

  private final RankingModel heads;
  private final Brush brush = new Brush();
  private int row;
  private int column;
  private boolean selected;
  private boolean focused;

  RankingCell(RankingModel heads) {
    super(null);
    this.heads = heads;
    setOpaque(false);
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean isSelected, boolean hasFocus, int atRow, int atColumn) {
    row = atRow;
    column = atColumn;
    selected = isSelected;
    focused = hasFocus && table.isFocusOwner();
    getAccessibleContext().setAccessibleName(String.valueOf(value));
    return this;
  }

  static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  /** Height of a row. */
  static int high() {
    return (int) Math.ceil(type() * 1.4 + (BAR + 7) * Metrics.scale());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    brush.take((Graphics2D) graphics);
    double unit = Metrics.scale();
    Box all = new Box(0, 0, getWidth(), getHeight());
    if (selected) {
      brush.fill(all, Palette.accentSoft(), 0);
    }
    if (focused) {
      brush.outline(all, Palette.accent(), 3 * unit, 1.5 * unit);
    }
    Box inner = new Box(6 * unit, 0, Math.max(1, getWidth() - 12 * unit), getHeight());
    switch (column) {
      case RankingModel.HEAD -> name(inner);
      case RankingModel.VALUE -> figure(inner, unit);
      default -> tags(inner, unit);
    }
    brush.release();
  }

  private void name(Box inner) {
    String name = heads.head(row).label();
    double width = name.length() * type() * Brush.DIGIT_ASPECT;
    brush.number(name, new Box(inner.x(), 0, width, inner.h()), type(), Palette.text());
  }

  private void figure(Box inner, double unit) {
    String text = AttentionWords.value(heads.figure(), heads.value(row));
    double width = text.length() * type() * Brush.DIGIT_ASPECT;
    double line = type() * 1.4;
    double top = (inner.h() - line - BAR * unit) / 2;
    brush.number(text, new Box(inner.right() - width, top, width, line), type(), Palette.text());
    Box track = new Box(inner.x(), top + line, inner.w(), BAR * unit);
    brush.fill(track, Palette.cell(), track.h() / 2);
    double length = track.w() * Math.max(0, Math.min(1, heads.part(row)));
    Box bar = new Box(track.x(), track.y(), length, track.h());
    brush.bar(bar, TagColours.of(heads.figure()).fill(), track.h() / 2, Edge.RIGHT);
  }

  private void tags(Box inner, double unit) {
    double side = type() * 1.35;
    double x = inner.x();
    List<HeadTag> tags = heads.tags(row);
    for (HeadTag tag : tags) {
      Box chip = new Box(x, inner.centerY() - side / 2, side, side);
      brush.fill(chip, TagColours.of(tag).fill(), 4 * unit);
      brush.strong(tag.letter(), chip, type(), TagColours.of(tag).on());
      x += side + 3 * unit;
    }
  }
}

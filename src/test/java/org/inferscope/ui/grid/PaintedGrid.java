package org.inferscope.ui.grid;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.datatransfer.Clipboard;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Palette;

/** A panel that paints a matrix and lets it be edited, as a tab does. */
final class PaintedGrid extends JPanel implements GridHost, GridGeometry {
  private static final int CELL = 60;
  private static final int MARGIN = 40;

  final List<String> undoLabels = new ArrayList<>();
  final Clipboard clipboard = new Clipboard("test");
  final MatrixEditor editor;
  private EntryGrid grid = EntryGrid.of(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));

  PaintedGrid() {
    super(null);
    editor = new MatrixEditor("a", "A", this, this, () -> clipboard);
    add(editor);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(480, 360);
  }

  @Override
  public void doLayout() {
    editor.setBounds(MARGIN, MARGIN, grid.cols() * CELL, grid.rows() * CELL);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = Canvas.of(graphics);
    g.translate(MARGIN, MARGIN);
    g.setFont(Fonts.mono(18));
    FontMetrics metrics = g.getFontMetrics();
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        Rectangle box = boundsOf(new Cell(i, j));
        Entry entry = grid.at(i, j);
        g.setColor(entry.isBad() ? Palette.errorSoft() : Palette.cell());
        g.fill(box);
        g.setColor(entry.isBad() ? Palette.error() : Palette.cellBorder());
        g.draw(box);
        g.setColor(Palette.text());
        String text = entry.isBad() ? entry.text() : Numbers.cell(entry.value());
        int x = box.x + (box.width - metrics.stringWidth(text)) / 2;
        g.drawString(text, x, box.y + (box.height + metrics.getAscent()) / 2);
      }
    }
    g.dispose();
  }

  @Override
  public EntryGrid grid() {
    return grid;
  }

  @Override
  public GridLimits limits() {
    return new GridLimits(4, 6);
  }

  @Override
  public void edit(EntryGrid next, String label) {
    grid = next;
    undoLabels.add(label);
    doLayout();
    repaint();
  }

  @Override
  public int rowAt(int y) {
    return y / CELL;
  }

  @Override
  public int columnAt(int x) {
    return x / CELL;
  }

  @Override
  public Rectangle boundsOf(Cell cell) {
    return new Rectangle(cell.col() * CELL + 2, cell.row() * CELL + 2, CELL - 4, CELL - 4);
  }
}

package org.inferscope.ui.grid;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.Clipboard;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.state.History;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Palette;

/** A panel that paints a matrix and lets it be edited, as a tab does. */
final class PaintedGrid extends JPanel implements GridHost, GridGeometry {
  private static final int CELL = 60;
  private static final int MARGIN = 40;

  final List<String> undoLabels = new ArrayList<>();
  final Clipboard clipboard = new Clipboard("test");
  final MatrixEditor editor;
  final History<EntryGrid> history =
      new History<>(EntryGrid.of(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}})));
  GridLimits limits = new GridLimits(4, 6);
  int drags;
  int ends;

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
    EntryGrid grid = grid();
    editor.setBounds(MARGIN, MARGIN, grid.cols() * CELL, grid.rows() * CELL);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = Canvas.of(graphics);
    g.translate(MARGIN, MARGIN);
    EntryGrid grid = grid();
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
    return history.current();
  }

  @Override
  public GridLimits limits() {
    return limits;
  }

  @Override
  public void edit(EntryGrid next, String label) {
    history.apply(next, label);
    undoLabels.add(label);
    doLayout();
    repaint();
  }

  @Override
  public void drag(EntryGrid next, String label) {
    drags++;
    history.apply(next, label, this);
    repaint();
  }

  @Override
  public void endDrag() {
    ends++;
    history.endGesture();
  }

  /** The point in the middle of a cell, in the editor's coordinates. */
  Point centre(int row, int col) {
    Rectangle cell = boundsOf(new Cell(row, col));
    return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
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

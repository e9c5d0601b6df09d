package org.inferscope.ui.grid;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.CellField.Way;
import org.jspecify.annotations.Nullable;

/**
 * The typing in one cell of a {@link MatrixEditor}: opens a field over the cell, on the window's
 * layered pane so that it may be wider than the matrix, and hands on what was typed.
 */
final class CellTyping implements CellField.Owner {
  private final MatrixEditor editor;
  private @Nullable CellField field;
  private Cell cell = new Cell(0, 0);

  CellTyping(MatrixEditor editor) {
    this.editor = editor;
    editor.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentMoved(ComponentEvent event) {
            place();
          }

          @Override
          public void componentResized(ComponentEvent event) {
            place();
          }
        });
  }

  boolean isOpen() {
    return field != null;
  }

  /**
   * Opens a field.
   *
   * @param present what the cell says
   * @param replacement what replaces it; null to edit what it says
   */
  void open(Cell at, String present, @Nullable String replacement) {
    cell = at;
    CellField opened =
        new CellField(this, replacement == null ? present : replacement, replacement != null);
    opened.setName(editor.getName() + ".field");
    opened.getAccessibleContext().setAccessibleName(editor.nameOf(at));
    JRootPane root = SwingUtilities.getRootPane(editor);
    Container parent = root == null ? editor : root.getLayeredPane();
    parent.add(opened, JLayeredPane.POPUP_LAYER, 0);
    field = opened;
    place();
    opened.requestFocusInWindow();
    if (replacement == null) {
      opened.selectAll();
    }
  }

  /** Keeps the field over its cell, wherever that is now. */
  private void place() {
    CellField open = field;
    if (open != null && open.getParent() != null) {
      Container parent = open.getParent();
      Rectangle at = SwingUtilities.convertRectangle(editor, editor.boundsOf(cell), parent);
      open.placeOver(at, parent.getWidth() - at.x);
    }
  }

  @Override
  public void commit(Way way) {
    CellField open = field;
    if (open == null) {
      return;
    }
    close();
    take(open.getText());
    if (way != Way.STAY) {
      editor.requestFocusInWindow();
      goOn(way);
    }
  }

  /** Takes over what was typed, unless an undo took the cell away meanwhile. */
  private void take(String text) {
    EntryGrid grid = editor.grid();
    boolean there = cell.row() < grid.rows() && cell.col() < grid.cols();
    if (there && !text.equals(grid.at(cell).text())) {
      editor.edit(grid.withText(cell, text), Texts.get("grid.undo.type", editor.nameOf(cell)));
    }
  }

  /** Goes on after an entry; stays on one that is no number, so that it can be mended. */
  private void goOn(Way way) {
    EntryGrid grid = editor.grid();
    GridSelection entry = GridSelection.of(cell).within(grid.rows(), grid.cols());
    if (grid.at(entry.lead()).isBad()) {
      editor.select(entry);
    } else {
      editor.go(way);
    }
  }

  @Override
  public void cancel() {
    close();
    editor.requestFocusInWindow();
  }

  @Override
  public boolean pastesMatrix() {
    boolean matrix = editor.exchange().holdsMatrix();
    if (matrix) {
      cancel();
      editor.paste();
    }
    return matrix;
  }

  /** Ends the typing, unless the keyboard only came late to the matrix that was clicked. */
  @Override
  public void left(@Nullable Component other) {
    if (other == editor) {
      refocus();
    } else {
      commit(Way.STAY);
    }
  }

  /** Gives the keyboard back to the field, if there is one. */
  void refocus() {
    CellField open = field;
    if (open != null) {
      open.requestFocusInWindow();
    }
  }

  /** Takes the field away and forgets what was typed. */
  void close() {
    CellField open = field;
    field = null;
    if (open != null) {
      open.leave();
    }
  }
}

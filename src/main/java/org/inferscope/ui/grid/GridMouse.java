package org.inferscope.ui.grid;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;

/**
 * The mouse on a matrix: a click selects and asks for the explanation, a drag or Shift extends, a
 * double click edits, the other button opens the menu.
 */
final class GridMouse extends MouseAdapter {
  private final MatrixEditor editor;

  GridMouse(MatrixEditor editor) {
    this.editor = editor;
  }

  @Override
  public void mousePressed(MouseEvent event) {
    editor.requestFocusInWindow();
    Optional<Cell> cell = editor.cellAt(event.getX(), event.getY());
    if (event.isPopupTrigger()) {
      menu(event, cell);
    } else if (SwingUtilities.isLeftMouseButton(event)) {
      cell.ifPresent(at -> press(at, event.isShiftDown()));
    }
  }

  private void press(Cell cell, boolean extend) {
    editor.commitEdit();
    editor.moveTo(extend ? editor.selection().extendedTo(cell) : GridSelection.of(cell));
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    if (SwingUtilities.isLeftMouseButton(event)) {
      editor
          .cellAt(event.getX(), event.getY())
          .filter(cell -> !cell.equals(editor.selection().lead()))
          .ifPresent(cell -> editor.moveTo(editor.selection().extendedTo(cell)));
    }
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    if (event.isPopupTrigger()) {
      menu(event, editor.cellAt(event.getX(), event.getY()));
    }
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    boolean onCell = editor.cellAt(event.getX(), event.getY()).isPresent();
    if (!SwingUtilities.isLeftMouseButton(event) || !onCell || event.isShiftDown()) {
      return;
    }
    if (event.getClickCount() == 2) {
      editor.beginEdit(null);
    } else {
      editor.open();
    }
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    editor.hover(editor.cellAt(event.getX(), event.getY()));
  }

  @Override
  public void mouseExited(MouseEvent event) {
    editor.hover(Optional.empty());
  }

  private void menu(MouseEvent event, Optional<Cell> cell) {
    GridSelection selected = editor.selection();
    cell.filter(at -> !selected.contains(at.row(), at.col()))
        .ifPresent(at -> editor.moveTo(GridSelection.of(at)));
    GridMenu.of(editor).show(editor, event.getX(), event.getY());
  }
}

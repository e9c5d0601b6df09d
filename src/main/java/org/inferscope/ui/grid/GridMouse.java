package org.inferscope.ui.grid;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.grid.GridGesture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The mouse on a matrix: a click selects and asks for the explanation, and types where the grid
 * wants it; a double click edits, Shift extends the selection, the other button opens the menu. A
 * drag changes the value of the cell it began on where the grid has a {@link CellDrag}, and extends
 * the selection elsewhere.
 */
final class GridMouse extends MouseAdapter {
  /**
   * Pixels that a value must be pulled, the way it goes, before it moves: a click does not change
   * it.
   */
  private static final int STIFFNESS = 3;

  private final MatrixEditor editor;
  private @Nullable CellDrag drag;
  private boolean typeOnClick;

  /** The cell that the button went down on; null while it is up. */
  private @Nullable Cell pressed;

  /** Where the value was last pulled to. */
  private Point last = new Point();

  /** Whether the press has become a drag, so that it is no click any more. */
  private boolean moved;

  GridMouse(MatrixEditor editor) {
    this.editor = editor;
  }

  void setDrag(@Nullable CellDrag drag) {
    this.drag = drag;
    editor.setCursor(null);
  }

  void setTypeOnClick(boolean typeOnClick) {
    this.typeOnClick = typeOnClick;
  }

  @Override
  public void mousePressed(MouseEvent event) {
    editor.requestFocusInWindow();
    editor.gesture().end();
    pressed = null;
    Optional<Cell> cell = editor.cellAt(event.getX(), event.getY());
    if (event.isPopupTrigger()) {
      menu(event, cell);
    } else if (SwingUtilities.isLeftMouseButton(event)) {
      cell.ifPresent(at -> press(at, event));
    }
  }

  private void press(Cell cell, MouseEvent event) {
    editor.commitEdit();
    pressed = cell;
    last = event.getPoint();
    moved = false;
    if (!event.isShiftDown()) {
      editor.moveTo(GridSelection.of(cell));
    } else if (pull() == null) {
      extendTo(cell);
    }
    // Else Shift may mean a fine drag: the selection waits for the button to come up.
  }

  /** How a drag changes values; null where it extends the selection. */
  private @Nullable CellDrag pull() {
    return editor.isEditable() ? drag : null;
  }

  private void extendTo(Cell cell) {
    editor.moveTo(editor.selection().extendedTo(cell));
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    Cell cell = pressed;
    if (cell == null || !SwingUtilities.isLeftMouseButton(event)) {
      return;
    }
    CellDrag pull = pull();
    if (pull != null) {
      pull(pull, cell, event);
    } else {
      editor
          .cellAt(event.getX(), event.getY())
          .filter(at -> !at.equals(editor.selection().lead()))
          .ifPresent(this::stretch);
    }
  }

  private void stretch(Cell cell) {
    moved = true;
    extendTo(cell);
  }

  private void pull(CellDrag pull, Cell cell, MouseEvent event) {
    double delta = pull.delta(cell, event.getX() - last.x, event.getY() - last.y);
    double pixel = Math.max(Math.abs(pull.delta(cell, 1, 0)), Math.abs(pull.delta(cell, 0, 1)));
    if (!moved) {
      if (delta == 0 || Math.abs(delta) < STIFFNESS * pixel) {
        return;
      }
      beginPull(cell, event.isShiftDown());
    }
    last = event.getPoint();
    if (editor.gesture().is(Kind.DRAG)) {
      boolean snap = (event.getModifiersEx() & Shortcuts.MENU) != 0;
      editor.gesture().add(delta * (event.isShiftDown() ? ValueSteps.FINE : 1), pixel, snap);
    }
  }

  private void beginPull(Cell cell, boolean fine) {
    moved = true;
    if (fine) {
      editor.moveTo(GridSelection.of(cell)); // the press left the selection as it was
    }
    editor.gesture().begin(Kind.DRAG, cell);
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    Optional<Cell> under = editor.cellAt(event.getX(), event.getY());
    if (event.isPopupTrigger()) {
      menu(event, under);
    }
    Cell cell = pressed;
    if (cell == null || event.getButton() != MouseEvent.BUTTON1) {
      return;
    }
    pressed = null;
    if (moved) {
      editor.gesture().end();
      pointAt(under);
    } else if (under.equals(Optional.of(cell))) {
      click(cell, event);
    }
  }

  /** A press that did not become a drag: not every system calls that a click of its own accord. */
  private void click(Cell cell, MouseEvent event) {
    if (event.isShiftDown()) {
      extendTo(cell);
    } else if (event.getClickCount() == 2) {
      editor.beginEdit(null);
    } else {
      editor.open();
      if (typeOnClick) {
        editor.beginEdit(null);
      }
    }
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    boolean onCell = editor.cellAt(event.getX(), event.getY()).isPresent();
    boolean plain = SwingUtilities.isLeftMouseButton(event) && !event.isShiftDown();
    if (plain && onCell && event.getClickCount() == 2) {
      editor.beginEdit(null);
    }
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    pointAt(editor.cellAt(event.getX(), event.getY()));
  }

  @Override
  public void mouseExited(MouseEvent event) {
    pointAt(Optional.empty());
  }

  private void pointAt(Optional<Cell> cell) {
    editor.gesture().pointerAt(cell);
    if (editor.gesture().is(Kind.DRAG)) {
      return; // the pointer passes over other cells and means none of them
    }
    CellDrag pull = pull();
    Cursor cursor = pull == null || cell.isEmpty() ? null : pull.cursor();
    if (editor.isCursorSet() ? !editor.getCursor().equals(cursor) : cursor != null) {
      editor.setCursor(cursor);
    }
    editor.hover(cell);
  }

  private void menu(MouseEvent event, Optional<Cell> cell) {
    GridSelection selected = editor.selection();
    cell.filter(at -> !selected.contains(at.row(), at.col()))
        .ifPresent(at -> editor.moveTo(GridSelection.of(at)));
    GridMenu.of(editor).show(editor, event.getX(), event.getY());
  }
}

package org.inferscope.tab.linear;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.MatrixEditor;

/**
 * A hand on a bar or a weight of the tab: mouse events to the editor over it, as the system sends
 * them, but at once. Event thread.
 */
final class Dragging {
  /** How far to either side the hand goes, in pixels. */
  private static final int REACH = 40;

  private final MatrixEditor editor;
  private final Point start;
  private final boolean upright;
  private int moves;

  private Dragging(MatrixEditor editor, Cell cell, boolean upright) {
    this.editor = editor;
    this.upright = upright;
    Rectangle at = editor.boundsOf(cell);
    start = new Point((int) at.getCenterX(), (int) at.getCenterY());
  }

  /** A hand on a cell of a part of the view, which has its size. */
  static Dragging on(Container view, Part part, Cell cell) {
    return new Dragging(find(view, part), cell, part == Part.W);
  }

  /** The editor over a part. */
  static MatrixEditor find(Container view, Part part) {
    for (Component child : view.getComponents()) {
      if (child instanceof MatrixEditor editor
          && ("linear.cells." + part).equals(editor.getName())) {
        return editor;
      }
      if (child instanceof Container container && containsEditors(container)) {
        return find(container, part);
      }
    }
    throw new IllegalArgumentException("no editor over " + part);
  }

  private static boolean containsEditors(Container container) {
    for (Component child : container.getComponents()) {
      if (child instanceof MatrixEditor
          || (child instanceof Container inner && containsEditors(inner))) {
        return true;
      }
    }
    return false;
  }

  MatrixEditor editor() {
    return editor;
  }

  void press() {
    send(MouseEvent.MOUSE_PRESSED, start, InputEvent.BUTTON1_DOWN_MASK);
  }

  /** The next place on a way to and fro; each differs from the one before. */
  void move() {
    editor.dispatchEvent(nextMove());
  }

  /** The event of the next movement, for whoever sends it another way. */
  MouseEvent nextMove() {
    moves++;
    int phase = (moves * 3) % (4 * REACH);
    int way = phase < 2 * REACH ? phase - REACH : 3 * REACH - phase;
    Point at = new Point(start);
    at.translate(upright ? 0 : way, upright ? way : 0);
    return event(MouseEvent.MOUSE_DRAGGED, at, InputEvent.BUTTON1_DOWN_MASK);
  }

  void release() {
    send(MouseEvent.MOUSE_RELEASED, start, 0);
  }

  private void send(int id, Point at, int modifiers) {
    editor.dispatchEvent(event(id, at, modifiers));
  }

  private MouseEvent event(int id, Point at, int modifiers) {
    return new MouseEvent(
        editor,
        id,
        System.currentTimeMillis(),
        modifiers,
        at.x,
        at.y,
        1,
        false,
        MouseEvent.BUTTON1);
  }
}

package org.inferscope.ui.grid;

import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.KeyStroke;

/** Mouse and keys for an editor without a window, on the calling thread. */
final class Pointing {
  static final int SHIFT = InputEvent.SHIFT_DOWN_MASK;
  static final int CTRL = InputEvent.CTRL_DOWN_MASK;

  private final PaintedGrid panel;
  private Point at = new Point();

  Pointing(PaintedGrid panel) {
    this.panel = panel;
  }

  void press(int row, int col, int modifiers) {
    at = panel.centre(row, col);
    mouse(MouseEvent.MOUSE_PRESSED, modifiers | InputEvent.BUTTON1_DOWN_MASK, 1);
  }

  void drag(int dx, int dy, int modifiers) {
    at = new Point(at.x + dx, at.y + dy);
    mouse(MouseEvent.MOUSE_DRAGGED, modifiers | InputEvent.BUTTON1_DOWN_MASK, 0);
  }

  void release(int modifiers) {
    mouse(MouseEvent.MOUSE_RELEASED, modifiers, 1);
  }

  void exit() {
    mouse(MouseEvent.MOUSE_EXITED, 0, 0);
  }

  void move(int row, int col) {
    at = panel.centre(row, col);
    mouse(MouseEvent.MOUSE_MOVED, 0, 0);
  }

  private void mouse(int id, int modifiers, int count) {
    int button = id == MouseEvent.MOUSE_PRESSED || id == MouseEvent.MOUSE_RELEASED ? 1 : 0;
    panel.editor.dispatchEvent(
        new MouseEvent(panel.editor, id, 0, modifiers, at.x, at.y, count, false, button));
  }

  /** Turns the wheel: up is negative. */
  void wheel(double notches, int modifiers) {
    panel.editor.dispatchEvent(
        new MouseWheelEvent(
            panel.editor,
            MouseEvent.MOUSE_WHEEL,
            0,
            modifiers,
            at.x,
            at.y,
            0,
            0,
            0,
            false,
            MouseWheelEvent.WHEEL_UNIT_SCROLL,
            1,
            (int) notches,
            notches));
  }

  /** Presses a key as if the editor had the keyboard. */
  void key(int code, int modifiers) {
    KeyEvent event =
        new KeyEvent(
            panel.editor, KeyEvent.KEY_PRESSED, 0, modifiers, code, KeyEvent.CHAR_UNDEFINED);
    for (KeyListener listener : panel.editor.getKeyListeners()) {
      listener.keyPressed(event);
    }
    Object action = panel.editor.getInputMap().get(KeyStroke.getKeyStroke(code, modifiers));
    if (action != null) {
      panel.editor.getActionMap().get(action).actionPerformed(new ActionEvent(panel, 0, ""));
    }
  }

  void loseFocus() {
    for (FocusListener listener : panel.editor.getFocusListeners()) {
      listener.focusLost(new FocusEvent(panel.editor, FocusEvent.FOCUS_LOST));
    }
  }
}

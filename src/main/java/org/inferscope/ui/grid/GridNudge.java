package org.inferscope.ui.grid;

import java.awt.Container;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.MouseWheelListener;
import java.util.Optional;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.inferscope.ui.grid.GridGesture.Kind;

/**
 * Changes a value by small steps: the wheel that of the cell under the pointer, Alt with up and
 * down that of the lead cell, each with Shift by a tenth. A turn beside the cells, or with Ctrl or
 * Alt, is left to what lies around the editor.
 */
final class GridNudge implements MouseWheelListener {
  private static final int OTHERS =
      InputEvent.CTRL_DOWN_MASK | InputEvent.META_DOWN_MASK | InputEvent.ALT_DOWN_MASK;

  private final MatrixEditor editor;
  private double step;

  private GridNudge(MatrixEditor editor) {
    this.editor = editor;
  }

  /** Listens to the wheel and the keys of an editor. */
  static GridNudge install(MatrixEditor editor) {
    GridNudge nudge = new GridNudge(editor);
    editor.addMouseWheelListener(nudge);
    nudge.bind(KeyEvent.VK_UP, 1);
    nudge.bind(KeyEvent.VK_DOWN, -1);
    return nudge;
  }

  /** Sets the change for a notch, above 0. */
  void setStep(double step) {
    this.step = step;
  }

  private void bind(int key, int direction) {
    int alt = InputEvent.ALT_DOWN_MASK;
    GridKeys.bind(editor, KeyStroke.getKeyStroke(key, alt), () -> nudge(direction, false));
    GridKeys.bind(
        editor,
        KeyStroke.getKeyStroke(key, alt | InputEvent.SHIFT_DOWN_MASK),
        () -> nudge(direction, true));
  }

  private void nudge(int direction, boolean fine) {
    if (editor.isEditable() && !editor.gesture().is(Kind.DRAG)) {
      change(Kind.KEYS, editor.selection().lead(), direction, fine);
      editor.describeLead();
    }
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    Optional<Cell> cell = editor.cellAt(event.getX(), event.getY());
    if (editor.gesture().is(Kind.DRAG)) {
      return;
    }
    if (cell.isEmpty() || !editor.isEditable() || (event.getModifiersEx() & OTHERS) != 0) {
      handOn(event);
    } else {
      editor.commitEdit();
      change(Kind.WHEEL, cell.get(), -event.getPreciseWheelRotation(), event.isShiftDown());
    }
  }

  private void change(Kind kind, Cell cell, double notches, boolean fine) {
    editor.gesture().begin(kind, cell);
    editor.gesture().add(notches * step * (fine ? ValueSteps.FINE : 1), step, false);
  }

  private void handOn(MouseWheelEvent event) {
    Container parent = editor.getParent();
    if (parent != null) {
      parent.dispatchEvent(SwingUtilities.convertMouseEvent(editor, event, parent));
    }
  }
}

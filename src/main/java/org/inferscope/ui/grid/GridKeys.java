package org.inferscope.ui.grid;

import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.grid.CellField.Way;
import org.inferscope.ui.grid.GridGesture.Kind;

/** The keys of a spreadsheet, for a {@link MatrixEditor} that has the keyboard. */
final class GridKeys {
  private final MatrixEditor editor;

  private GridKeys(MatrixEditor editor) {
    this.editor = editor;
  }

  static void install(MatrixEditor editor) {
    GridKeys keys = new GridKeys(editor);
    keys.bindMoves();
    keys.bindEdits();
    editor.addKeyListener(keys.new Typing());
  }

  private void bindMoves() {
    bindArrow(KeyEvent.VK_UP, -1, 0);
    bindArrow(KeyEvent.VK_DOWN, 1, 0);
    bindArrow(KeyEvent.VK_LEFT, 0, -1);
    bindArrow(KeyEvent.VK_RIGHT, 0, 1);
    bind(Shortcuts.key(KeyEvent.VK_TAB), () -> editor.go(Way.NEXT));
    bind(Shortcuts.shift(KeyEvent.VK_TAB), () -> editor.go(Way.PREVIOUS));
    bind(Shortcuts.key(KeyEvent.VK_ENTER), this::enter);
    bind(Shortcuts.shift(KeyEvent.VK_ENTER), () -> editor.go(Way.UP));
    bind(Shortcuts.key(KeyEvent.VK_ESCAPE), this::escape);
    bind(Shortcuts.menu(KeyEvent.VK_A), editor::selectAll);
  }

  private void bindEdits() {
    bind(Shortcuts.key(KeyEvent.VK_F2), () -> editor.beginEdit(null));
    bind(Shortcuts.key(KeyEvent.VK_DELETE), editor.exchange()::clear);
    bind(Shortcuts.key(KeyEvent.VK_BACK_SPACE), editor.exchange()::clear);
    bind(Shortcuts.menu(KeyEvent.VK_C), editor.exchange()::copySelection);
    bind(Shortcuts.menu(KeyEvent.VK_X), this::cut);
    bind(Shortcuts.menu(KeyEvent.VK_V), editor::paste);
    bind(Shortcuts.menu(KeyEvent.VK_ENTER), editor::open);
    bind(Shortcuts.shift(KeyEvent.VK_F10), this::menu);
    bind(Shortcuts.key(KeyEvent.VK_CONTEXT_MENU), this::menu);
  }

  private void bindArrow(int key, int down, int right) {
    bind(
        Shortcuts.key(key),
        () ->
            editor.moveTo(
                editor.selection().moved(down, right, editor.grid().rows(), editor.grid().cols())));
    bind(
        Shortcuts.shift(key),
        () ->
            editor.moveTo(
                editor
                    .selection()
                    .stretched(down, right, editor.grid().rows(), editor.grid().cols())));
  }

  private void bind(KeyStroke stroke, Runnable work) {
    bind(editor, stroke, work);
  }

  /** Lets a key do something while the editor has the keyboard. */
  static void bind(MatrixEditor editor, KeyStroke stroke, Runnable work) {
    editor.getInputMap(JComponent.WHEN_FOCUSED).put(stroke, stroke);
    editor
        .getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                work.run();
              }
            });
  }

  private void enter() {
    if (editor.isEditable()) {
      editor.go(Way.DOWN);
    } else {
      editor.open();
    }
  }

  /** Takes a drag back, or gives the keyboard back to the window. */
  private void escape() {
    JRootPane root = SwingUtilities.getRootPane(editor);
    if (editor.gesture().is(Kind.DRAG)) {
      editor.gesture().cancel();
      editor.select(editor.selection());
    } else if (root != null) {
      root.requestFocusInWindow();
    }
  }

  private void cut() {
    editor.exchange().copySelection();
    editor.exchange().clear();
  }

  private void menu() {
    Rectangle cell = editor.boundsOf(editor.selection().lead());
    GridMenu.of(editor).show(editor, cell.x + cell.width / 2, cell.y + cell.height / 2);
  }

  /** Whether a key starts the typing of an entry; the space bar does not, it plays. */
  static boolean startsEntry(KeyEvent event) {
    int shortcut = InputEvent.CTRL_DOWN_MASK | InputEvent.META_DOWN_MASK | InputEvent.ALT_DOWN_MASK;
    char typed = event.getKeyChar();
    return (event.getModifiersEx() & shortcut) == 0
        && typed != KeyEvent.CHAR_UNDEFINED
        && !Character.isISOControl(typed)
        && !Character.isWhitespace(typed);
  }

  private final class Typing extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent event) {
      editor.gesture().keyPressed(event);
    }

    @Override
    public void keyTyped(KeyEvent event) {
      if (editor.isEditable() && startsEntry(event)) {
        editor.beginEdit(Character.toString(event.getKeyChar()));
        event.consume();
      }
    }
  }
}

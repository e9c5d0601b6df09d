package org.inferscope.app;

import static org.inferscope.ui.action.Shortcuts.menu;
import static org.inferscope.ui.action.Shortcuts.menuShift;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.Action;
import javax.swing.JComponent;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.state.UndoControl;

/** The Edit menu: undo and redo of the tab in front, the clipboard of what has the focus. */
final class EditActions {
  private final OpenTabs tabs;

  EditActions(OpenTabs tabs) {
    this.tabs = tabs;
  }

  List<AppAction> all() {
    return List.of(
        AppAction.of("edit.undo", this::undoName, () -> control().undo())
            .keys(menu(KeyEvent.VK_Z))
            .icon("undo")
            .when(() -> control().canUndo())
            .build(),
        AppAction.of("edit.redo", this::redoName, () -> control().redo())
            .keys(menu(KeyEvent.VK_Y), menuShift(KeyEvent.VK_Z))
            .icon("redo")
            .when(() -> control().canRedo())
            .build(),
        clipboard("edit.cut", Texts.get("app.edit.cut"), "cut", KeyEvent.VK_X),
        clipboard("edit.copy", Texts.get("app.edit.copy"), "copy", KeyEvent.VK_C),
        clipboard("edit.paste", Texts.get("app.edit.paste"), "paste", KeyEvent.VK_V));
  }

  private UndoControl control() {
    return tabs.current().undo();
  }

  private String undoName() {
    return control()
        .undoLabel()
        .map(label -> Texts.get("app.edit.undoStep", label))
        .orElse(Texts.get("app.edit.undo"));
  }

  private String redoName() {
    return control()
        .redoLabel()
        .map(label -> Texts.get("app.edit.redoStep", label))
        .orElse(Texts.get("app.edit.redo"));
  }

  /** Calls the action that the focused component keeps under Swing's usual name. */
  private static AppAction clipboard(String id, String name, String swingName, int key) {
    return AppAction.of(id, name, () -> onFocus(swingName).ifPresent(Runnable::run))
        .keys(menu(key))
        .section("clipboard")
        .when(() -> onFocus(swingName).isPresent())
        .build();
  }

  private static Optional<Runnable> onFocus(String swingName) {
    Component focus =
        KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
    if (focus instanceof JComponent component) {
      Action action = component.getActionMap().get(swingName);
      if (action != null && action.isEnabled()) {
        ActionEvent event = new ActionEvent(focus, ActionEvent.ACTION_PERFORMED, swingName);
        return Optional.of(() -> action.actionPerformed(event));
      }
    }
    return Optional.empty();
  }
}

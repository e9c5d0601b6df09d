package org.inferscope.app.window;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the shortcuts of a registry work in a window. A component that has a use for a key itself
 * comes first: a text field keeps its arrows, a focused button its Space. Keys that also write text
 * (without Ctrl, Alt or ⌘, and no function key) are left alone while a text is being edited, and
 * any shortcut while something lies over the window.
 */
final class ShortcutKeys {
  private final ActionRegistry registry;
  private final JComponent root;
  private final Overlay overlay;

  /**
   * Shortcuts for a window.
   *
   * @param root a component of the window; not its root pane, whose own bindings are the menus'
   * @param overlay what may lie over the window
   */
  ShortcutKeys(ActionRegistry registry, JComponent root, Overlay overlay) {
    this.registry = registry;
    this.root = root;
    this.overlay = overlay;
  }

  /** Binds the keys of all actions that the registry has now. */
  void bind() {
    InputMap keys = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
    keys.clear();
    for (AppAction action : registry.all()) {
      for (KeyStroke key : action.keys()) {
        keys.put(key, action.id());
      }
      root.getActionMap().put(action.id(), new Route(action));
    }
  }

  /** Whether a key could be meant for the text that is being edited. */
  static boolean writesText(int keyCode, int modifiers) {
    int commands = InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;
    boolean function = keyCode >= KeyEvent.VK_F1 && keyCode <= KeyEvent.VK_F12;
    return (modifiers & commands) == 0 && !function && keyCode != KeyEvent.VK_ESCAPE;
  }

  private static boolean isEditingText() {
    Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return focus instanceof JTextComponent text && text.isEditable() && text.isEnabled();
  }

  /** While a menu is open, its keys are arrows, Enter and Escape. */
  private static boolean isInMenu() {
    return MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
  }

  /** Leads a key to its action, where it applies now. */
  private final class Route extends AbstractAction {
    private final AppAction action;
    private final boolean onlyWrites;

    Route(AppAction action) {
      this.action = action;
      onlyWrites =
          action.keys().stream().allMatch(key -> writesText(key.getKeyCode(), key.getModifiers()));
    }

    @Override
    public boolean accept(@Nullable Object sender) {
      boolean free = !overlay.isVisible() && !isInMenu() && !(onlyWrites && isEditingText());
      return free && action.applies();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
      action.perform();
      registry.refresh();
    }
  }
}

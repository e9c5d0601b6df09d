package org.inferscope.tab.network.views;

import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.inferscope.ui.action.FocusKeys;

/** Binds keys of a component that has the focus. Event thread. */
final class KeyMap {
  private final JComponent component;

  KeyMap(JComponent component) {
    this.component = component;
  }

  /** Binds a key with modifiers, 0 for none. */
  KeyMap on(int key, int modifiers, Runnable work) {
    FocusKeys.bind(component, KeyStroke.getKeyStroke(key, modifiers), work);
    return this;
  }
}

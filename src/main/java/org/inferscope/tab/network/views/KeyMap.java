package org.inferscope.tab.network.views;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds keys of a component that has the focus. Event thread. */
final class KeyMap {
  private final JComponent component;

  KeyMap(JComponent component) {
    this.component = component;
  }

  /** Binds a key with modifiers, 0 for none. */
  KeyMap on(int key, int modifiers, Runnable work) {
    KeyStroke stroke = KeyStroke.getKeyStroke(key, modifiers);
    component.getInputMap(JComponent.WHEN_FOCUSED).put(stroke, stroke);
    component
        .getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                work.run();
              }
            });
    return this;
  }
}

package org.inferscope.ui.action;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/**
 * Keys of a single component, which act while it has the focus; what acts everywhere is an {@link
 * AppAction}. Event thread.
 */
public final class FocusKeys {
  private FocusKeys() {}

  /** Lets a key do some work; it replaces what the key did in this component before. */
  public static void bind(JComponent component, KeyStroke stroke, Runnable work) {
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
  }

  /** Lets a key without modifiers do some work. */
  public static void bind(JComponent component, int key, Runnable work) {
    bind(component, KeyStroke.getKeyStroke(key, 0), work);
  }
}

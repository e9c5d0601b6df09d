package org.inferscope.ui.action;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JToggleButton;

/** Buttons made from actions: flat, with tooltip, shortcut and accessible name. */
public final class ActionButtons {
  private ActionButtons() {}

  /** A flat button that shows only the icon; the name is in the tooltip and for screen readers. */
  public static AbstractButton icon(AppAction action) {
    AbstractButton button = flat(action);
    button.setHideActionText(true);
    return button;
  }

  /** A flat button with icon and name. */
  public static AbstractButton labelled(AppAction action) {
    return flat(action);
  }

  private static AbstractButton flat(AppAction action) {
    AbstractButton button = action.isToggle() ? new JToggleButton(action) : new JButton(action);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    button.getAccessibleContext().setAccessibleName(action.name());
    button.setName(action.id());
    return button;
  }
}

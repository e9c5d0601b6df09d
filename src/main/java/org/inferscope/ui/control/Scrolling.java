package org.inferscope.ui.control;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

/** Panels that scroll up and down where they are too high. Event thread. */
public final class Scrolling {
  private static final int WHEEL_STEP = 16;

  private Scrolling() {}

  /** The content in a see-through pane without a border, as wide as the pane. */
  public static JScrollPane vertical(JComponent content) {
    JScrollPane pane =
        new JScrollPane(
            content,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    pane.getViewport().setOpaque(false);
    pane.getVerticalScrollBar().setUnitIncrement(WHEEL_STEP);
    return pane;
  }
}

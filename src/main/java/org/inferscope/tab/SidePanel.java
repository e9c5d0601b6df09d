package org.inferscope.tab;

import javax.swing.JComponent;

/**
 * A panel of a tab that stands beside the stage, in the dock.
 *
 * @param id stable name, remembered as the one in front
 * @param title its name on screen
 * @param component the panel; it scrolls by itself where it has to
 */
public record SidePanel(String id, String title, JComponent component) {}

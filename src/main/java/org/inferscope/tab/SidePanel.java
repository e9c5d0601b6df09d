package org.inferscope.tab;

import java.util.function.Supplier;
import javax.swing.JComponent;

/**
 * A panel of a tab that stands beside the stage, in the dock.
 *
 * @param id stable name, remembered as the one in front
 * @param title its name on screen
 * @param maker makes the panel, which scrolls by itself where it has to; called once, when the
 *     panel is first shown
 */
public record SidePanel(String id, String title, Supplier<? extends JComponent> maker) {}

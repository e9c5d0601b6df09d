/**
 * The window around the tabs, part by part: tab strip, dock, notices, caption line, status bar,
 * menus. {@link org.inferscope.app.window.MainPanel} is all of it but the frame, so that it can be
 * painted without a display; {@link org.inferscope.app.window.MainFrame} is the frame.
 *
 * <p>Parts know the values they show and nothing of each other; {@code app} puts them together.
 * Event thread.
 */
@NullMarked
package org.inferscope.app.window;

import org.jspecify.annotations.NullMarked;

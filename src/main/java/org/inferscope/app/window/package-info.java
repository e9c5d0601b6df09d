/**
 * The window around the tabs, part by part: tab strip, dock, notices, caption line, status bar,
 * menus. {@link org.inferscope.app.window.MainPanel} is all of it but the frame, so that it can be
 * painted without a display; {@link org.inferscope.app.window.MainFrame} is the frame.
 *
 * <p>A window narrower than 1100 pixels has no room for stage and dock: the dock is then closed
 * until somebody opens it, so that on a screen of 1024 × 600 no control is cut.
 *
 * <p>Parts know the values they show and nothing of each other; {@code app} puts them together.
 * Event thread.
 */
@NullMarked
package org.inferscope.app.window;

import org.jspecify.annotations.NullMarked;

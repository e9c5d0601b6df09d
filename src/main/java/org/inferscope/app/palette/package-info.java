/**
 * The command palette: every action by typing a few letters of its name. The search is plain Java;
 * the panel is Swing and lies over the window. Opened by {@code app}; event thread.
 */
@NullMarked
package org.inferscope.app.palette;

import org.jspecify.annotations.NullMarked;

/**
 * What a person can do, each thing once: name, icon, shortcut, when it applies. Menus, toolbar
 * buttons, tooltips and the command palette all show the same {@link
 * org.inferscope.ui.action.AppAction}s, collected in one {@link
 * org.inferscope.ui.action.ActionRegistry}.
 *
 * <p>Tabs and the app make actions; event thread, also without a display.
 */
@NullMarked
package org.inferscope.ui.action;

import org.jspecify.annotations.NullMarked;

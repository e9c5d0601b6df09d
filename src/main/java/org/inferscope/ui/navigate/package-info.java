/**
 * How one tab opens another without knowing it: it hands an {@link
 * org.inferscope.ui.navigate.Intent}, a value that says what is to be shown, to the {@link
 * org.inferscope.ui.navigate.Navigator} that the app gave it, and the app brings the tab to the
 * front that takes such an intent.
 *
 * <p>Called by presenters and by the actions of tabs, on the event thread. No toolkit here.
 */
@NullMarked
package org.inferscope.ui.navigate;

import org.jspecify.annotations.NullMarked;

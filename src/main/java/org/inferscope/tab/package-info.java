/**
 * What a tab is to the app: the contract between the window's shell and the tabs, and nothing else.
 * Each tab lives in a package of its own below, and none knows another.
 *
 * <p>The app calls a tab on the event thread only, also where it is painted without a display. A
 * tab must not wait or compute there.
 */
@NullMarked
package org.inferscope.tab;

import org.jspecify.annotations.NullMarked;

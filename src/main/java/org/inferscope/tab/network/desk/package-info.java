/**
 * What the Network tab is about, without a toolkit: its state, its presenter, the run that computes
 * what there is to show, and its part of a lesson file.
 *
 * <p>Used by the views of the tab on the event thread; {@link
 * org.inferscope.tab.network.desk.Runner} works on the compute thread.
 */
@NullMarked
package org.inferscope.tab.network.desk;

import org.jspecify.annotations.NullMarked;

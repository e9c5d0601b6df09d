/**
 * The panels beside the stage of the Network tab: the notebook's table of parameters with what they
 * cost, and the network as a program to copy.
 *
 * <p>Made by the tab, for the dock. Each follows the presenter while it can be seen, on the event
 * thread; long programs are written in a job.
 */
@NullMarked
package org.inferscope.tab.network.panel;

import org.jspecify.annotations.NullMarked;

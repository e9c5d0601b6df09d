/**
 * The Network tab: what the app sees of it, its controls and its actions. What it shows is decided
 * in {@code desk}; the stages and the panels beside them have packages of their own.
 *
 * <p>Made by the app, on the event thread.
 */
@NullMarked
package org.inferscope.tab.network;

import org.jspecify.annotations.NullMarked;

/**
 * The stage of the Network tab: a network as columns of units with the numbers they hold, the
 * weights between them, and everything one can do to both with mouse and keyboard.
 *
 * <p>Layouts, scenes, sketches and words are plain values, made and tested without a window;
 * painters take a {@link org.inferscope.ui.paint.Brush}. Only {@link
 * org.inferscope.tab.network.stage.NetworkStage} and the classes that listen for it are components.
 * Zooming enlarges the room that the columns are laid out in, not their type: what was left out for
 * want of room appears. Titles and figures stay where they are while the columns move under them.
 *
 * <p>Used by the Network tab on the event thread; the strongest weights of large layers are looked
 * for on the compute thread.
 */
@NullMarked
package org.inferscope.tab.network.stage;

import org.jspecify.annotations.NullMarked;

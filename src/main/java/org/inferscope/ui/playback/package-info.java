/**
 * Playing an animation that is made of steps: the model of where it is, the bar that shows and
 * moves it, and the clock that drives it.
 *
 * <p>{@link org.inferscope.ui.playback.PlaybackModel} has no toolkit in it, so a presenter may own
 * one and a test may drive it by calling {@code advance}. Any tab may use this package; everything
 * in it is confined to the event thread (in a test, to the one thread that runs the test).
 *
 * <p>A position counts finished <em>ticks</em>, the finest steps of the work. What counts as one
 * step for the person is the grain: a set of positions to stop at, which can be exchanged while
 * playing without moving the animation.
 */
@NullMarked
package org.inferscope.ui.playback;

import org.jspecify.annotations.NullMarked;

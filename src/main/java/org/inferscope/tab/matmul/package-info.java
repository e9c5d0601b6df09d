/**
 * The Matmul tab: A × B computed step by step, six ways, at three grains.
 *
 * <p>{@link org.inferscope.tab.matmul.MatmulState} is everything a person can set; the presenter
 * turns it into a run of the model and decides every word and number on screen; views and painters
 * draw. Only the application builds the tab. Everything here is confined to the event thread,
 * except the immutable records (geometry, state), which may be read anywhere.
 *
 * <p>A picture is a pure function of the state, the playback position and the phase of the running
 * step. Nothing moves by a timer of its own, so every moment can be scrubbed to and painted
 * off-screen.
 *
 * <p>Indices are counted from 0 in code and from 1 in every text, as mathematics writes them.
 */
@NullMarked
package org.inferscope.tab.matmul;

import org.jspecify.annotations.NullMarked;

/**
 * The Linear tab: one layer y = Wx + b whose every number can be dragged, typed or pasted, and
 * answers at once.
 *
 * <p>{@link org.inferscope.tab.linear.LinearState} is everything a person can set; the presenter
 * computes the layer from it, in the number format in force, and decides every word on screen;
 * views and painters draw. The layer is computed by the model's own float32 loops as part of taking
 * an edit over (at most a million multiply-adds, and only those that an edit touches), so that the
 * numbers on screen are the very ones that the steps add up to; the compute service checks them in
 * the background. Only the application builds the tab. Everything here is confined to the event
 * thread, except the immutable records (state, geometry), which may be read anywhere.
 *
 * <p>Indices are counted from 0 in code and from 1 in every text. Letters: T rows of the batch, I
 * inputs, O outputs.
 */
@NullMarked
package org.inferscope.tab.linear;

import org.jspecify.annotations.NullMarked;

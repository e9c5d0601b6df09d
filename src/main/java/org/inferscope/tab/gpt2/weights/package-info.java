/**
 * The GPT-2 tab's view of parameters (Part 9 of the notebook): a table of all of them, and of the
 * selected one its matrix at every zoom, its histogram, and the notebook's pictures. Made by the
 * tab; event thread.
 *
 * <p>{@code WeightsPresenter} decides, {@code WeightsLoader} has everything computed in jobs, one
 * after the other so that what is in sight now comes first: the whole matrix roughly, then its
 * statistics, then tiles of 256 × 256 texels as the part in sight needs them. Tiles are kept with
 * their values, the oldest dropped beyond 64 MB; a change of colours colours them anew in jobs.
 * While a tile is missing a coarser one is stretched over its place.
 */
@NullMarked
package org.inferscope.tab.gpt2.weights;

import org.jspecify.annotations.NullMarked;

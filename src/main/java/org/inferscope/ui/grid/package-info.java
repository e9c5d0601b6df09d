/**
 * Editing a matrix as in a spreadsheet, over a picture of the matrix that somebody else paints.
 *
 * <p>{@link org.inferscope.ui.grid.EntryGrid} is the immutable value that is edited: what was typed
 * into each cell and the number in force there; it has no toolkit in it, so a tab's State may hold
 * one. {@link org.inferscope.ui.grid.MatrixEditor} is the Swing part, for the event thread: a
 * see-through component laid over the cells, which handles the keyboard, the mouse and the
 * clipboard and hands each edit, as a new grid, to its {@link org.inferscope.ui.grid.GridHost}.
 *
 * <p>A text that is no number stays in its cell, is marked and explained, and the number that was
 * there before stays in force: nothing typed is lost and nothing half-applied. A paste larger than
 * the matrix grows it as far as the host allows; a paste over a selection of the whole matrix
 * replaces it, sizes included; what cannot fit is refused as a whole.
 */
@NullMarked
package org.inferscope.ui.grid;

import org.jspecify.annotations.NullMarked;

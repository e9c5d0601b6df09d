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
 * replaces it, sizes included; what cannot fit is refused as a whole. A host whose sizes mean more
 * than this one matrix ({@link org.inferscope.ui.grid.GridLimits#askToResize}) has the person asked
 * first: to resize, where that is possible, or to put in what fits. One row pasted where only a
 * column can be lies down as one.
 *
 * <p>A value can also be changed bit by bit: by a drag ({@link org.inferscope.ui.grid.CellDrag}),
 * by the wheel over a cell, or by Alt with up and down. It accumulates unrounded, so that Shift
 * (finer) and Ctrl or ⌘ (multiples of 0.1) may come and go in the middle, and shows with no more
 * decimals than the movement can tell. Each such gesture is one step of undo, handed to the host as
 * {@link org.inferscope.ui.grid.GridHost#drag}; it ends without a timer: with the button, the
 * pointer leaving the cell, another key or edit, or the keyboard going elsewhere. A drag that began
 * with Shift is a fine one; only a click with Shift extends the selection there.
 */
@NullMarked
package org.inferscope.ui.grid;

import org.jspecify.annotations.NullMarked;

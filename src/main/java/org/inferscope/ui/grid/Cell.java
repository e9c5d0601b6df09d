package org.inferscope.ui.grid;

/**
 * A place in a grid, counted from 0.
 *
 * @param row the row
 * @param col the column
 */
public record Cell(int row, int col) {}

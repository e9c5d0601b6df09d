package org.inferscope.ui.grid;

/**
 * How large a grid may become by a paste.
 *
 * @param maxRows the most rows
 * @param maxCols the most columns
 */
public record GridLimits(int maxRows, int maxCols) {}

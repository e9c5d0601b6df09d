package org.inferscope.ui.grid;

/**
 * How large a grid may become by a paste.
 *
 * @param maxRows the most rows
 * @param maxCols the most columns
 * @param askToResize whether a paste of another size asks before it changes that of the grid; else
 *     the grid follows it at once as far as it may
 */
public record GridLimits(int maxRows, int maxCols, boolean askToResize) {
  /** Limits within which the grid follows a paste without a question. */
  public GridLimits(int maxRows, int maxCols) {
    this(maxRows, maxCols, false);
  }
}

package org.inferscope.compute;

/**
 * How rows of a lower triangle lie in one array without the zeros above the diagonal. T rows that
 * come after P earlier positions see P + 1, P + 2, … P + T columns; they lie one after the other.
 * Stateless, any thread.
 */
public final class CausalRows {
  private CausalRows() {}

  /**
   * Index of a row's first number.
   *
   * @param row from 0
   * @param past P, how many positions came before row 0
   */
  public static int start(int row, int past) {
    return Math.toIntExact((long) row * past + (long) row * (row + 1) / 2);
  }

  /** How many numbers a row has: those it sees. */
  public static int length(int row, int past) {
    return past + row + 1;
  }

  /** How many numbers T rows have together. */
  public static int size(int rows, int past) {
    return start(rows, past);
  }
}

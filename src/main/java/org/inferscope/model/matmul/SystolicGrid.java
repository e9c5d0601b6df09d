package org.inferscope.model.matmul;

/**
 * An output-stationary systolic array of M×N multiply-add cells after a number of clock ticks.
 *
 * <p>Row i of A enters at the left delayed by i ticks and moves one cell to the right at every
 * tick; column j of B enters at the top delayed by j ticks and moves one cell down. A[i,k] and
 * B[k,j] therefore meet in cell (i,j) at tick i + j + k, counted from 0, and the running sum of
 * C[i,j] never leaves its cell.
 *
 * @param m rows of the grid
 * @param k terms of every dot product
 * @param n columns of the grid
 * @param done clock ticks done, 0 to M + N + K − 2
 */
public record SystolicGrid(int m, int k, int n, int done) implements FastMemory {
  /** The clock tick, from 0, at which cell (i,j) does term k. */
  public static int tickOf(int i, int j, int k) {
    return i + j + k;
  }

  /** Clock ticks a whole product takes: M + N + K − 2. */
  public static int ticks(int m, int k, int n) {
    return m + n + k - 2;
  }

  /**
   * Column of the grid in which A[i,k] sits. Negative while it waits at the left, −1 being next to
   * enter; N or more when it has left at the right.
   */
  public int columnOfA(int i, int term) {
    return done - 1 - i - term;
  }

  /**
   * Row of the grid in which B[k,j] sits. Negative while it waits at the top, −1 being next to
   * enter; M or more when it has left at the bottom.
   */
  public int rowOfB(int term, int j) {
    return done - 1 - j - term;
  }

  /** The term k that cell (i,j) did at the last tick, or −1 when it was idle. */
  public int termAt(int i, int j) {
    int term = done - 1 - i - j;
    return term >= 0 && term < k ? term : -1;
  }

  /** Cells that multiplied at the last tick. */
  public int busyCells() {
    int busy = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        if (termAt(i, j) >= 0) {
          busy++;
        }
      }
    }
    return busy;
  }

  @Override
  public boolean holdsA(int i, int term) {
    int column = columnOfA(i, term);
    return column >= 0 && column < n;
  }

  @Override
  public boolean holdsB(int term, int j) {
    int row = rowOfB(term, j);
    return row >= 0 && row < m;
  }

  @Override
  public boolean holdsC(int i, int j) {
    int ticksInCell = done - i - j;
    return ticksInCell > 0 && ticksInCell < k;
  }

  /** One element of A and one of B in every busy cell, and one running sum in each unfinished. */
  @Override
  public int used() {
    int sums = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        if (holdsC(i, j)) {
          sums++;
        }
      }
    }
    return 2 * busyCells() + sums;
  }

  /** Three registers a cell: one for A, one for B, one for the sum. */
  @Override
  public int capacity() {
    return 3 * m * n;
  }
}

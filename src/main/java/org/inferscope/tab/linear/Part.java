package org.inferscope.tab.linear;

/** The panels with numbers of their own. */
enum Part {
  /** The weights, [O, I]. */
  W("W"),
  /** The row of the batch in focus, as a column [I, 1]. */
  X("x"),
  /** The bias, [O, 1]. */
  B("b"),
  /** The output of the row in focus, as a column [O, 1]. */
  Y("y"),
  /** All inputs, [T, I]. */
  BATCH_X("X"),
  /** All outputs, [T, O]. */
  BATCH_Y("Y");

  private final String symbol;

  Part(String symbol) {
    this.symbol = symbol;
  }

  /** Its name in formulas. */
  String symbol() {
    return symbol;
  }

  /** Whether its numbers are computed, not typed. */
  boolean isComputed() {
    return this == Y || this == BATCH_Y;
  }
}

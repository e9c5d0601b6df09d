package org.inferscope.ui.bars;

import org.inferscope.ui.theme.Role;

/** The colours of the bars of a vector, as in the notebook's figures. */
public enum Series {
  /** An input: coral, teal, blue, green in turn. */
  INPUT,
  /** A bias: yellow. */
  BIAS,
  /** An output: coral, teal, blue in turn. */
  OUTPUT;

  /** The colour of bar i, from 0. */
  public Role role(int i) {
    return switch (this) {
      case INPUT -> inTurn(i % 4);
      case BIAS -> Role.RESULT;
      case OUTPUT -> inTurn(i % 3);
    };
  }

  private static Role inTurn(int i) {
    return switch (i) {
      case 0 -> Role.ROW;
      case 1 -> Role.COLUMN;
      case 2 -> Role.BLUE;
      default -> Role.GREEN;
    };
  }
}

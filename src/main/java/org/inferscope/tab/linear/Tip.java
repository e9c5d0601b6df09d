package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.theme.Role;

/**
 * The end of an arrow of the geometry that stands for numbers of the layer. Immutable; any thread.
 *
 * @param kind what the arrow is
 * @param index the column of W, from 0; 0 for the others
 */
record Tip(Kind kind, int index) {
  static final Tip INPUT = new Tip(Kind.INPUT, 0);
  static final Tip BIAS = new Tip(Kind.BIAS, 0);
  static final Tip OUTPUT = new Tip(Kind.OUTPUT, 0);

  /** What an arrow is. */
  enum Kind {
    /** The image of a basis vector: a column of W. */
    COLUMN,
    /** The input x. */
    INPUT,
    /** The bias b. */
    BIAS,
    /** The output y. */
    OUTPUT
  }

  static Tip column(int j) {
    return new Tip(Kind.COLUMN, j);
  }

  /** Whether dragging it changes the layer or its input; the output is computed. */
  boolean isEditable() {
    return kind != Kind.OUTPUT;
  }

  /** Whether it lies on the plane after the layer. */
  boolean isAfter() {
    return kind != Kind.INPUT;
  }

  /** Its name in formulas. */
  String name() {
    return switch (kind) {
      case COLUMN -> "W·" + basis(index);
      case INPUT -> Part.X.symbol();
      case BIAS -> Part.B.symbol();
      case OUTPUT -> Part.Y.symbol();
    };
  }

  /** The panel whose numbers it stands for. */
  Part part() {
    return switch (kind) {
      case COLUMN -> Part.W;
      case INPUT -> Part.X;
      case BIAS -> Part.B;
      case OUTPUT -> Part.Y;
    };
  }

  /** Where the number for one of its coordinates stands in that panel. */
  Cell cell(int coordinate) {
    return new Cell(coordinate, kind == Kind.COLUMN ? index : 0);
  }

  /** The number for one of its coordinates, as it can be explained. */
  LinearRef ref(LinearPresenter presenter, int coordinate) {
    return presenter.refOf(part(), cell(coordinate));
  }

  Role role() {
    return switch (kind) {
      case COLUMN -> basisRole(index);
      case INPUT -> Role.BLUE;
      case BIAS, OUTPUT -> Role.RESULT;
    };
  }

  /** The name of a basis vector, counted from 0: "e₁". */
  static String basis(int j) {
    return DotProductText.name("e", j);
  }

  /** The colour of a basis vector and of the column of W that it becomes. */
  static Role basisRole(int j) {
    return switch (j) {
      case 0 -> Role.ROW;
      case 1 -> Role.COLUMN;
      default -> Role.PLUM;
    };
  }
}

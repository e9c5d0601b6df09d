package org.inferscope.tab.linear;

import org.inferscope.tensor.DType;

/**
 * What is shown of the layer, and how.
 *
 * @param row the row of the batch that the bars show
 * @param precision the number format that the layer is computed in
 * @param stage what the stage shows
 * @param grain what one step of the step-through is
 */
record Display(int row, DType precision, Stage stage, StepGrain grain) {
  /** What the tab opens with. */
  static final Display FIRST = new Display(0, DType.FP32, Stage.NUMBERS, StepGrain.ROW);

  /** What the stage shows. */
  enum Stage {
    /** W, x, b and y. */
    NUMBERS,
    /** The plane, or space, before and after. */
    GEOMETRY
  }

  /** What one step of the step-through is. */
  enum StepGrain {
    /** One output: a row of W with x, and b. */
    ROW,
    /** One term of one output. */
    TERM
  }

  Display withRow(int other) {
    return new Display(other, precision, stage, grain);
  }

  Display with(DType other) {
    return new Display(row, other, stage, grain);
  }

  Display with(Stage other) {
    return new Display(row, precision, other, grain);
  }

  Display with(StepGrain other) {
    return new Display(row, precision, stage, other);
  }
}

package org.inferscope.model.linear;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.tensor.DType;

/**
 * The values of a linear layer that can be explained. Indices count from 0: i outputs, j inputs,
 * row of the batch.
 */
public sealed interface LinearRef extends ValueRef {

  /** W[i,j]. */
  record Weight(int i, int j) implements LinearRef {}

  /** b[i]. */
  record Bias(int i) implements LinearRef {}

  /** x[row,j]. */
  record Input(int row, int j) implements LinearRef {}

  /** y[row,i] as shown, in the precision in force. */
  record Output(int row, int i) implements LinearRef {}

  /** The running sum of an output after some of its terms, the bias being the last. */
  record PartialSum(int row, int i, int terms) implements LinearRef {}

  /** W[i,j]·x[row,j]: the share that input j adds to output i. */
  record Product(int row, int i, int j) implements LinearRef {}

  /** A figure of the table of parameters or of the batch's note. */
  record Figure(LayerCost cost, LayerQuantity quantity) implements LinearRef {}

  /** A figure of the geometry view. */
  record Geometry(GeometryQuantity quantity) implements LinearRef {}

  /** An output computed in a number format. */
  record Rounded(DType dtype, int row, int i) implements LinearRef {}

  /** How far that is from float64. */
  record RoundingError(DType dtype, int row, int i) implements LinearRef {}

  /** The largest difference between the loop and the backend. */
  record CheckDifference() implements LinearRef {}

  /** The largest difference between the loop and PyTorch. */
  record TorchDifference() implements LinearRef {}
}

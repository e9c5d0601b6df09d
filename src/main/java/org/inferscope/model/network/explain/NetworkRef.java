package org.inferscope.model.network.explain;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.tensor.DType;

/**
 * The values of a network that can be explained. Indices count from 0: l a layer, c a column (0 the
 * input, l + 1 what layer l gives), row an input of the batch, i a unit, j a unit of the column
 * before.
 */
public sealed interface NetworkRef extends ValueRef {

  /** x[row,j]: column 0. */
  record Input(int row, int j) implements NetworkRef {}

  /** W[i,j] of layer l. */
  record Weight(int l, int i, int j) implements NetworkRef {}

  /** b[i] of layer l. */
  record Bias(int l, int i) implements NetworkRef {}

  /** W·h of layer l, before the bias. */
  record Sum(int l, int row, int i) implements NetworkRef {}

  /** W·h + b of layer l, before the activation. */
  record PreActivation(int l, int row, int i) implements NetworkRef {}

  /** What unit i of column c gives; c is 1 or more. */
  record Unit(int c, int row, int i) implements NetworkRef {}

  /** W[i,j]·h[row,j]: what unit j adds to the sum of unit i of layer l. */
  record Product(int l, int row, int i, int j) implements NetworkRef {}

  /** What softmax divides by in layer l: the sum of all its exponentials. */
  record SoftmaxSum(int l, int row) implements NetworkRef {}

  /** A figure of column c over all inputs. */
  record Stat(int c, Statistic statistic) implements NetworkRef {}

  /** A number of column c less the same of the run it is compared with. */
  record Difference(int c, int row, int i) implements NetworkRef {}

  /** A value of the run it is compared with. */
  record Other(NetworkRef value) implements NetworkRef {}

  /**
   * A figure of the table of parameters.
   *
   * @param l the layer; {@link NetworkFigures#WHOLE} the whole network
   * @param dtype the number format of weights and activations
   */
  record Figure(int l, NetworkQuantity quantity, DType dtype) implements NetworkRef {}

  /** The largest difference between plain loops and the backend. */
  record CheckDifference() implements NetworkRef {}

  /** The largest difference between what layer l gives here and in PyTorch. */
  record TorchDifference(int l) implements NetworkRef {}

  /** Number i of a column: an input, or what a unit gives. */
  static NetworkRef number(int c, int row, int i) {
    return c == 0 ? new Input(row, i) : new Unit(c, row, i);
  }
}

package org.inferscope.tab.gpt2.desk;

import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/**
 * Cuts out of a layer's weights, and of what this pass multiplies them with, as much as other tabs
 * can take apart. Stateless; for the event thread, on which the few weights are read.
 *
 * <p>Letters: T tokens, I inputs, O outputs of the slice. What the slice gives is a part of the
 * layer's sum, not all of it.
 */
public final class Handover {
  /** As many inputs and outputs as still have their numbers on the Linear tab's stage. */
  static final int LONGEST_LAYER = 16;

  private Handover() {}

  /**
   * Why nothing can be cut out of a parameter, in a sentence; empty if it can.
   *
   * @param shown the pass whose numbers the weights are multiplied with
   */
  public static String obstacle(Optional<Shown> shown, String parameter) {
    Optional<LayerMatrix.Of> matrix = LayerMatrix.of(parameter);
    if (matrix.isEmpty()) {
      return Texts.get("gpt2weights.handover.noMatrix");
    }
    if (shown.isEmpty() || shown.get().model().isClosed()) {
      return Texts.get("gpt2weights.handover.noPass");
    }
    return shown.get().trace().has(matrix.get().input())
        ? ""
        : Texts.get("gpt2weights.handover.notKept", matrix.get().input().name());
  }

  /**
   * A layer around a weight, with its bias and the inputs of this pass up to a token.
   *
   * @param row of the weight, an input
   * @param col of the weight, an output
   * @param token the last of the inputs' rows, unless all fit
   * @throws IllegalArgumentException if there is an {@link #obstacle}
   */
  public static LinearIntent linear(Shown shown, String parameter, int row, int col, int token) {
    Slice slice = new Slice(shown, matrix(shown, parameter), row, col, LONGEST_LAYER);
    // [O, I], [O, 1], [T, I]
    return new LinearIntent(
        slice.weights().transpose(), slice.bias(), slice.x(LinearIntent.LARGEST_BATCH, token));
  }

  /**
   * The product of inputs of this pass and weights around one, without a bias.
   *
   * @param row of the weight, an input
   * @param col of the weight, an output
   * @param token the last of the inputs' rows, unless all fit
   * @throws IllegalArgumentException if there is an {@link #obstacle}
   */
  public static MultiplyIntent multiply(
      Shown shown, String parameter, int row, int col, int token) {
    Slice slice = new Slice(shown, matrix(shown, parameter), row, col, MultiplyIntent.LARGEST);
    return new MultiplyIntent(
        slice.x(MultiplyIntent.LARGEST, token), slice.weights()); // [T, I] x [I, O]
  }

  private static LayerMatrix.Of matrix(Shown shown, String parameter) {
    String obstacle = obstacle(Optional.of(shown), parameter);
    if (!obstacle.isEmpty()) {
      throw new IllegalArgumentException(obstacle);
    }
    return LayerMatrix.of(parameter).orElseThrow();
  }

  /** Rows and columns of a matrix around one of its numbers. */
  private static final class Slice {
    private final Shown shown;
    private final LayerMatrix.Of matrix;
    private final WeightNumbers numbers;
    private final WeightNumbers biases;
    private final int firstRow;
    private final int firstCol;
    private final int rows;
    private final int cols;

    Slice(Shown shown, LayerMatrix.Of matrix, int row, int col, int largest) {
      this.shown = shown;
      this.matrix = matrix;
      numbers = numbers(matrix.weight());
      biases = numbers(matrix.bias());
      rows = Math.min(largest, numbers.rows());
      cols = Math.min(largest, numbers.cols());
      firstRow = start(row, rows, numbers.rows());
      firstCol = start(col, cols, numbers.cols());
    }

    private WeightNumbers numbers(String name) {
      Gpt2Weights weights = shown.model().weights();
      return WeightNumbers.of(
          weights, ParameterFacts.find(ParameterFacts.of(weights), name).orElseThrow());
    }

    /** Where a window of a length begins that has a place in its middle, if it can. */
    private static int start(int place, int length, int all) {
      return Math.max(0, Math.min(place - length / 2, all - length));
    }

    /** [I, O]. */
    Matrix weights() {
      return Matrix.generate(
          rows, cols, (i, j) -> numbers.get(firstRow + i, firstCol + j));
    }

    /** [O, 1]. */
    Matrix bias() {
      return Matrix.generate(cols, 1, (i, j) -> biases.get(0, firstCol + i));
    }

    /** [T, I]: the inputs of the tokens up to one, or all if they fit. */
    Matrix x(int most, int token) {
      Matrix all = shown.trace().values(matrix.input());
      int tokens = Math.min(most, all.rows());
      int first = Math.max(0, Math.min(token + 1 - tokens, all.rows() - tokens));
      return Matrix.generate(tokens, rows, (t, i) -> all.get(first + t, firstRow + i));
    }
  }
}

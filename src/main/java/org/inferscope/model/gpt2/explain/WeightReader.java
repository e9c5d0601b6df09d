package org.inferscope.model.gpt2.explain;

import java.nio.FloatBuffer;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/**
 * Reads one parameter for one explanation. Holds mapped memory: never to be kept in a field, nor
 * across events.
 */
final class WeightReader {
  private final List<FloatBuffer> pieces;
  private final int cols;

  private WeightReader(List<FloatBuffer> pieces, int cols) {
    this.pieces = pieces;
    this.cols = cols;
  }

  /**
   * A reader of a parameter.
   *
   * @param cols numbers in a row; the length of a vector
   * @throws InferscopeException if the weights can no longer be read
   */
  static WeightReader of(Gpt2Weights weights, String name, int cols) {
    try {
      List<FloatBuffer> pieces = weights.values(name).stream().map(FloatBuffer::slice).toList();
      return new WeightReader(pieces, cols);
    } catch (IllegalStateException e) { // A pass may be asked about after its model was closed.
      throw new InferscopeException(Texts.get("gpt2explain.closed"), e);
    }
  }

  /** A vector, or the first row of a matrix. */
  float[] vector() {
    return row(0);
  }

  /** A row of a matrix. */
  float[] row(int row) {
    float[] numbers = new float[cols];
    read((long) row * cols, numbers, cols);
    return numbers;
  }

  /**
   * Rows of the matrix times a vector.
   *
   * @param x [cols]
   * @return [count]
   */
  double[] times(double[] x, int firstRow, int count) {
    double[] products = new double[count];
    float[] rows = new float[Dots.ROWS * cols];
    for (int done = 0; done < count; done += Dots.ROWS) {
      int some = Math.min(Dots.ROWS, count - done);
      read((long) (firstRow + done) * cols, rows, some * cols);
      Dots.rows(rows, x, products, done, some);
    }
    return products;
  }

  private void read(long first, float[] into, int count) {
    long start = first;
    int done = 0;
    for (FloatBuffer piece : pieces) {
      long from = start + done;
      if (from < piece.limit() && done < count) {
        int some = (int) Math.min(count - done, piece.limit() - from);
        piece.get((int) from, into, done, some);
        done += some;
      }
      start -= piece.limit();
    }
    Args.require(done == count, "first", first, "a place before " + count + " numbers");
  }

  /** Numbers of a column, from a row on. */
  float[] column(int col, int firstRow, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = get(firstRow + i, col);
    }
    return numbers;
  }

  /** One number. */
  float get(int row, int col) {
    long at = (long) row * cols + col;
    for (FloatBuffer piece : pieces) {
      if (at < piece.limit()) {
        return piece.get((int) at);
      }
      at -= piece.limit();
    }
    throw new IndexOutOfBoundsException("row " + row + ", column " + col);
  }
}

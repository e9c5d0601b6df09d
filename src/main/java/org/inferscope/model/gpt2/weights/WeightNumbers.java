package org.inferscope.model.gpt2.weights;

import java.nio.FloatBuffer;
import java.util.List;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.tensor.Args;

/**
 * The numbers of a parameter where they lie. To be made for one job, or one event, and dropped:
 * once the model is closed the memory is gone.
 */
public final class WeightNumbers {
  private final List<FloatBuffer> parts;
  private final int rows;
  private final int cols;

  /** Numbers of a matrix [rows, cols], row after row, in one buffer or several. */
  WeightNumbers(List<FloatBuffer> parts, int rows, int cols) {
    this.parts = List.copyOf(parts);
    this.rows = rows;
    this.cols = cols;
  }

  /**
   * The numbers of a parameter.
   *
   * @throws org.inferscope.compute.InferscopeException if its file has changed
   */
  public static WeightNumbers of(Gpt2Weights weights, ParameterFacts parameter) {
    return new WeightNumbers(
        weights.values(parameter.name()), parameter.rows(), parameter.cols());
  }

  /** Rows; 1 for a vector. */
  public int rows() {
    return rows;
  }

  /** Columns. */
  public int cols() {
    return cols;
  }

  /** How many numbers there are. */
  public long count() {
    return (long) rows * cols;
  }

  /** One number. */
  public float get(int row, int col) {
    float[] one = new float[1];
    copy(at(row, col), one, 0, 1);
    return one[0];
  }

  /** A row [cols]. */
  public float[] row(int row) {
    float[] values = new float[cols];
    copy(at(row, 0), values, 0, cols);
    return values;
  }

  /** A column [rows]. */
  public float[] column(int col) {
    Args.index(col, cols, "col");
    float[] values = new float[rows];
    long before = 0;
    int row = 0;
    for (FloatBuffer part : parts) {
      long end = before + part.capacity();
      for (; row < rows && (long) row * cols + col < end; row++) {
        values[row] = part.get((int) ((long) row * cols + col - before));
      }
      before = end;
    }
    return values;
  }

  /** Where a number lies, row after row. */
  private long at(int row, int col) {
    return (long) Args.index(row, rows, "row") * cols + Args.index(col, cols, "col");
  }

  /** Copies numbers that follow each other, row after row. */
  void copy(long from, float[] into, int offset, int length) {
    long before = 0;
    int done = 0;
    for (FloatBuffer part : parts) {
      long within = from + done - before;
      if (done < length && within < part.capacity()) {
        int now = (int) Math.min(length - done, part.capacity() - within);
        part.get((int) within, into, offset + done, now);
        done += now;
      }
      before += part.capacity();
    }
    Args.sameLength(done, "numbers read", length, "numbers asked for");
  }
}

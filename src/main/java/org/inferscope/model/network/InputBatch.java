package org.inferscope.model.network;

import java.util.Arrays;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;

/**
 * The inputs of a network: T rows, of which an edit copies one and shares the others. Immutable and
 * equal by value, any thread.
 */
public final class InputBatch {
  /** The most rows. */
  public static final int LARGEST = 1024;

  private final float[][] rows;

  private InputBatch(float[][] rows) {
    this.rows = rows;
  }

  /** The rows of a matrix [T, I], 1 to {@link #LARGEST} of them. */
  public static InputBatch of(Matrix x) {
    Args.inRange(x.rows(), 1, LARGEST, "x.rows()");
    float[][] rows = new float[x.rows()][];
    Arrays.setAll(rows, x::row);
    return new InputBatch(rows);
  }

  /** Normal numbers: {@code np.random.seed(seed)}, then {@code np.random.randn(rows, inputs)}. */
  public static InputBatch random(long seed, int rows, int inputs) {
    Args.inRange(rows, 1, LARGEST, "rows");
    return of(new NumpyRandom(seed).randn(rows, inputs));
  }

  /** T. */
  public int size() {
    return rows.length;
  }

  /** I. */
  public int inputs() {
    return rows[0].length;
  }

  /** One number. */
  public float get(int row, int j) {
    return rows[row][j];
  }

  /** A copy of a row [I]. */
  public float[] row(int row) {
    return rows[row].clone();
  }

  /** All rows [T, I]. */
  public Matrix matrix() {
    float[] all = new float[size() * inputs()];
    for (int row = 0; row < size(); row++) {
      System.arraycopy(rows[row], 0, all, row * inputs(), inputs());
    }
    return Matrix.owning(size(), inputs(), all);
  }

  /** With one number changed. */
  public InputBatch with(int row, int j, float value) {
    float[] changed = row(row);
    changed[j] = value;
    return withRow(row, changed);
  }

  /** With one row changed [I]. */
  public InputBatch withRow(int row, float[] values) {
    Args.sameLength(values.length, "values", inputs(), "inputs");
    float[][] changed = rows.clone();
    changed[row] = values.clone();
    return new InputBatch(changed);
  }

  /** With each row cut, or filled up with zeros, to another width. */
  public InputBatch withInputs(int inputs) {
    if (inputs == inputs()) {
      return this;
    }
    Args.positive(inputs, "inputs");
    float[][] changed = new float[size()][];
    Arrays.setAll(changed, row -> Arrays.copyOf(rows[row], inputs));
    return new InputBatch(changed);
  }

  /** With the first rows kept, and normal numbers of a seed in further ones. */
  public InputBatch withSize(int size, long seed) {
    Args.inRange(size, 1, LARGEST, "size");
    if (size <= size()) {
      return new InputBatch(Arrays.copyOf(rows, size));
    }
    float[][] grown = Arrays.copyOf(rows, size);
    InputBatch more = random(seed, size, inputs());
    for (int row = size(); row < size; row++) {
      grown[row] = more.rows[row];
    }
    return new InputBatch(grown);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InputBatch batch && Arrays.deepEquals(rows, batch.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  /** The size, not the numbers. */
  @Override
  public String toString() {
    return "InputBatch[" + size() + "×" + inputs() + "]";
  }
}

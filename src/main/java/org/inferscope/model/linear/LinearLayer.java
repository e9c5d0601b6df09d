package org.inferscope.model.linear;

import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * y = W·x + b in float32, rounded after every product and every sum; PyTorch's {@code nn.Linear}.
 *
 * @param w weights [O, I], at least 1×1
 * @param b bias [O, 1]
 */
public record LinearLayer(Matrix w, Matrix b) {
  /** Refuses a layer without inputs or outputs and a bias that does not fit. */
  public LinearLayer {
    Args.require(w.rows() > 0 && w.cols() > 0, "w", w.shapeText(), "at least 1×1");
    Args.require(
        b.rows() == w.rows() && b.cols() == 1, "b", b.shapeText(), w.rows() + "×1 as w has rows");
  }

  /** I, numbers that go in. */
  public int inputs() {
    return w.cols();
  }

  /** O, numbers that come out. */
  public int outputs() {
    return w.rows();
  }

  /** Terms that every output adds up: I products and the bias. */
  public int terms() {
    return w.cols() + 1;
  }

  /**
   * Output i for one row of the batch: the products summed in order of j, b added last.
   *
   * @param x [T, I]
   */
  public float output(Matrix x, int row, int i) {
    return partial(x, row, i, terms());
  }

  /**
   * The running sum of output i after its first terms.
   *
   * @param x [T, I]
   * @param terms 0 to I + 1; 0 gives 0, I + 1 includes b
   */
  public float partial(Matrix x, int row, int i, int terms) {
    requireFit(x);
    Args.inRange(terms, 0, terms(), "terms");
    float sum = 0;
    for (int j = 0; j < Math.min(terms, inputs()); j++) {
      float product = product(x, row, i, j);
      sum = j == 0 ? product : sum + product;
    }
    return terms == terms() ? sum + b.get(i, 0) : sum;
  }

  /**
   * W[i,j]·x[row,j]: what input j adds to output i.
   *
   * @param x [T, I]
   */
  public float product(Matrix x, int row, int i, int j) {
    return w.get(i, j) * x.get(row, j);
  }

  /**
   * Output i in float64 from the same float32 numbers, whose products it holds exactly.
   *
   * @param x [T, I]
   */
  public double exact(Matrix x, int row, int i) {
    return exact(x, row, i, terms());
  }

  /**
   * The running sum of output i after its first terms, in float64.
   *
   * @param x [T, I]
   * @param terms 0 to I + 1
   */
  public double exact(Matrix x, int row, int i, int terms) {
    requireFit(x);
    Args.inRange(terms, 0, terms(), "terms");
    double sum = 0;
    for (int j = 0; j < Math.min(terms, inputs()); j++) {
      sum += (double) w.get(i, j) * x.get(row, j);
    }
    return terms == terms() ? sum + b.get(i, 0) : sum;
  }

  /**
   * The whole batch, Y = X·Wᵀ + b: the numbers of {@link #output}, quickly.
   *
   * @param x [T, I]
   * @return [T, O]
   */
  public Matrix forward(Matrix x) {
    requireFit(x);
    float[] y = new float[x.rows() * outputs()];
    RowProduct rows = new RowProduct(this);
    float[] values = x.toArray();
    for (int row = 0; row < x.rows(); row++) {
      rows.write(values, row * inputs(), y, row * outputs()); // [I] x [I, O] -> [O]
    }
    return Matrix.owning(x.rows(), outputs(), y);
  }

  /**
   * As {@link #forward(Matrix)}, when only one row of x differs from what an earlier result was
   * computed of.
   *
   * @param x [T, I]
   * @param before [T, O], this layer's result before the row changed
   * @param changedRow the row
   * @return [T, O]
   */
  public Matrix forward(Matrix x, Matrix before, int changedRow) {
    requireFit(x);
    Args.require(
        before.rows() == x.rows() && before.cols() == outputs(),
        "before",
        before.shapeText(),
        x.rows() + "×" + outputs());
    float[] y = before.toArray();
    new RowProduct(this).write(x.row(changedRow), 0, y, changedRow * outputs()); // [I] -> [O]
    return Matrix.owning(x.rows(), outputs(), y);
  }

  private void requireFit(Matrix x) {
    Args.require(x.cols() == inputs(), "x", x.shapeText(), "of " + inputs() + " columns");
  }

  /**
   * How far two float32 results of this layer may lie apart that add the same terms in different
   * orders; see {@link CheckResult#rounding}.
   *
   * @param x [T, I]
   */
  public double rounding(Matrix x) {
    double largest = 0;
    for (int row = 0; row < x.rows(); row++) {
      float[] input = x.row(row);
      for (int i = 0; i < outputs(); i++) {
        largest = Math.max(largest, magnitude(input, i));
      }
    }
    return CheckResult.rounding(terms(), largest);
  }

  /** The sum of the sizes of an output's terms. */
  private double magnitude(float[] input, int i) {
    double sum = Math.abs(b.get(i, 0));
    for (int j = 0; j < input.length; j++) {
      sum += Math.abs((double) w.get(i, j) * input[j]);
    }
    return sum;
  }
}

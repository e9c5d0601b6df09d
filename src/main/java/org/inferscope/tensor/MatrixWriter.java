package org.inferscope.tensor;

import java.math.BigDecimal;
import java.util.StringJoiner;
import java.util.function.Function;

/** Writes matrices as lines of cells and as code. */
final class MatrixWriter {
  private static final int SMALLEST_PLAIN_EXPONENT = -5;
  private static final int LARGEST_PLAIN_EXPONENT = 15;
  private static final String NUMPY_START = "np.array([";

  private MatrixWriter() {}

  /** One row a line, each ending with a line end, as spreadsheets expect. */
  static String lines(Matrix matrix, String separator, char decimal) {
    Function<Float, String> cell = x -> number(x, "NaN", "inf").replace('.', decimal);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < matrix.rows(); i++) {
      text.append(row(matrix, i, separator, cell)).append('\n');
    }
    return text.toString();
  }

  /** A call that runs as pasted after {@code import numpy as np}. */
  static String numpy(Matrix matrix) {
    if (matrix.size() == 0) {
      return "np.zeros((" + matrix.rows() + ", " + matrix.cols() + "), dtype=np.float32)";
    }
    String nextRow = ",\n" + " ".repeat(NUMPY_START.length());
    StringJoiner rows = new StringJoiner(nextRow, NUMPY_START, "], dtype=np.float32)");
    for (int i = 0; i < matrix.rows(); i++) {
      rows.add("[" + row(matrix, i, ", ", x -> number(x, "np.nan", "np.inf")) + "]");
    }
    return rows.toString();
  }

  /** A MATLAB literal; doubles, as MATLAB has them unless told otherwise. */
  static String matlab(Matrix matrix) {
    if (matrix.size() == 0) {
      return "zeros(" + matrix.rows() + ", " + matrix.cols() + ")";
    }
    StringJoiner rows = new StringJoiner("; ", "[", "]");
    for (int i = 0; i < matrix.rows(); i++) {
      rows.add(row(matrix, i, " ", x -> number(x, "NaN", "Inf")));
    }
    return rows.toString();
  }

  private static String row(Matrix matrix, int i, String separator, Function<Float, String> cell) {
    StringJoiner cells = new StringJoiner(separator);
    for (float x : matrix.row(i)) {
      cells.add(cell.apply(x));
    }
    return cells.toString();
  }

  private static String number(float x, String nan, String infinity) {
    if (Float.isNaN(x)) {
      return nan;
    }
    if (Float.isInfinite(x)) {
      return x > 0 ? infinity : "-" + infinity;
    }
    // "-0" alone would be read as an integer by Python, which has no negative zero
    return x == 0 ? (1 / x < 0 ? "-0.0" : "0") : digits(Decimals.shortest(x));
  }

  private static String digits(BigDecimal x) {
    int exponent = Decimals.exponent(x);
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
      return Decimals.stripped(x).toPlainString();
    }
    BigDecimal digits = x.stripTrailingZeros();
    return digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}

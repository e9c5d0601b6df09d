package org.inferscope.model.gpt2.explain;

import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;

/**
 * What softmax divides by: the exponentials of a row, its largest number taken off each first, so
 * that none overflows; that changes no share.
 */
final class Softmax implements Addends {
  private final Names names;
  private final double[] row;
  private final IntFunction<ValueRef> refs;
  private final double[] exponentials;
  private final double largest;
  private final double total;

  /**
   * Takes the array over.
   *
   * @param refs the name of a number by its index
   */
  Softmax(Names names, double[] row, IntFunction<ValueRef> refs) {
    this.names = names;
    this.row = row;
    this.refs = refs;
    double most = Double.NEGATIVE_INFINITY;
    for (double x : row) {
      most = Math.max(most, x);
    }
    largest = most;
    exponentials = new double[row.length];
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      exponentials[k] = Math.exp(row[k] - largest);
      sum += exponentials[k];
    }
    total = sum;
  }

  double largest() {
    return largest;
  }

  double total() {
    return total;
  }

  /** The share of a number. */
  double share(int k) {
    return exponentials[k] / total;
  }

  /** "exp(1.2 − 3.4) / 5.6". */
  String shareNumbers(int k) {
    return numbers(k) + " / " + Numbers.cell(total);
  }

  @Override
  public int count() {
    return row.length;
  }

  @Override
  public double value(int k) {
    return exponentials[k];
  }

  @Override
  public String symbol(int k) {
    return "exp(" + names.label(refs.apply(k)) + " \u2212 m)";
  }

  @Override
  public String numbers(int k) {
    return "exp(" + Numbers.cell(row[k]) + " \u2212 " + DotProductText.factor(largest) + ")";
  }

  @Override
  public List<ValueRef> read(int k) {
    return List.of(refs.apply(k));
  }
}

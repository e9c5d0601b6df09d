package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;

/** A dot product of two rows of numbers that can be followed, and a bias where there is one. */
final class Dot implements Addends {
  private final Names names;
  private final NamedRow x;
  private final NamedRow w;
  private final List<NamedRow> bias;
  private final Divisor divisor;

  /**
   * What each product is divided by.
   *
   * @param symbol what stands after a product in a formula
   * @param text the same with its number
   */
  private record Divisor(double value, String symbol, String text) {
    static final Divisor NONE = new Divisor(1, "", "");
  }

  private Dot(Names names, NamedRow x, NamedRow w, List<NamedRow> bias, Divisor divisor) {
    this.names = names;
    this.x = x;
    this.w = w;
    this.bias = bias;
    this.divisor = divisor;
  }

  static Dot of(Names names, NamedRow x, NamedRow w) {
    return new Dot(names, x, w, List.of(), Divisor.NONE);
  }

  /** The same with a number added. */
  Dot plus(double number, ValueRef ref) {
    return new Dot(names, x, w, List.of(new NamedRow(new double[] {number}, i -> ref)), divisor);
  }

  /**
   * The same, each product divided by a number.
   *
   * @param symbol the number in a formula
   * @param text the same as a number
   */
  Dot over(double number, String symbol, String text) {
    return new Dot(names, x, w, bias, new Divisor(number, " / " + symbol, " / " + text));
  }

  private boolean isBias(int k) {
    return k == x.size();
  }

  @Override
  public int count() {
    return x.size() + bias.size();
  }

  @Override
  public double value(int k) {
    return isBias(k) ? bias.get(0).value(0) : x.value(k) * w.value(k) / divisor.value();
  }

  @Override
  public String symbol(int k) {
    return isBias(k)
        ? names.label(bias.get(0).ref(0))
        : names.label(x.ref(k)) + " · " + names.label(w.ref(k)) + divisor.symbol();
  }

  @Override
  public String numbers(int k) {
    return isBias(k)
        ? DotProductText.factor(bias.get(0).value(0))
        : DotProductText.factor(x.value(k))
            + "·"
            + DotProductText.factor(w.value(k))
            + divisor.text();
  }

  @Override
  public List<ValueRef> read(int k) {
    return isBias(k) ? List.of(bias.get(0).ref(0)) : List.of(x.ref(k), w.ref(k));
  }
}

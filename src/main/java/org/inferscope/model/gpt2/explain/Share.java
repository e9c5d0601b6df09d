package org.inferscope.model.gpt2.explain;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.inferscope.model.explain.ValueRef;

/**
 * A sum of the same function of each number in a row.
 *
 * @param names short names
 * @param row the numbers
 * @param of the function
 * @param symbol writes it out with the name of a number
 * @param numbers writes it out with a number in its place
 */
record Share(
    Names names,
    NamedRow row,
    DoubleUnaryOperator of,
    UnaryOperator<String> symbol,
    DoubleFunction<String> numbers)
    implements Addends {
  @Override
  public int count() {
    return row.size();
  }

  @Override
  public double value(int k) {
    return of.applyAsDouble(row.value(k));
  }

  @Override
  public String symbol(int k) {
    return symbol.apply(names.label(row.ref(k)));
  }

  @Override
  public String numbers(int k) {
    return numbers.apply(row.value(k));
  }

  @Override
  public List<ValueRef> read(int k) {
    return List.of(row.ref(k));
  }
}

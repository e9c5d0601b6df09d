package org.inferscope.model.gpt2.explain;

import java.util.function.IntFunction;
import org.inferscope.model.explain.ValueRef;

/** Numbers, each of which can be followed. */
final class NamedRow {
  private final double[] values;
  private final IntFunction<ValueRef> refs;

  /**
   * Takes the array over.
   *
   * @param refs the name of a number by its index
   */
  NamedRow(double[] values, IntFunction<ValueRef> refs) {
    this.values = values;
    this.refs = refs;
  }

  /** The same of float32 numbers. */
  static NamedRow of(float[] values, IntFunction<ValueRef> refs) {
    return new NamedRow(Dots.wide(values), refs);
  }

  int size() {
    return values.length;
  }

  double value(int i) {
    return values[i];
  }

  ValueRef ref(int i) {
    return refs.apply(i);
  }
}

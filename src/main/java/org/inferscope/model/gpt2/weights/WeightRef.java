package org.inferscope.model.gpt2.weights;

import org.inferscope.model.explain.ValueRef;

/** A number that says something of a parameter. */
public sealed interface WeightRef extends ValueRef {
  /** A figure that sums it up. */
  record Figure(String parameter, Statistic statistic) implements WeightRef {}

  /**
   * How many of its numbers lie in a bin of its histogram.
   *
   * @param bin from 0
   */
  record Bin(String parameter, int bin) implements WeightRef {}
}

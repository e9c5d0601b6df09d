package org.inferscope.model.matmul;

import org.inferscope.model.explain.ValueRef;

/** The values of the matrix product that can be explained. Indices count from 0. */
public sealed interface MatmulRef extends ValueRef {

  /** One of the two matrices that are multiplied. */
  enum Factor {
    /** The left one. */
    A,
    /** The right one. */
    B
  }

  /** A number in A or B. */
  record Entry(Factor factor, int row, int column) implements MatmulRef {}

  /** A finished element of C. */
  record Element(int i, int j) implements MatmulRef {}

  /** The running sum of an element of C after some of its terms. */
  record PartialSum(int i, int j, int terms) implements MatmulRef {}

  /** A live counter after a number of ticks. */
  record CounterAt(Counter counter, int done) implements MatmulRef {}

  /** A figure that follows from the live counters after a number of ticks. */
  record RatioAt(Ratio ratio, int done) implements MatmulRef {}

  /** A figure of the cost panel or of the calculator. */
  record Figure(MatmulCost cost, Quantity quantity) implements MatmulRef {}

  /** The largest difference on the check line. */
  record CheckDifference() implements MatmulRef {}
}

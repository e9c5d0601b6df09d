package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.ValueRef;

/** The parts of a sum, asked for by their number, since of long ones few are written out. */
interface Addends {
  /** How many there are. */
  int count();

  /** How much one adds. */
  double value(int k);

  /** What one is, in symbols. */
  String symbol(int k);

  /** The same with its numbers. */
  String numbers(int k);

  /** What one was read from. */
  List<ValueRef> read(int k);
}

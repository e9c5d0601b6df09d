package org.inferscope.model.matmul;

import java.util.List;

/**
 * One way to order the multiply-adds of a product: the code shown on screen, and the same loops run
 * for real, telling a recorder what every line does. The two stand side by side in one class so
 * that they are read, and changed, together.
 */
interface LoopNest {
  /** The lines shown; {@link TraceRecorder#line} counts them from 0. */
  List<CodeLine> code();

  /** Runs the loops. */
  void run(TraceRecorder to);
}

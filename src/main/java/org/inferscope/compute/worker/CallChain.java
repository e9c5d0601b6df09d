package org.inferscope.compute.worker;

import org.inferscope.compute.worker.proto.Batch;

/**
 * Calls that follow each other, two at a time: while one is under way, the next is made ready. On
 * the thread that waits for them.
 */
interface CallChain {

  /** How many calls there are. */
  int calls();

  /** Makes one ready; the last but one before it has ended. */
  Batch begin(int call);

  /** One has been answered. They end in order. */
  void end(int call);
}

package org.inferscope.compute.worker.server;

import org.inferscope.tensor.Args;

/**
 * What a session may use of a server.
 *
 * @param tensorBytes the most that its tensors and weights may hold
 * @param messageBytes the most that one message may be long, either way
 * @param calls the most calls that may wait or run at a time
 */
public record Limits(long tensorBytes, int messageBytes, int calls) {
  private static final int MEGABYTE = 1 << 20;
  private static final int MESSAGE_BYTES = 64 * MEGABYTE;
  private static final int CALLS = 1024;

  /** Checks that all are above zero. */
  public Limits {
    Args.require(tensorBytes > 0, "tensorBytes", tensorBytes, "above 0");
    Args.positive(messageBytes, "messageBytes");
    Args.positive(calls, "calls");
  }

  /** Those of a worker that one program has for itself: what the device has, and no harm done. */
  public static Limits ofOneClient(long deviceBytes) {
    return new Limits(deviceBytes > 0 ? deviceBytes : Long.MAX_VALUE, MESSAGE_BYTES, CALLS);
  }
}

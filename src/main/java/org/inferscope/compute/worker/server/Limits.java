package org.inferscope.compute.worker.server;

import org.inferscope.tensor.Args;

/**
 * What may be used of a server.
 *
 * @param tensorBytes the most that tensors, weights and models of a session may hold
 * @param totalBytes the most that those of all sessions may hold together
 * @param messageBytes the most that one message may be long, either way
 * @param calls the most calls of a session that may wait or run at a time
 * @param sessions the most sessions of a connection, where there is a {@link Gate}
 */
public record Limits(long tensorBytes, long totalBytes, int messageBytes, int calls, int sessions) {
  private static final int MEGABYTE = 1 << 20;
  private static final int MESSAGE_BYTES = 64 * MEGABYTE;
  private static final int CALLS = 1024;

  /** Checks that all are above zero. */
  public Limits {
    Args.require(tensorBytes > 0, "tensorBytes", tensorBytes, "above 0");
    Args.require(totalBytes > 0, "totalBytes", totalBytes, "above 0");
    Args.positive(messageBytes, "messageBytes");
    Args.positive(calls, "calls");
    Args.positive(sessions, "sessions");
  }

  /** Those of a worker that one program has for itself: what the device has, and no harm done. */
  public static Limits ofOneClient(long deviceBytes) {
    long most = deviceBytes > 0 ? deviceBytes : Long.MAX_VALUE;
    return new Limits(most, most, MESSAGE_BYTES, CALLS, 1);
  }
}

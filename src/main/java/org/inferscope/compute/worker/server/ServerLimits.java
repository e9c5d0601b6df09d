package org.inferscope.compute.worker.server;

/**
 * What a server gives a client at most.
 *
 * @param tensorBytes bytes that the tensors of a session may hold
 * @param messageBytes bytes of one message
 * @param calls calls of a session that may wait or run at a time
 * @param connections connections at a time
 */
public record ServerLimits(long tensorBytes, int messageBytes, int calls, int connections) {
  /** A server's, unless it is told others: what a model of some billion weights needs. */
  public static final ServerLimits DEFAULT = new ServerLimits(16L << 30, 64 << 20, 64, 1000);

  /** A contract's message needs this much to say anything at all. */
  private static final int LEAST_MESSAGE = 1 << 10;

  /** Checks that a client can do something within the limits. */
  public ServerLimits {
    require(tensorBytes > 0, "tensorBytes", tensorBytes);
    require(messageBytes >= LEAST_MESSAGE, "messageBytes", messageBytes);
    require(calls > 0, "calls", calls);
    require(connections > 0, "connections", connections);
  }

  private static void require(boolean fits, String name, long value) {
    if (!fits) {
      throw new IllegalArgumentException(name + " = " + value + " is too small");
    }
  }
}

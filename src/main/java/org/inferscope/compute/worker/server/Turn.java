package org.inferscope.compute.worker.server;

import org.inferscope.compute.Backend;

/**
 * One step of a call. For the device thread, during that step.
 *
 * @param <T> what is answered
 */
public interface Turn<T> {

  /** What the server computes on. */
  Backend backend();

  /**
   * Sends something to the client, at once. A step sends little enough to be kept for a client that
   * reads late; its next step waits until that one has read.
   */
  void send(T message);

  /** Whether the client takes more already, so that this step may go on sending. */
  boolean isReady();

  /**
   * Ends the call if nobody wants it any more: cancelled, too late, or its session gone. Called
   * between operations.
   *
   * @throws io.grpc.StatusRuntimeException if so; not to be caught
   */
  void checkCancelled();
}

package org.inferscope.compute.worker.server;

/**
 * What a call does on the device thread, in steps short enough (some tens of milliseconds) that the
 * calls of other sessions get their turn in between.
 *
 * @param <T> what is answered
 */
@FunctionalInterface
public interface DeviceCall<T> {

  /**
   * Does the next step. What it throws ends the call with the status of {@link Statuses}.
   *
   * @param turn the backend, the way back to the client, cancellation
   * @return whether there is more to do; the next step comes once the others had their turn and the
   *     client has read what it was sent
   * @throws Exception for whatever goes wrong
   */
  boolean step(Turn<T> turn) throws Exception;

  /**
   * Whether the last step ended because the client has sent no more yet. The next one then comes
   * when the call is woken, which must be done for whatever arrives, also during a step. Asked on
   * the device thread after a step that has more to do.
   */
  default boolean waitsForInput() {
    return false;
  }

  /**
   * The call has ended, in whatever way; gives back what steps have kept. Called once on the device
   * thread if there was a step, else not at all.
   */
  default void ended() {}
}

package org.inferscope.compute.worker.server;

/**
 * Memory of the device that is counted as a session's before it is used, so that what would be too
 * much is refused first. Closing it gives back what nothing was made of. Device thread.
 */
public final class Reservation implements AutoCloseable {
  private final Session session;
  private long bytes;

  Reservation(Session session) {
    this.session = session;
  }

  /**
   * Counts so many bytes more.
   *
   * @throws io.grpc.StatusRuntimeException RESOURCE_EXHAUSTED if they are too many
   */
  public void grow(long more) {
    session.hold(more);
    bytes += more;
  }

  /** Hands over what is counted to who keeps it from now on. */
  long take() {
    long all = bytes;
    bytes = 0;
    return all;
  }

  @Override
  public void close() {
    session.hold(-take());
  }
}

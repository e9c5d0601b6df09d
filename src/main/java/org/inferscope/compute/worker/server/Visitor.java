package org.inferscope.compute.worker.server;

import io.grpc.Context;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A connection, and what it has open that takes the secret. One without, such as one that asks for
 * the server's health over and over, is a stranger's, and may stay for a while only. Any thread.
 */
final class Visitor {
  /** The connection of the call that arrives on this thread; null where there is no gate. */
  static final Context.Key<Visitor> CURRENT = Context.key("inferscope-visitor");

  private final Channel connection;
  private final int mostSessions;
  private int calls;
  private int sessions;
  private int watches;

  /** When it last had such a call open, or came. */
  private long since = System.nanoTime();

  private boolean dismissed;

  Visitor(Channel connection, int mostSessions) {
    this.connection = connection;
    this.mostSessions = mostSessions;
  }

  int mostSessions() {
    return mostSessions;
  }

  /**
   * It has shown the secret with a call.
   *
   * @param attaches whether that is to begin a session
   * @return whether it may have one more
   */
  synchronized boolean enter(boolean attaches) {
    if (attaches && sessions >= mostSessions) {
      return false;
    }
    calls++;
    sessions += attaches ? 1 : 0;
    return true;
  }

  /** Begins to watch the server's health; false if it does so many times already. */
  synchronized boolean watch(int most) {
    if (watches >= most) {
      return false;
    }
    watches++;
    return true;
  }

  /** Watches once less. */
  synchronized void unwatch() {
    watches--;
  }

  /** Such a call is over. */
  synchronized void leave(boolean attaches) {
    calls--;
    sessions -= attaches ? 1 : 0;
    since = System.nanoTime();
  }

  /**
   * Sends it away if it has been a stranger for so long.
   *
   * @param goodbye how long calls that are open may take to end; what asks for more is to come
   *     again
   */
  void dismiss(Duration stay, Duration goodbye) {
    if (isOverdue(stay)) {
      Future<?> unusedClosing = connection.close();
      Future<?> unusedCut =
          connection
              .eventLoop()
              .schedule(
                  () -> connection.unsafe().close(connection.voidPromise()),
                  goodbye.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  private synchronized boolean isOverdue(Duration stay) {
    if (dismissed || calls > 0 || System.nanoTime() - since < stay.toNanos()) {
      return false;
    }
    dismissed = true;
    return true;
  }
}

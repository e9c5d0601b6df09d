package org.inferscope.compute.worker.server;

/** Hears of what happens in a server, for metrics. Called on its threads; returns at once. */
public interface ServerListener {

  /** A session has begun. */
  default void sessionBegan(Session session) {}

  /** A session has ended; what it held is being freed. */
  default void sessionEnded(Session session) {}

  /** A call has ended. */
  default void callEnded(CallReport report) {}
}

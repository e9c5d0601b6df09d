package org.inferscope.compute.worker;

import io.grpc.Status;
import java.time.Duration;
import org.inferscope.compute.InferscopeException;

/** Who is at the other end: a process of this machine, or a server. Any thread. */
interface Peer {

  /** What to call it in sentences. */
  String name();

  /** How long it may take to be reached, and a session to begin where its device is ready. */
  Duration attaching();

  /** How much longer a session may take to begin where it is reached: its device may be loading. */
  default Duration loading() {
    return Duration.ZERO;
  }

  /** How long it may take to answer, besides the time that it computes. */
  Duration patience();

  /** What to say where it cannot even be attached to. */
  InferscopeException unattached(Status status);

  /** What to say where it was reached, and no session has begun in all that time. */
  default InferscopeException unready(Status status) {
    return unattached(status);
  }

  /** Why it is gone, as a sentence. May wait a moment. */
  String whyGone();

  /** Lets go of what belongs to it, such as its process, at once. */
  void lose();

  /** Lets go of it in an orderly way. */
  void close();
}

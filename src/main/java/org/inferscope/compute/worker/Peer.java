package org.inferscope.compute.worker;

import io.grpc.Status;
import java.time.Duration;
import org.inferscope.compute.InferscopeException;

/** Who is at the other end: a process of this machine, or a server. Any thread. */
interface Peer {

  /** What to call it in sentences. */
  String name();

  /** How long it may take to begin a session. */
  Duration attaching();

  /** How long it may take to answer, besides the time that it computes. */
  Duration patience();

  /** What to say where it cannot even be attached to. */
  InferscopeException unattached(Status status);

  /** Why it is gone, as a sentence. May wait a moment. */
  String whyGone();

  /** Lets go of what belongs to it, such as its process, at once. */
  void lose();

  /** Lets go of it in an orderly way. */
  void close();
}

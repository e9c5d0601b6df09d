package org.inferscope.compute.worker.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call that is counted for as long as it is open: until its answer is out, or it is given up. On
 * gRPC's threads.
 *
 * @param <Q> what is asked
 */
final class Leaving<Q> extends SimpleForwardingServerCallListener<Q> {
  private final Runnable leave;
  private final AtomicBoolean left = new AtomicBoolean();

  private Leaving(ServerCall.Listener<Q> calls, Runnable leave) {
    super(calls);
    this.leave = leave;
  }

  /**
   * Lets a call in that has been counted.
   *
   * @param leave takes it off the count; called once, also where it cannot be let in
   */
  static <Q, A> ServerCall.Listener<Q> start(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next, Runnable leave) {
    try {
      return new Leaving<>(next.startCall(call, headers), leave);
    } catch (RuntimeException | Error e) {
      leave.run();
      throw e;
    }
  }

  @Override
  public void onComplete() {
    leaveOnce();
    super.onComplete();
  }

  @Override
  public void onCancel() {
    leaveOnce();
    super.onCancel();
  }

  private void leaveOnce() {
    if (left.compareAndSet(false, true)) {
      leave.run();
    }
  }
}

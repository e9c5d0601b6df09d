package org.inferscope.compute.worker.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * Turns what goes wrong while a call arrives into a status and a sentence, where gRPC would tell of
 * an unknown error; and tells of the call's end. On gRPC's threads.
 *
 * @param <Q> what is asked
 */
final class GuardedCall<Q> extends SimpleForwardingServerCallListener<Q> {
  private final ServerCall<Q, ?> call;
  private final Runnable over;
  private boolean failed;

  GuardedCall(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call, Runnable over) {
    super(listener);
    this.call = call;
    this.over = over;
  }

  @Override
  public void onMessage(Q message) {
    if (!failed) {
      try {
        super.onMessage(message);
      } catch (RuntimeException | Error e) {
        fail(Statuses.of(e));
      }
    }
  }

  @Override
  public void onHalfClose() {
    if (!failed) {
      try {
        super.onHalfClose();
      } catch (RuntimeException | Error e) {
        fail(Statuses.of(e));
      }
    }
  }

  private void fail(Status status) {
    failed = true;
    over.run();
    call.close(status, new Metadata());
  }

  @Override
  public void onCancel() {
    super.onCancel();
    over.run();
  }

  @Override
  public void onComplete() {
    super.onComplete();
    over.run();
  }
}

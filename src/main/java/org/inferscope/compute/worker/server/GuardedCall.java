package org.inferscope.compute.worker.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.inferscope.text.Texts;

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

  /** The message is taken apart in here, see {@link WorkerServer}. */
  @Override
  public void onMessage(Q message) {
    if (!failed) {
      try {
        super.onMessage(message);
      } catch (RuntimeException | Error e) {
        fail(isMalformed(e) ? malformed() : Statuses.of(e));
      }
    }
  }

  private static boolean isMalformed(Throwable error) {
    return Status.fromThrowable(error).getCode() == Status.Code.INTERNAL;
  }

  private static Status malformed() {
    return Status.INVALID_ARGUMENT.withDescription(Texts.get("server.malformed"));
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

package org.inferscope.compute.worker.server;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.inferscope.compute.worker.server.Holdings.Held;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/**
 * Fills a tensor with parts as they come. They come on gRPC's thread, a few ahead, and go to the
 * device on its own.
 */
final class UploadRun implements DeviceCall<Uploaded>, StreamObserver<UploadPart> {
  /** How many parts may be on their way at a time, so that neither side waits for the other. */
  private static final int AHEAD = 4;

  private static final long SLICE_NANOS = 20_000_000;

  private final Holdings holdings;
  private final ServerCallStreamObserver<Uploaded> call;
  private final Queue<UploadPart> parts = new ConcurrentLinkedQueue<>();
  private volatile boolean complete;
  private Runnable wake = () -> {};

  private @Nullable Held target;
  private long handle;
  private long filled;

  private UploadRun(Session session, ServerCallStreamObserver<Uploaded> call) {
    holdings = session.holdings;
    this.call = call;
  }

  /** Begins the upload that arrives on this thread. */
  static StreamObserver<UploadPart> begin(
      Session session, String title, ServerCallStreamObserver<Uploaded> call) {
    UploadRun run = new UploadRun(session, call);
    call.disableAutoRequest();
    run.wake = session.submit(title, call, run);
    call.request(AHEAD);
    return run;
  }

  @Override
  public void onNext(UploadPart part) {
    parts.add(part);
    wake.run();
  }

  /** Seen by the device thread as a call that is cancelled. */
  @Override
  public void onError(Throwable error) {}

  @Override
  public void onCompleted() {
    complete = true;
    wake.run();
  }

  @Override
  public boolean step(Turn<Uploaded> turn) {
    long start = System.nanoTime();
    // Before looking for parts: after it there are no more.
    boolean all = complete;
    for (UploadPart part = parts.poll(); part != null; part = parts.poll()) {
      take(part, turn);
      call.request(1);
      if (System.nanoTime() - start > SLICE_NANOS) {
        wake.run();
        return true;
      }
      turn.checkCancelled();
    }
    if (all) {
      finish(turn);
    }
    return !all;
  }

  private void take(UploadPart part, Turn<Uploaded> turn) {
    Held held = target;
    if (held == null) {
      handle = part.getTensor();
      held = holdings.reserve(turn.backend(), handle, part.getSize());
      target = held;
    } else {
      Args.require(part.getTensor() == 0, "tensor", part.getTensor(), "named by the first part");
    }
    float[] numbers = Floats.of(part.getValues());
    long room = held.tensor.size() - filled;
    Args.require(numbers.length <= room, "values", filled + numbers.length, "at most the size");
    turn.backend().write(numbers, held.tensor, filled);
    filled += numbers.length;
  }

  private void finish(Turn<Uploaded> turn) {
    Held held = target;
    if (held == null) {
      throw new IllegalArgumentException("'parts' must be at least one");
    }
    Args.require(filled == held.tensor.size(), "values", filled, "as many as the size");
    turn.backend().synchronize();
    holdings.name(handle, held);
    turn.send(Uploaded.newBuilder().setSize(filled).build());
  }

  /** Frees what was not filled. */
  @Override
  public void ended() {
    parts.clear();
    if (target != null) {
      holdings.drop(target);
    }
  }
}

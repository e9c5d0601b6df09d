package org.inferscope.compute.worker.server;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.inferscope.compute.worker.proto.Uploaded;
import org.inferscope.compute.worker.server.Holdings.Held;
import org.inferscope.tensor.Args;
import org.jspecify.annotations.Nullable;

/**
 * Fills a tensor with parts as they come. They come on gRPC's thread, a few ahead, and go to the
 * device on its own.
 */
final class UploadRun implements DeviceCall<Uploaded>, StreamObserver<Part> {
  /** What may be on its way at a time, so that neither side waits for the other. */
  private static final int AHEAD_BYTES = 16 << 20;

  private static final int FIRST_AHEAD = 2;
  private static final int MOST_AHEAD = 64;

  private static final long SLICE_NANOS = 20_000_000;

  private final Holdings holdings;
  private final PartMarshaller arrays;
  private final ServerCallStreamObserver<Uploaded> call;
  private final Queue<Part> parts = new ConcurrentLinkedQueue<>();
  private volatile boolean complete;
  private Runnable wake = () -> {};

  private @Nullable Held target;
  private long handle;
  private long filled;

  private UploadRun(
      Session session, PartMarshaller arrays, ServerCallStreamObserver<Uploaded> call) {
    holdings = session.holdings;
    this.arrays = arrays;
    this.call = call;
  }

  /** Begins the upload that arrives on this thread. */
  static StreamObserver<Part> begin(
      Session session,
      PartMarshaller arrays,
      String title,
      ServerCallStreamObserver<Uploaded> call) {
    UploadRun run = new UploadRun(session, arrays, call);
    call.disableAutoRequest();
    run.wake = session.submit(title, call, run);
    call.request(FIRST_AHEAD);
    return run;
  }

  @Override
  public void onNext(Part part) {
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
    for (Part part = parts.poll(); part != null; part = parts.poll()) {
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

  private void take(Part part, Turn<Uploaded> turn) {
    if (part == Part.MALFORMED) {
      throw Refusals.malformedPart();
    }
    Held held = target;
    if (held == null) {
      handle = part.tensor;
      held = holdings.reserve(turn.backend(), handle, part.size);
      target = held;
      askAhead(part);
    } else {
      Args.require(part.tensor == 0, "tensor", part.tensor, "named by the first part");
    }
    long room = held.tensor.size() - filled;
    Args.require(part.count() <= room, "values", filled + part.count(), "at most the size");
    if (part.numbers != null) {
      turn.backend().write(part.numbers, held.tensor, filled);
      arrays.giveBack(part.numbers);
    }
    filled += part.count();
  }

  /** Asks for more parts at a time where they are small. */
  private void askAhead(Part first) {
    int fit = AHEAD_BYTES / Math.max(1, first.count() * Float.BYTES);
    call.request(Math.max(1, Math.min(MOST_AHEAD, fit) - FIRST_AHEAD));
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

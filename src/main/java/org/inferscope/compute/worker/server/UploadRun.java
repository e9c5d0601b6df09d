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
  /** What may lie here or be asked for at a time, so that neither side waits for the other. */
  private static final long AHEAD_BYTES = 16 << 20;

  /** What a part takes besides its numbers, by and large, so that empty ones count, too. */
  private static final int AROUND = 1 << 10;

  /** Nobody knows how long a part is that has been asked for and is not here. */
  private static final long LONGEST = PartMarshaller.MOST_BYTES + AROUND;

  private static final long SLICE_NANOS = 20_000_000;

  private final Holdings holdings;
  private final PartMarshaller arrays;
  private final ServerCallStreamObserver<Uploaded> call;
  private final Queue<Part> parts = new ConcurrentLinkedQueue<>();
  private volatile boolean complete;
  private Runnable wake = () -> {};

  /** Whether there is a tensor to take numbers, so that they may be asked for ahead. */
  private volatile boolean begun;

  /** Whether the call has ended; what still comes then is let go of. */
  private volatile boolean over;

  /** Whether a step found no part. Device thread. */
  private boolean hungry;

  /** What lies here. Guarded by this. */
  private long lying;

  /** Parts asked for and not here. Guarded by this. */
  private int asked;

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
    run.ask();
    return run;
  }

  @Override
  public void onNext(Part part) {
    synchronized (this) {
      asked--;
      lying += bytes(part);
    }
    if (!over) {
      parts.add(part);
      ask();
      wake.run();
    }
  }

  private static long bytes(Part part) {
    return AROUND + (long) part.count() * Float.BYTES;
  }

  /** Asks for as many parts as there is room for, however long they are; at first for one. */
  private void ask() {
    int more = more();
    if (more > 0) {
      call.request(more);
    }
  }

  private synchronized int more() {
    int room = (int) ((AHEAD_BYTES - lying) / LONGEST) - asked;
    int more = Math.max(0, begun ? room : 1 - asked - parts.size());
    asked += more;
    return more;
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
      taken(part);
      take(part, turn);
      ask();
      if (System.nanoTime() - start > SLICE_NANOS) {
        hungry = false;
        return true;
      }
      turn.checkCancelled();
    }
    hungry = true;
    if (all) {
      finish(turn);
    }
    return !all;
  }

  @Override
  public boolean waitsForInput() {
    return hungry;
  }

  private synchronized void taken(Part part) {
    lying -= bytes(part);
  }

  private void take(Part part, Turn<Uploaded> turn) {
    if (part == Part.MALFORMED) {
      throw Refusals.malformedPart();
    }
    if (part == Part.TOO_LONG) {
      throw Refusals.tooLongPart();
    }
    Held held = target;
    if (held == null) {
      handle = part.tensor;
      held = holdings.reserve(turn.backend(), handle, part.size);
      target = held;
      begun = true;
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
    over = true;
    parts.clear();
    if (target != null) {
      holdings.drop(target);
    }
  }
}

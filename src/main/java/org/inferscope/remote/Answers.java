package org.inferscope.remote;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers to one call, taken one by one by a thread that may give up in between. Asks
 * for the next only when the last was taken, so that a slow reader holds the server up and not the
 * memory.
 */
final class Answers<Q, A> implements ClientResponseObserver<Q, A> {
  private static final long LOOK_MILLIS = 20;

  private final BlockingQueue<Entry<A>> arrived = new LinkedBlockingQueue<>();
  private final LongSupplier othersServed;
  private final LongSupplier nanoClock;
  private @Nullable ClientCallStreamObserver<Q> call;

  /**
   * Those of a call to be made.
   *
   * @param othersServed how often the server has said that it serves others meanwhile
   * @param nanoClock any thread
   */
  Answers(LongSupplier othersServed, LongSupplier nanoClock) {
    this.othersServed = othersServed;
    this.nanoClock = nanoClock;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
    started.disableAutoRequestWithInitial(1);
  }

  @Override
  public void onNext(A answer) {
    arrived.add(new Entry<>(answer, null));
  }

  @Override
  public void onError(Throwable error) {
    arrived.add(new Entry<>(null, error));
  }

  @Override
  public void onCompleted() {
    arrived.add(new Entry<>(null, null));
  }

  /**
   * Waits for the next. As long as the server says that it serves others, that is no silence.
   *
   * @param silence how long to wait at most
   * @param checkpoint called some times a second; what it throws ends the call and is passed on
   * @return empty after the last
   * @throws CallFailed with what the call failed with, also if nothing came in that time
   */
  Optional<A> next(Duration silence, Runnable checkpoint) throws CallFailed {
    long start = nanoClock.getAsLong();
    long served = othersServed.getAsLong();
    boolean taken = false;
    try {
      Entry<A> entry = arrived.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (entry == null) {
        checkpoint.run();
        if (othersServed.getAsLong() != served) {
          served = othersServed.getAsLong();
          start = nanoClock.getAsLong();
        }
        if (nanoClock.getAsLong() - start > silence.toNanos()) {
          throw new CallFailed(Status.DEADLINE_EXCEEDED.asRuntimeException());
        }
        entry = arrived.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      taken = true;
      return open(entry);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server computes", e);
    } finally {
      if (!taken) {
        cancel();
      }
    }
  }

  private Optional<A> open(Entry<A> entry) throws CallFailed {
    if (entry.error != null) {
      throw new CallFailed(entry.error);
    }
    if (entry.answer != null && call != null) {
      call.request(1);
    }
    return Optional.ofNullable(entry.answer);
  }

  /** Ends the call, if it has not ended. */
  void cancel() {
    if (call != null) {
      call.cancel("no longer wanted", null);
    }
  }

  /** What came: an answer, a failure, or the end. */
  private record Entry<A>(@Nullable A answer, @Nullable Throwable error) {}

  /** A call failed; the cause says with what. */
  static final class CallFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Throwable reason;

    CallFailed(Throwable reason) {
      super(reason);
      this.reason = reason;
    }

    Throwable reason() {
      return reason;
    }
  }
}

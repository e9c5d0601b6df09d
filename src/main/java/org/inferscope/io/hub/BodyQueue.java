package org.inferscope.io.hub;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, taken piece by piece by a thread that can stop waiting at any time; a
 * stream would hold it until the server says something. The client's threads put in, one thread
 * takes out; at most {@link #AHEAD} pieces wait between them.
 */
final class BodyQueue implements BodySubscriber<BodyQueue> {
  private static final int AHEAD = 64;
  private static final long LOOK_MILLIS = 50;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private final Deque<ByteBuffer> taken = new ArrayDeque<>();
  private boolean ended;

  /** Bytes, or the end, or the break. */
  private record Event(List<ByteBuffer> bytes, boolean last, @Nullable Throwable error) {}

  /** Given out at once, while the bytes are still to come. */
  @Override
  public CompletionStage<BodyQueue> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription made) {
    subscription.set(made);
    made.request(AHEAD);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    events.add(new Event(List.copyOf(bytes), false, null));
  }

  @Override
  public void onError(Throwable error) {
    events.add(new Event(List.of(), true, error));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), true, null));
  }

  /**
   * The next bytes; empty at the end.
   *
   * @param silence how long to wait for them
   * @param waiting called now and then while nothing comes
   * @throws IOException if the connection broke or nothing came in time
   */
  Optional<ByteBuffer> next(Duration silence, Runnable waiting, StopSign stop) throws IOException {
    while (taken.isEmpty() && !ended) {
      Event event = await(silence, waiting, stop);
      if (event.error() != null) {
        throw new IOException(event.error());
      }
      taken.addAll(event.bytes());
      ended = event.last();
      request();
    }
    return Optional.ofNullable(taken.poll());
  }

  private Event await(Duration silence, Runnable waiting, StopSign stop) throws IOException {
    long end = System.nanoTime() + silence.toNanos();
    try {
      while (true) {
        stop.check();
        Event event = events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          return event;
        }
        waiting.run();
        if (System.nanoTime() - end > 0) {
          throw new HttpTimeoutException("silent for " + silence.toMillis() + " ms");
        }
      }
    } catch (InterruptedException e) {
      throw StopSign.interrupted();
    }
  }

  private void request() {
    Flow.Subscription current = subscription.get();
    if (current != null && !ended) {
      current.request(1);
    }
  }

  /** Ends the connection, should there be more to come. */
  void cancel() {
    Flow.Subscription current = subscription.get();
    if (current != null) {
      current.cancel();
    }
  }
}

package org.inferscope.compute.worker;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Hello;
import org.inferscope.compute.worker.proto.Usage;
import org.inferscope.compute.worker.proto.Welcome;
import org.jspecify.annotations.Nullable;

/** The call that a session lives as long as. Told of on the line's thread. */
final class Attachment implements ClientResponseObserver<Hello, Event> {
  private final CompletableFuture<Welcome> welcome = new CompletableFuture<>();
  private final Consumer<Throwable> broken;
  private final AtomicLong othersServed = new AtomicLong();
  private volatile DeviceUsage usage = DeviceUsage.NONE;
  private @Nullable ClientCallStreamObserver<Hello> call;

  /**
   * A call to be made.
   *
   * @param broken hears of the end of a session that had begun
   */
  Attachment(Consumer<Throwable> broken) {
    this.broken = broken;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Hello> requests) {
    call = requests;
  }

  @Override
  public void onNext(Event event) {
    if (event.hasWelcome()) {
      welcome.complete(event.getWelcome());
    } else if (event.hasUsage()) {
      usage = of(event.getUsage());
    } else {
      othersServed.incrementAndGet();
    }
  }

  private static DeviceUsage of(Usage told) {
    return new DeviceUsage(
        told.getHeldBytes(), told.getRunning(), told.getWaiting(), told.getClients());
  }

  @Override
  public void onError(Throwable error) {
    if (!welcome.completeExceptionally(error)) {
      broken.accept(error);
    }
  }

  @Override
  public void onCompleted() {
    onError(new IllegalStateException("the session has ended"));
  }

  /** What the worker says first. */
  CompletableFuture<Welcome> welcome() {
    return welcome;
  }

  DeviceUsage usage() {
    return usage;
  }

  /** How often it was said that others are served meanwhile. */
  long othersServed() {
    return othersServed.get();
  }

  /** Ends the session. */
  void cancel() {
    ClientCallStreamObserver<Hello> begun = call;
    if (begun != null) {
      begun.cancel("no longer needed", null);
    }
  }
}

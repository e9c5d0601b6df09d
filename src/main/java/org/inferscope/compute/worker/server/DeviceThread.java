package org.inferscope.compute.worker.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.compute.worker.server.FairQueue.Turning;
import org.inferscope.compute.worker.server.Place.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the backend: it loads it, gives every call its turns, and closes it
 * in the end.
 */
final class DeviceThread {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);
  private static final long LEAVE_MILLIS = 5_000;

  private final BackendLoader loader;
  private final FairQueue queue;
  private final CompletableFuture<Backend> loaded = new CompletableFuture<>();
  private final Thread thread = Daemons.thread("inferscope-device", this::work);
  private volatile Optional<Call<?>> running = Optional.empty();

  DeviceThread(BackendLoader loader, FairQueue queue) {
    this.loader = loader;
    this.queue = queue;
  }

  void start() {
    thread.start();
  }

  /** The backend, or why there is none. Any thread. */
  CompletionStage<Backend> loaded() {
    return loaded;
  }

  /** What is computed on, as well as that is known by now. Any thread. */
  Device device() {
    return loaded.isDone() && !loaded.isCompletedExceptionally()
        ? loaded.join().device()
        : loader.device();
  }

  /** For calls, which begin after it has been loaded. */
  Backend backend() {
    return loaded.join();
  }

  void runs(Optional<Call<?>> call) {
    running = call;
  }

  /** What runs, in words; empty if nothing does. Any thread. */
  String running() {
    return running.map(Call::running).orElse("");
  }

  private void work() {
    try {
      loaded.complete(loader.load());
    } catch (Exception | Error e) {
      LOG.warn("{} cannot be loaded", loader.device().backend(), e);
      loaded.completeExceptionally(e);
    }
    try {
      turns();
    } catch (InterruptedException e) {
      LOG.warn("Interrupted", e);
    } finally {
      close();
    }
  }

  private void close() {
    if (!loaded.isCompletedExceptionally()) {
      loaded.join().close();
    }
  }

  private void turns() throws InterruptedException {
    for (Optional<Turning> next = queue.take(); next.isPresent(); next = queue.take()) {
      Turning turn = next.get();
      long start = System.nanoTime();
      Next then = step(turn);
      turn.place().ifPresent(place -> queue.done(place, then, System.nanoTime() - start));
    }
  }

  private static Next step(Turning turn) {
    try {
      return turn.steps().step();
    } catch (RuntimeException | Error e) {
      Statuses.unexpected(e);
      return Next.END;
    }
  }

  /** Ends once what is urgent has been done; waits for that, but not for ever. */
  void end() {
    queue.close();
    try {
      thread.join(LEAVE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("The device is still busy");
    }
  }
}

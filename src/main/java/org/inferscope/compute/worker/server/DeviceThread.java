package org.inferscope.compute.worker.server;

import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceLostException;
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

  /** Another one from when the device is lost. */
  private volatile CompletableFuture<Backend> loaded = new CompletableFuture<>();

  /** What is done about a loss; nothing is where whoever made this process sees to that. */
  private Optional<DeviceCare> care = Optional.empty();

  private final Thread thread = Daemons.thread("inferscope-device", this::work);
  private volatile boolean ending;
  private volatile Optional<Call<?>> running = Optional.empty();

  DeviceThread(BackendLoader loader, FairQueue queue) {
    this.loader = loader;
    this.queue = queue;
  }

  /** Has losses seen to; before it starts. */
  void care(DeviceCare what) {
    care = Optional.of(what);
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
    return ready(loaded).map(Backend::device).orElseGet(loader::device);
  }

  private static Optional<Backend> ready(CompletableFuture<Backend> loaded) {
    return loaded.isDone() && !loaded.isCompletedExceptionally()
        ? Optional.of(loaded.join())
        : Optional.empty();
  }

  /**
   * For calls, which begin after it has been loaded. Device thread.
   *
   * @throws io.grpc.StatusRuntimeException UNAVAILABLE if it has been lost since
   */
  Backend backend() {
    return ready(loaded).orElseThrow(Refusals::deviceLost);
  }

  /** What a call ends with whose step has thrown something, which may be the device's loss. */
  Status failed(Session session, Throwable error) {
    if (error instanceof DeviceLostException lost && care.isPresent()) {
      CompletableFuture<Backend> mine = loaded;
      // Where it has been given up, the loss is known.
      if (ready(mine).isPresent()) {
        care.get().lost(mine, lost);
      }
      if (session.hasEnded()) {
        return session.gone();
      }
    }
    return Statuses.of(error);
  }

  /** Forgets a backend that is lost; false if that was so before. Any thread. */
  synchronized boolean forget(CompletableFuture<Backend> lost) {
    boolean first = loaded == lost;
    if (first) {
      loaded = new CompletableFuture<>();
    }
    return first;
  }

  /** Whether the server ends. Any thread. */
  boolean isEnding() {
    return ending;
  }

  /** There will be no backend any more. Any thread. */
  void giveUp(DeviceLostException why) {
    loaded.completeExceptionally(why);
  }

  void runs(Optional<Call<?>> call) {
    running = call;
  }

  /** What runs, in words; empty if nothing does. Any thread. */
  String running() {
    return running.map(Call::running).orElse("");
  }

  /** Loads the backend, for the first time or again. Device thread. */
  void load() {
    CompletableFuture<Backend> mine = loaded;
    try {
      Backend backend = loader.load();
      care.ifPresent(DeviceCare::ready);
      mine.complete(backend);
      care.ifPresent(each -> each.watch(mine));
    } catch (Exception | Error e) {
      LOG.warn("{} cannot be loaded", loader.device().backend(), e);
      mine.completeExceptionally(e);
      care.ifPresent(each -> each.failed(e));
    }
  }

  private void work() {
    load();
    try {
      turns();
    } catch (InterruptedException e) {
      LOG.warn("Interrupted", e);
    } finally {
      close();
    }
  }

  private void close() {
    ready(loaded).ifPresent(Backend::close);
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
    ending = true;
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

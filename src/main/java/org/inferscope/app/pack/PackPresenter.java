package org.inferscope.app.pack;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.inferscope.app.pack.PackState.Phase;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.StopSign;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets the GPU pack, says how it goes, and removes it. Event thread; see the package. */
public final class PackPresenter {
  private static final Logger LOG = LoggerFactory.getLogger(PackPresenter.class);

  private final PackStore store;
  private final Executor work;
  private final Executor events;
  private final Runnable packChanged;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private PackState state = PackState.first();
  private @Nullable StopSign running;

  /**
   * A presenter that has not looked yet.
   *
   * @param work runs what waits for disk and network, one after the other
   * @param events runs what it is given on the event thread, in order
   * @param packChanged called once the pack has come or gone
   */
  public PackPresenter(PackStore store, Executor work, Executor events, Runnable packChanged) {
    this.store = store;
    this.work = work;
    this.events = events;
    this.packChanged = packChanged;
  }

  PackState state() {
    return state;
  }

  /** Calls the listener after each change. */
  public Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void turnTo(PackState next) {
    state = next;
    listeners.forEach(Runnable::run);
  }

  /** Looks for what is there; after a while a listener hears of it. Not while something runs. */
  public void look() {
    if (!state.isBusy()) {
      run(this::lookNow);
    }
  }

  /** On the work's thread. */
  private void lookNow() {
    PackFacts facts = store.look();
    events.execute(() -> turnTo(state.knowing(facts)));
  }

  /** Downloads the pack, or goes on with it. */
  void install() {
    if (state.isBusy() || !state.facts().isToGet()) {
      return;
    }
    StopSign stop = new StopSign();
    running = stop;
    turnTo(state.in(Phase.RUNNING));
    run(() -> install(stop));
  }

  /** On the work's thread. */
  private void install(StopSign stop) {
    AtomicReference<@Nullable DownloadProgress> newest = new AtomicReference<>();
    Consumer<DownloadProgress> listener =
        progress -> {
          if (newest.getAndSet(progress) == null) {
            events.execute(() -> show(newest.getAndSet(null)));
          }
        };
    try {
      store.install(listener, stop);
      lookNow();
      events.execute(() -> end(state.achieved(Texts.get("gpupack.done"))));
      events.execute(packChanged);
    } catch (CancellationException e) {
      lookNow();
      events.execute(() -> end(state.in(Phase.RESTING)));
    }
  }

  private void show(@Nullable DownloadProgress progress) {
    if (progress != null && state.phase() == Phase.RUNNING) {
      turnTo(state.at(progress));
    }
  }

  private void end(PackState next) {
    running = null;
    turnTo(next);
  }

  /** Whatever fails ends in a sentence, and what is there is looked for again. */
  private void run(Runnable step) {
    work.execute(
        () -> {
          try {
            step.run();
          } catch (InferscopeException e) {
            LOG.info("The GPU pack", e);
            fail(e.sentence());
          } catch (RuntimeException | Error e) {
            fail(Texts.get("gpupack.unexpected"));
            throw e;
          }
        });
  }

  private void fail(String sentence) {
    events.execute(() -> end(state.failed(sentence)));
    try {
      lookNow();
    } catch (RuntimeException e) {
      // The first failure is the one to tell.
      LOG.info("The GPU pack could not be looked at either", e);
    }
  }

  /** Pauses the download; what has come so far stays. */
  void pause() {
    if (running != null && state.phase() == Phase.RUNNING) {
      turnTo(state.pausing());
      running.stop();
    }
  }

  /** Asks whether to remove the pack. */
  void askToRemove() {
    boolean there =
        state.facts().state() == PackFacts.State.HERE
            || state.facts().state() == PackFacts.State.PART;
    if (!state.isBusy() && there) {
      turnTo(state.in(Phase.ASKING));
    }
  }

  /** Leaves the pack where it is after all. */
  void keep() {
    if (state.phase() == Phase.ASKING) {
      turnTo(state.in(Phase.RESTING));
    }
  }

  /** Removes the pack, once a person has confirmed it. */
  void remove() {
    if (state.phase() == Phase.ASKING) {
      turnTo(state.in(Phase.REMOVING));
      run(this::removeNow);
    }
  }

  /** On the work's thread. */
  private void removeNow() {
    String freed = Numbers.bytes((double) store.remove());
    lookNow();
    events.execute(() -> end(state.achieved(Texts.get("gpupack.removed", freed))));
    events.execute(packChanged);
  }

  /** Ends a download with the program. */
  public void close() {
    if (running != null) {
      running.stop();
    }
  }

  /** Whether a download runs. */
  public boolean isRunning() {
    return state.phase() == Phase.RUNNING || state.phase() == Phase.PAUSING;
  }

  /** Whether the pack could be had and is not there. */
  public boolean isMissing() {
    return state.facts().isToGet();
  }

  /** How much of the running download is there, from 0 to 1. */
  public double fraction() {
    return state.progress().map(DownloadProgress::fraction).orElse(0.0);
  }

  /** Why the last thing that was asked for failed; empty if it did not. */
  public String error() {
    return state.error();
  }

  /** What was achieved a moment ago; empty if nothing was. */
  public String done() {
    return state.done();
  }
}

package org.inferscope.app.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.inferscope.app.models.GetModelState.Phase;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.KnownModel;
import org.inferscope.io.hub.ModelId;
import org.inferscope.io.hub.ModelSource.Wish;
import org.inferscope.io.hub.ModelsFolder.Presence;
import org.inferscope.io.hub.ModelsFolder.State;
import org.inferscope.io.hub.StopSign;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses a model, downloads it, and says how it goes. Event thread; see the package. */
public final class GetModelPresenter {
  private static final Logger LOG = LoggerFactory.getLogger(GetModelPresenter.class);

  private final ModelShop shop;
  private final Executor events;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Path>> finished = new CopyOnWriteArrayList<>();
  private GetModelState state = GetModelState.first();
  private @Nullable StopSign running;

  /**
   * A presenter that has looked for nothing yet.
   *
   * @param events runs what it is given on the event thread, in order
   */
  public GetModelPresenter(ModelShop shop, Executor events) {
    this.shop = shop;
    this.events = events;
  }

  GetModelState state() {
    return state;
  }

  /** Calls the listener after each change. */
  public Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Calls the listener with the folder of each model that was downloaded. */
  public Registration onFinished(Consumer<Path> listener) {
    finished.add(listener);
    return () -> finished.remove(listener);
  }

  private void turnTo(GetModelState next) {
    state = next;
    listeners.forEach(Runnable::run);
  }

  /** Looks again for what is there; after a while a listener hears of it. */
  public void look() {
    Optional<ModelId> other = state.size().isPresent() ? Optional.empty() : idOf(state.name());
    shop.files()
        .execute(
            () -> {
              Map<ModelId, Presence> found = new HashMap<>();
              for (KnownModel known : KnownModel.values()) {
                found.put(known.id(), shop.models().look(known.id()));
              }
              other.ifPresent(id -> found.put(id, shop.models().look(id)));
              events.execute(() -> turnTo(state.knowing(found)));
            });
  }

  /** Chooses one of the published models; not while a download runs. */
  void choose(KnownModel size) {
    if (!state.isBusy() && !state.size().equals(Optional.of(size))) {
      turnTo(state.chosen(Optional.of(size), state.name()));
    }
  }

  /** Chooses the model of a name, which need not be one yet; not while a download runs. */
  void chooseNamed(String name) {
    boolean same = state.size().isEmpty() && state.name().equals(name);
    if (!state.isBusy() && !same) {
      turnTo(state.chosen(Optional.empty(), name));
      look();
    }
  }

  /** The chosen model, if what was typed is a name. */
  Optional<ModelId> id() {
    return state.size().map(KnownModel::id).or(() -> idOf(state.name()));
  }

  private static Optional<ModelId> idOf(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(new ModelId(name.strip()));
    } catch (InferscopeException e) {
      return Optional.empty();
    }
  }

  /** Where the chosen model is or will be. */
  Optional<Path> folder() {
    return id().map(
            id ->
                Optional.ofNullable(state.found().get(id))
                    .map(Presence::folder)
                    .orElseGet(() -> id.in(shop.models().folder())));
  }

  /** How much of the chosen model is there, as far as that is known. */
  State presence() {
    return id().map(state::stateOf).orElse(State.ABSENT);
  }

  /** How many bytes of the chosen model's download are there. */
  long partBytes() {
    return id().map(state.found()::get).map(Presence::bytes).orElse(0L);
  }

  /** Whether the chosen model is there, and need not be downloaded. */
  boolean isThere() {
    return state.phase() == Phase.DONE || presence() == State.HERE || presence() == State.CACHED;
  }

  /** Downloads the chosen model, or goes on with it. */
  void start() {
    if (state.isBusy() || isThere()) {
      return;
    }
    ModelId id;
    try {
      id = state.size().map(KnownModel::id).orElseGet(() -> new ModelId(state.name().strip()));
    } catch (InferscopeException e) {
      turnTo(state.misnamed(e.sentence()));
      return;
    }
    StopSign stop = new StopSign();
    running = stop;
    turnTo(state.in(Phase.RUNNING));
    Wish wish = new Wish(id, Wish.MAIN, id.in(shop.models().folder()));
    shop.downloads().execute(() -> download(wish, stop));
  }

  /** On the download's thread. */
  private void download(Wish wish, StopSign stop) {
    AtomicReference<@Nullable DownloadProgress> newest = new AtomicReference<>();
    Consumer<DownloadProgress> listener =
        progress -> {
          if (newest.getAndSet(progress) == null) {
            events.execute(() -> show(newest.getAndSet(null), stop));
          }
        };
    try {
      Path folder = shop.source().get(wish, listener, stop);
      events.execute(() -> done(folder));
    } catch (CancellationException e) {
      events.execute(() -> end(state.in(Phase.CHOOSING)));
    } catch (InferscopeException e) {
      LOG.info("A download failed", e);
      events.execute(() -> end(state.failed(e.sentence())));
    } catch (RuntimeException | Error e) {
      events.execute(() -> end(state.failed(Texts.get("models.unexpected"))));
      throw e;
    }
  }

  private void show(@Nullable DownloadProgress progress, StopSign stop) {
    if (progress != null && state.phase() == Phase.RUNNING && stop.equals(running)) {
      turnTo(state.at(progress));
    }
  }

  private void done(Path folder) {
    end(state.in(Phase.DONE));
    finished.forEach(listener -> listener.accept(folder));
  }

  private void end(GetModelState next) {
    running = null;
    turnTo(next);
    look();
  }

  /** Cancels the download; what has come so far stays. */
  void cancel() {
    if (running != null && state.phase() == Phase.RUNNING) {
      turnTo(state.in(Phase.STOPPING));
      running.stop();
    }
  }

  /** Ends the download with the program. */
  public void close() {
    if (running != null) {
      running.stop();
    }
  }

  /** Whether a download runs. */
  public boolean isRunning() {
    return state.isBusy();
  }

  /** Whether the chosen model has just been downloaded. */
  public boolean isDone() {
    return state.phase() == Phase.DONE;
  }

  /** The name of the chosen model. */
  public String name() {
    return id().map(ModelId::text).orElse("");
  }

  /** How much of the running download is there, from 0 to 1. */
  public double fraction() {
    return state.progress().map(DownloadProgress::fraction).orElse(0.0);
  }

  /** Why the last download failed; empty if it did not. */
  public String error() {
    return state.phase() == Phase.FAILED ? state.error() : "";
  }
}

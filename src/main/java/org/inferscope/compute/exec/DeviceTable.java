package org.inferscope.compute.exec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The devices, best first, and which one is in use. Any thread. */
final class DeviceTable {
  private final LongSupplier clock;
  private final List<Slot> slots = new ArrayList<>();

  /** What a person asked for; empty for the best of all. */
  private String chosen = "";

  /** Whether all finders have been asked at least once. */
  private boolean searched;

  private boolean closed;

  /** What is to be done about a loss, by whoever holds no lock. */
  enum AfterLoss {
    /** It was not one of this table's, or is known already. */
    NOTHING,
    /** The backend is to be closed. */
    CLOSE,
    /** It is to be closed, and the device to be loaded once more. */
    RELOAD
  }

  DeviceTable(Backend fallback, List<BackendLoader> loaders, boolean search, LongSupplier clock) {
    this.clock = clock;
    searched = !search;
    loaders.forEach(loader -> slots.add(new Slot(Slot.Origin.BUILT_IN, loader)));
    slots.add(new Slot(fallback));
  }

  synchronized boolean isSearching() {
    return !searched;
  }

  synchronized List<DeviceStatus> all() {
    return slots.stream().map(Slot::status).toList();
  }

  /** The device in use, with the reason if it is not the wanted one. */
  synchronized DeviceStatus active() {
    Slot used = inUse();
    return new DeviceStatus(used.device, DeviceState.READY, reason(used));
  }

  private String reason(Slot used) {
    String standIn = used.device.backend();
    if (!chosen.isEmpty() && find(chosen).isEmpty()) {
      return searched
          ? Texts.get("compute.standIn.gone", chosen, standIn)
          : Texts.get("compute.standIn.searching", chosen, standIn);
    }
    Slot wanted = wanted();
    if (wanted == used) {
      return "";
    }
    return switch (wanted.state) {
      case UNAVAILABLE -> Texts.get("compute.standIn.unavailable", wanted.reason, standIn);
      case IDLE, LOADING, READY ->
          wanted.reason.isEmpty()
              ? Texts.get("compute.standIn.loading", wanted.device.backend(), standIn)
              : Texts.get("compute.standIn.again", wanted.reason, standIn);
    };
  }

  synchronized Backend backend() {
    return Objects.requireNonNull(inUse().backend, "a device that is ready has a backend");
  }

  /** The backend of a device that is ready. */
  synchronized Optional<Backend> backend(String id) {
    return find(id).map(slot -> slot.backend);
  }

  /** What is chosen, whether it is there or not. */
  synchronized void prefer(String id) {
    chosen = id;
  }

  /** Chooses one that is there, and forgives it its losses. */
  synchronized void choose(String id) {
    Slot slot = slot(id);
    if (slot.state == DeviceState.UNAVAILABLE) {
      if (!slot.given) {
        throw new InferscopeException(slot.reason);
      }
      slot.state = DeviceState.IDLE;
    }
    slot.restarts.forgive();
    slot.given = false;
    chosen = id;
  }

  /**
   * The loader of a device that is wanted and that nobody has begun to load; it counts as begun.
   */
  synchronized Optional<BackendLoader> beginWanted() {
    return Stream.concat(find(chosen).stream(), slots.stream().filter(Slot::isPreferred))
        .filter(Slot::isPossible)
        .findFirst()
        .filter(slot -> slot.state == DeviceState.IDLE)
        .flatMap(this::begin);
  }

  /** The loader of a device that is neither ready nor being loaded; it counts as begun. */
  synchronized Optional<BackendLoader> beginTest(String id) {
    Slot slot = slot(id);
    boolean resting = slot.state == DeviceState.IDLE || slot.state == DeviceState.UNAVAILABLE;
    return resting ? begin(slot) : Optional.empty();
  }

  private Optional<BackendLoader> begin(Slot slot) {
    slot.state = DeviceState.LOADING;
    return Optional.ofNullable(slot.loader);
  }

  synchronized DeviceStatus status(String id) {
    return slot(id).status();
  }

  /**
   * Follows a device that is there now.
   *
   * @return tells at any later time what is known of it; empty once it was removed or replaced
   */
  synchronized Supplier<Optional<DeviceStatus>> follow(String id) {
    Slot slot = slot(id);
    return () -> statusOf(slot);
  }

  private synchronized Optional<DeviceStatus> statusOf(Slot slot) {
    return slots.contains(slot) ? Optional.of(slot.status()) : Optional.empty();
  }

  /** A backend has been loaded; false if it came too late, and is the caller's to close. */
  synchronized boolean loaded(BackendLoader loader, Backend backend) {
    Optional<Slot> mine =
        closed ? Optional.empty() : of(loader).filter(slot -> slot.backend == null);
    mine.ifPresent(
        slot -> {
          slot.backend = backend;
          slot.state = DeviceState.READY;
          slot.reason = "";
          slot.given = false;
          slot.restarts.ready(clock.getAsLong());
          if (backend.device().id().equals(slot.id())) {
            slot.device = backend.device();
          }
        });
    return mine.isPresent();
  }

  /** A device turned out to be of no use, for a reason in words. */
  synchronized void failed(BackendLoader loader, String reason) {
    of(loader)
        .ifPresent(
            slot -> {
              slot.state = DeviceState.UNAVAILABLE;
              slot.reason = reason;
            });
  }

  /** A backend is of no use any more. */
  synchronized AfterLoss lost(Backend backend, DeviceLostException why) {
    Slot slot = slots.stream().filter(each -> each.backend == backend).findFirst().orElse(null);
    if (closed || slot == null || slot.loader == null) {
      return AfterLoss.NOTHING;
    }
    slot.backend = null;
    slot.reason = why.sentence();
    if (!slot.restarts.again(clock.getAsLong())) {
      slot.state = DeviceState.UNAVAILABLE;
      slot.reason = Texts.get("compute.lost.again", why.sentence());
      slot.given = true;
      return AfterLoss.CLOSE;
    }
    slot.state = DeviceState.LOADING;
    return AfterLoss.RELOAD;
  }

  /** The loader of a device. */
  synchronized Optional<BackendLoader> loader(Backend lost) {
    return find(lost.device().id()).map(slot -> slot.loader);
  }

  /**
   * Takes what finders have found in place of what they had found before. What is in use or being
   * loaded stays.
   *
   * @return those that are to be loaded at once
   */
  synchronized List<BackendLoader> found(List<BackendLoader> found) {
    searched = true;
    slots.removeIf(slot -> isFound(slot) && isResting(slot));
    for (BackendLoader loader : found) {
      if (find(loader.device().id()).isEmpty()) {
        slots.add(Slot.found(loader));
      }
    }
    for (Slot slot : slots) {
      if (slot.origin == Slot.Origin.BUILT_IN && slot.state == DeviceState.UNAVAILABLE) {
        slot.state = DeviceState.LOADING;
      }
    }
    sort();
    return slots.stream()
        .filter(slot -> slot.state == DeviceState.LOADING && slot.backend == null)
        .flatMap(slot -> Stream.ofNullable(slot.loader))
        .filter(loader -> !loader.onDemand())
        .toList();
  }

  private static boolean isFound(Slot slot) {
    return slot.origin == Slot.Origin.FOUND || slot.origin == Slot.Origin.FOUND_TOO;
  }

  private static boolean isResting(Slot slot) {
    return slot.state == DeviceState.IDLE || slot.state == DeviceState.UNAVAILABLE;
  }

  /** Adds a device; gives back the backend of the one it replaces, to be closed. */
  synchronized Optional<Backend> add(BackendLoader loader) {
    Optional<Backend> old = take(loader.device().id());
    slots.add(new Slot(Slot.Origin.ADDED, loader));
    sort();
    return old;
  }

  /** Forgets a device that was added; gives back its backend, to be closed. */
  synchronized Optional<Backend> remove(String id) {
    if (slot(id).origin != Slot.Origin.ADDED) {
      throw new InferscopeException(Texts.get("compute.device.notAdded", id));
    }
    if (chosen.equals(id)) {
      chosen = "";
    }
    return take(id);
  }

  private Optional<Backend> take(String id) {
    Optional<Slot> old = find(id);
    old.ifPresent(slots::remove);
    return old.map(slot -> slot.backend);
  }

  private void sort() {
    slots.sort(Comparator.comparing(slot -> slot.origin));
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Frees the backends; on the thread that uses them. */
  void close() {
    for (Backend backend : closing()) {
      backend.close();
    }
  }

  private synchronized List<Backend> closing() {
    closed = true;
    return slots.stream().flatMap(slot -> Stream.ofNullable(slot.backend)).toList();
  }

  /** What should be in use: what was chosen, or else the best. */
  private Slot wanted() {
    return find(chosen)
        .or(() -> slots.stream().filter(Slot::isPreferred).findFirst())
        .orElseThrow();
  }

  private Slot inUse() {
    Slot wanted = wanted();
    if (wanted.isReady()) {
      return wanted;
    }
    return slots.stream()
        .filter(slot -> slot.isReady() && slot.isPreferred())
        .findFirst()
        .orElseThrow();
  }

  private Optional<Slot> of(BackendLoader loader) {
    return slots.stream().filter(slot -> isSame(slot.loader, loader)).findFirst();
  }

  @SuppressWarnings("ReferenceEquality") // a device that was replaced has another loader
  private static boolean isSame(@Nullable BackendLoader one, BackendLoader other) {
    return one == other;
  }

  private Optional<Slot> find(String id) {
    return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
  }

  private Slot slot(String id) {
    return find(id)
        .orElseThrow(() -> new InferscopeException(Texts.get("compute.device.unknown", id)));
  }
}

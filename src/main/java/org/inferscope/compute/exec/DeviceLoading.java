package org.inferscope.compute.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendFinder;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Losable;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for devices and loads their backends, on threads of its own, and enters them into the
 * table. Any thread.
 */
final class DeviceLoading {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLoading.class);
  private static final String THREAD = "inferscope-loader";
  private static final long IDLE_SECONDS = 1;

  private final DeviceTable devices;
  private final List<BackendLoader> loaders;
  private final List<BackendFinder> finders;
  private final Runnable changed;
  private final AtomicBoolean started = new AtomicBoolean();

  /** As many as there are devices being loaded: one that hangs must not keep others waiting. */
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> Daemons.thread(THREAD, work));

  DeviceLoading(
      DeviceTable devices,
      List<BackendLoader> loaders,
      List<BackendFinder> finders,
      Runnable changed) {
    this.devices = devices;
    this.loaders = loaders.stream().filter(loader -> !loader.onDemand()).toList();
    this.finders = List.copyOf(finders);
    this.changed = changed;
  }

  void start() {
    if (!started.getAndSet(true)) {
      threads.execute(
          () -> {
            loadAll(loaders);
            if (!finders.isEmpty()) {
              search();
            }
            loadWanted();
          });
    }
  }

  /** Looks for devices once more; whoever listens hears of it in any case. */
  void refresh() {
    threads.execute(
        () -> {
          search();
          loadWanted();
        });
  }

  private void search() {
    List<BackendLoader> found = new ArrayList<>();
    for (BackendFinder finder : finders) {
      try {
        found.addAll(finder.find());
      } catch (RuntimeException | Error e) {
        LOG.error("Looking for devices failed", e);
      }
    }
    List<BackendLoader> atOnce = devices.found(found);
    changed.run();
    loadAll(atOnce);
  }

  private void loadAll(List<BackendLoader> all) {
    for (BackendLoader loader : all) {
      if (devices.isClosed()) {
        return;
      }
      load(loader);
      changed.run();
    }
  }

  /** Loads the device that is wanted, or the next best after one that fails; in the background. */
  void wantedChanged() {
    if (started.get()) {
      threads.execute(this::loadWanted);
    }
  }

  private void loadWanted() {
    Optional<BackendLoader> next = beginWanted();
    while (next.isPresent()) {
      changed.run();
      load(next.get());
      changed.run();
      next = beginWanted();
    }
  }

  private Optional<BackendLoader> beginWanted() {
    return devices.isClosed() ? Optional.empty() : devices.beginWanted();
  }

  /** Loads one device that counts as begun, and then calls. */
  void load(BackendLoader loader, Runnable then) {
    threads.execute(
        () -> {
          load(loader);
          changed.run();
          then.run();
          loadWanted();
        });
  }

  /** A backend is of no use any more: its device is started again by itself, once. */
  void lost(Backend backend, DeviceLostException why) {
    Optional<BackendLoader> loader = devices.loader(backend);
    DeviceTable.AfterLoss next = devices.lost(backend, why);
    if (next == DeviceTable.AfterLoss.NOTHING) {
      return;
    }
    LOG.warn("{}", why.sentence(), why);
    changed.run();
    threads.execute(
        () -> {
          close(backend);
          if (next == DeviceTable.AfterLoss.RELOAD && !devices.isClosed()) {
            loader.ifPresent(this::load);
            changed.run();
          }
          loadWanted();
        });
  }

  /**
   * One that is lost is closed by no more than forgetting it; nothing of that concerns a person.
   */
  private static void close(Backend backend) {
    try {
      backend.close();
    } catch (RuntimeException | Error e) {
      LOG.info("A backend that was lost could not be closed", e);
    }
  }

  private void load(BackendLoader loader) {
    Device device = loader.device();
    try {
      Backend backend = SelfTest.passed(loader.load());
      if (devices.loaded(loader, backend)) {
        LOG.info("{} on {} is ready", backend.device().backend(), backend.device().name());
        if (backend instanceof Losable losable) {
          losable.whenLost(why -> lost(backend, why));
        }
      } else {
        backend.close();
      }
    } catch (Exception | Error e) {
      String reason = reason(device, e);
      LOG.warn("{}", reason, e);
      devices.failed(loader, reason);
    }
  }

  /** What went wrong with a device, in a sentence. */
  static String reason(Device device, Throwable error) {
    if (error instanceof InferscopeException known) {
      return known.sentence();
    }
    String message =
        Objects.requireNonNullElse(told(error).getMessage(), "").lines().findFirst().orElse("");
    String detail = message.isBlank() ? error.getClass().getSimpleName() : shortened(message);
    return error instanceof LinkageError
        ? Texts.get("compute.load.native", device.backend(), detail)
        : Texts.get("compute.load.failed", device.backend(), detail);
  }

  /** Of errors in loading native code the first: which file it was, and what is wrong with it. */
  private static Throwable told(Throwable error) {
    Throwable first = error;
    while (first instanceof LinkageError && first.getCause() instanceof LinkageError cause) {
      first = cause;
    }
    return first;
  }

  /** Without the list of all folders that Java has searched. */
  private static String shortened(String message) {
    return message.replaceFirst("(in java\\.library\\.path):.*", "$1").strip();
  }
}

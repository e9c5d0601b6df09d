package org.inferscope.compute.exec;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads backends one after the other on a thread of its own, and enters them into the table. */
final class DeviceLoading {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLoading.class);

  private final DeviceTable devices;
  private final List<BackendLoader> loaders;
  private final Runnable changed;
  private final AtomicBoolean started = new AtomicBoolean();

  DeviceLoading(DeviceTable devices, List<BackendLoader> loaders, Runnable changed) {
    this.devices = devices;
    this.loaders = List.copyOf(loaders);
    this.changed = changed;
  }

  void start() {
    if (!started.getAndSet(true)) {
      Daemons.thread("inferscope-loader", this::loadAll).start();
    }
  }

  private void loadAll() {
    for (BackendLoader loader : loaders) {
      if (devices.isClosed()) {
        return;
      }
      load(loader);
      changed.run();
    }
  }

  private void load(BackendLoader loader) {
    Device device = loader.device();
    try {
      Backend backend = tested(loader.load());
      if (devices.loaded(device.id(), backend)) {
        LOG.info("{} on {} is ready", device.backend(), device.name());
      } else {
        backend.close();
      }
    } catch (Exception | Error e) {
      String reason = reason(device, e);
      LOG.warn("{}", reason, e);
      devices.failed(device.id(), reason);
    }
  }

  /** The backend, once it has shown that it computes; closed if it does not. */
  private static Backend tested(Backend backend) {
    boolean good = false;
    try {
      SelfTest.check(backend);
      good = true;
      return backend;
    } finally {
      if (!good) {
        backend.close();
      }
    }
  }

  private static String reason(Device device, Throwable error) {
    if (error instanceof InferscopeException known) {
      return known.sentence();
    }
    String message =
        Objects.requireNonNullElse(error.getMessage(), "").lines().findFirst().orElse("");
    String detail = message.isBlank() ? error.getClass().getSimpleName() : shortened(message);
    return error instanceof LinkageError
        ? Texts.get("compute.load.native", device.backend(), detail)
        : Texts.get("compute.load.failed", device.backend(), detail);
  }

  /** Without the list of all folders that Java has searched. */
  private static String shortened(String message) {
    return message.replaceFirst("(in java\\.library\\.path):.*", "$1").strip();
  }
}

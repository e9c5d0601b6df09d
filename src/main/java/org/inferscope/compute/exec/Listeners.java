package org.inferscope.compute.exec;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;

/** The service's listeners, told the newest state by merged calls. Any thread. */
final class Listeners {
  private final Callbacks callbacks;
  private final ComputeService service;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  Listeners(Callbacks callbacks, ComputeService service) {
    this.callbacks = callbacks;
    this.service = service;
  }

  Registration add(ServiceListener listener) {
    Entry entry = new Entry(listener);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  void devicesChanged() {
    entries.forEach(entry -> entry.devices.run());
  }

  void jobsChanged() {
    entries.forEach(entry -> entry.jobs.run());
  }

  /** One listener and its two signals. */
  private final class Entry {
    private final Runnable devices;
    private final Runnable jobs;

    Entry(ServiceListener listener) {
      devices = signal(() -> listener.devicesChanged(service.active(), service.devices()));
      jobs = signal(() -> listener.jobsChanged(service.jobs()));
    }

    /** A call already queued when the listener is taken away must not reach it. */
    private Runnable signal(Runnable call) {
      return callbacks.merging(
          () -> {
            if (entries.contains(this)) {
              call.run();
            }
          });
    }
  }
}

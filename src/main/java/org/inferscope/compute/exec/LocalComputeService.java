package org.inferscope.compute.exec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendFinder;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.Interruptible;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on the devices there are. Starts on a backend that is there at once; better ones are
 * looked for and loaded in the background after {@link #start}, and used from then on. A device
 * that is lost is started again by itself, once, while jobs run on the next best. The thread
 * protocol is in the package's description.
 */
public final class LocalComputeService implements ComputeService {
  private final Callbacks callbacks;
  private final DeviceTable devices;
  private final DeviceLoading loading;
  private final Listeners listeners;
  private final ThreadPoolExecutor worker = Daemons.single("inferscope-compute");
  private final Map<String, JobLane> lanes = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LocalJob.Host host = new Host();

  /** Held while the running job changes, so that an interrupt hits the job it is meant for. */
  private final Object turn = new Object();

  private volatile @Nullable LocalJob<?> running;
  private volatile @Nullable Backend backendInUse;

  /**
   * A service whose jobs can run at once.
   *
   * @param callbacks calls listeners, one after the other and in order: the event thread's queue in
   *     the app, {@code Runnable::run} in tests
   * @param fallback what jobs run on until something better is there; closed with the service
   * @param loaders the better ones, best first; not asked before {@link #start}
   */
  public LocalComputeService(Executor callbacks, Backend fallback, List<BackendLoader> loaders) {
    this(callbacks, fallback, loaders, List.of());
  }

  /**
   * A service that looks for more devices once it is started.
   *
   * @param finders asked one after the other in the background; what they find is better than what
   *     {@code loaders} give, if it is preferred
   */
  public LocalComputeService(
      Executor callbacks,
      Backend fallback,
      List<BackendLoader> loaders,
      List<BackendFinder> finders) {
    this(callbacks, fallback, loaders, finders, System::nanoTime);
  }

  LocalComputeService(
      Executor callbacks,
      Backend fallback,
      List<BackendLoader> loaders,
      List<BackendFinder> finders,
      LongSupplier clock) {
    this.callbacks = new Callbacks(callbacks);
    this.devices = new DeviceTable(fallback, loaders, !finders.isEmpty(), clock);
    this.listeners = new Listeners(this.callbacks, this);
    this.loading = new DeviceLoading(devices, loaders, finders, listeners::devicesChanged);
  }

  /**
   * Begins to look for the better devices, on a thread of its own. Once; later calls do nothing.
   */
  public void start() {
    loading.start();
  }

  /**
   * Chooses a device as {@link #use} does, which need not be known yet, or never be: until it is
   * found, and if it is not, the reason in {@link #active} says so.
   *
   * @param deviceId such as one that was chosen last time
   */
  public void prefer(String deviceId) {
    devices.prefer(deviceId);
    loading.wantedChanged();
    listeners.devicesChanged();
  }

  @Override
  public DeviceStatus active() {
    return devices.active();
  }

  @Override
  public boolean isSearching() {
    return devices.isSearching();
  }

  @Override
  public List<DeviceStatus> devices() {
    return devices.all();
  }

  @Override
  public void use(String deviceId) {
    devices.choose(deviceId);
    loading.wantedChanged();
    listeners.devicesChanged();
  }

  @Override
  public void test(String deviceId, Consumer<DeviceStatus> told) {
    Device device = devices.status(deviceId).device();
    Supplier<Optional<DeviceStatus>> known = devices.follow(deviceId);
    Runnable tell =
        () -> {
          DeviceStatus found = tested(device, known.get());
          callbacks.call(() -> told.accept(found));
        };
    Optional<BackendLoader> loader = devices.beginTest(deviceId);
    if (loader.isPresent()) {
      listeners.devicesChanged();
      loading.load(loader.get(), tell);
    } else if (devices.backend(deviceId).isPresent()) {
      testReady(device, known, told);
    } else {
      tell.run();
    }
  }

  /** What is known of a device that is to have been tested, and may be gone by now. */
  private static DeviceStatus tested(Device device, Optional<DeviceStatus> now) {
    return now.map(status -> status.isReady() ? passed(status.device()) : status)
        .orElseGet(() -> gone(device));
  }

  private static DeviceStatus gone(Device device) {
    String reason = Texts.get("compute.test.gone", device.name());
    return new DeviceStatus(device, DeviceState.UNAVAILABLE, reason);
  }

  private static DeviceStatus passed(Device device) {
    return new DeviceStatus(
        device,
        DeviceState.READY,
        Texts.get("compute.test.passed", device.backend(), device.name()));
  }

  /** On the compute thread, after the jobs that wait, since a backend is for one thread. */
  private void testReady(
      Device device, Supplier<Optional<DeviceStatus>> known, Consumer<DeviceStatus> told) {
    submit(
        new JobRequest<>(
            Texts.get("compute.test.title", device.name()),
            context -> {
              known.get().flatMap(here -> devices.backend(device.id())).ifPresent(this::check);
              return tested(device, known.get());
            }),
        outcome -> {
          if (outcome instanceof Outcome.Done<DeviceStatus> done) {
            told.accept(done.value());
          } else if (outcome instanceof Outcome.Failed<DeviceStatus> failed) {
            String reason = failed.error().sentence();
            told.accept(new DeviceStatus(device, DeviceState.UNAVAILABLE, reason));
          } else {
            told.accept(known.get().orElseGet(() -> gone(device)));
          }
        });
  }

  private void check(Backend backend) {
    try {
      SelfTest.check(backend);
    } catch (DeviceLostException e) {
      loading.lost(backend, e);
      throw e;
    }
  }

  @Override
  public void refresh() {
    loading.refresh();
  }

  @Override
  public void add(BackendLoader device) {
    devices.add(device).ifPresent(this::closeSoon);
    loading.wantedChanged();
    listeners.devicesChanged();
  }

  @Override
  public void remove(String deviceId) {
    devices.remove(deviceId).ifPresent(this::closeSoon);
    loading.wantedChanged();
    listeners.devicesChanged();
  }

  /** On the compute thread, which may be using it. */
  private void closeSoon(Backend backend) {
    try {
      worker.execute(backend::close);
    } catch (RejectedExecutionException e) {
      backend.close(); // the service is closed, and nothing computes any more
    }
  }

  @Override
  public DeviceUsage usage() {
    return devices.backend().usage();
  }

  @Override
  public JobsStatus jobs() {
    return new JobsStatus(Optional.ofNullable(running), waiting());
  }

  /** Tasks that close backends are in the queue, too, but are no jobs. */
  private int waiting() {
    return closed.get()
        ? 0
        : (int) worker.getQueue().stream().filter(LocalJob.class::isInstance).count();
  }

  @Override
  public <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener) {
    LocalJob<T> job = newJob(request, listener);
    enqueue(job);
    return job;
  }

  <T> LocalJob<T> newJob(JobRequest<T> request, JobListener<T> listener) {
    return new LocalJob<>(request, listener, callbacks, host);
  }

  void enqueue(LocalJob<?> job) {
    try {
      worker.execute(job);
      listeners.jobsChanged();
    } catch (RejectedExecutionException e) {
      job.cancel();
    }
  }

  @Override
  public JobLane lane(String name) {
    return lanes.computeIfAbsent(name, key -> new LocalLane(key, this));
  }

  @Override
  public Registration addListener(ServiceListener listener) {
    return listeners.add(listener);
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    for (Runnable waiting : worker.getQueue().toArray(new Runnable[0])) {
      cancel(waiting);
    }
    cancel(running);
    worker.execute(devices::close);
    worker.shutdown();
  }

  private static void cancel(@Nullable Runnable task) {
    if (task instanceof LocalJob<?> job) {
      job.cancel();
    }
  }

  /** What jobs say to the service. */
  private final class Host implements LocalJob.Host {

    @Override
    public Backend started(LocalJob<?> job) {
      Backend backend = devices.backend();
      synchronized (turn) {
        running = job;
        backendInUse = backend;
      }
      if (closed.get()) {
        // Got in between the sweep over the queue and the end of the worker.
        job.cancel();
      }
      listeners.jobsChanged();
      return backend;
    }

    @Override
    public void cancelled(LocalJob<?> job) {
      synchronized (turn) {
        if (running == job && backendInUse instanceof Interruptible backend) {
          backend.cancelCurrent();
        }
      }
    }

    @Override
    public void lost(Backend backend, DeviceLostException why) {
      loading.lost(backend, why);
    }

    @Override
    public void progressed() {
      listeners.jobsChanged();
    }

    @Override
    public void ended(LocalJob<?> job) {
      worker.remove(job);
      listeners.jobsChanged();
    }

    @Override
    public void left() {
      synchronized (turn) {
        running = null;
        backendInUse = null;
      }
      listeners.jobsChanged();
    }
  }
}

package org.inferscope.compute.exec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs in this process. Starts on a backend that is there at once; better ones are loaded in
 * the background after {@link #start}, and used from then on. The thread protocol is in the
 * package's description.
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
  private volatile @Nullable LocalJob<?> running;

  /**
   * A service whose jobs can run at once.
   *
   * @param callbacks calls listeners, one after the other and in order: the event thread's queue in
   *     the app, {@code Runnable::run} in tests
   * @param fallback what jobs run on until something better is there; closed with the service
   * @param loaders the better ones, best first; not asked before {@link #start}
   */
  public LocalComputeService(Executor callbacks, Backend fallback, List<BackendLoader> loaders) {
    this.callbacks = new Callbacks(callbacks);
    this.devices = new DeviceTable(fallback, loaders);
    this.listeners = new Listeners(this.callbacks, this);
    this.loading = new DeviceLoading(devices, loaders, listeners::devicesChanged);
  }

  /** Begins to load the better backends, on a thread of its own. Once; later calls do nothing. */
  public void start() {
    loading.start();
  }

  @Override
  public DeviceStatus active() {
    return devices.active();
  }

  @Override
  public List<DeviceStatus> devices() {
    return devices.all();
  }

  @Override
  public void use(String deviceId) {
    devices.choose(deviceId);
    listeners.devicesChanged();
  }

  @Override
  public JobsStatus jobs() {
    return new JobsStatus(Optional.ofNullable(running), waiting());
  }

  /** The task that closes the backends is in the queue, too, but is no job. */
  private int waiting() {
    return closed.get() ? 0 : worker.getQueue().size();
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
      running = job;
      if (closed.get()) {
        // Got in between the sweep over the queue and the end of the worker.
        job.cancel();
      }
      listeners.jobsChanged();
      return devices.backend();
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
      running = null;
      listeners.jobsChanged();
    }
  }
}

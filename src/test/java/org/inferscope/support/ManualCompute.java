package org.inferscope.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.reference.ReferenceBackend;
import org.jspecify.annotations.Nullable;

/** A compute service that runs its jobs when told to, on the calling thread. */
public final class ManualCompute implements ComputeService {
  /** More than any test has to do at a time. */
  private static final int MOST = 10_000;

  private Backend backend = new ReferenceBackend();
  private final List<ServiceListener> listeners = new ArrayList<>();
  private final Deque<ManualJob<?>> jobs = new ArrayDeque<>();
  private final Map<String, JobLane> lanes = new HashMap<>();
  private DeviceStatus active = DeviceStatus.ready(backend.device());
  private @Nullable InferscopeException failure;
  private int submitted;
  private boolean closed;

  /** Runs every waiting job, and those that follow from them. */
  public void runAll() {
    for (int i = 0; !jobs.isEmpty(); i++) {
      if (i == MOST) {
        throw new AssertionError("jobs are begun for ever: " + jobs.getFirst().title());
      }
      jobs.removeFirst().run();
    }
  }

  /** Runs the job that has waited longest. */
  public void runOne() {
    jobs.removeFirst().run();
  }

  public int waiting() {
    return jobs.size();
  }

  public int submitted() {
    return submitted;
  }

  /** Lets every job from now on fail. */
  public void failWith(InferscopeException error) {
    failure = error;
  }

  /** Says that another device is in use now. */
  public void change(String id) {
    active = DeviceStatus.ready(new Device(id, id, DeviceKind.CPU, id));
    List.copyOf(listeners).forEach(each -> each.devicesChanged(active, List.of(active)));
  }

  /** Computes on another device from now on; once that one is lost, on the reference again. */
  public void change(Backend to) {
    backend = to;
    change(to.device().id());
  }

  /** As the app's service: jobs that start from now on run elsewhere. */
  private void moveFrom(Backend gone) {
    if (gone == backend) {
      change(new ReferenceBackend());
    }
  }

  @Override
  public DeviceStatus active() {
    return active;
  }

  @Override
  public List<DeviceStatus> devices() {
    return List.of(active);
  }

  @Override
  public void use(String deviceId) {
    change(deviceId);
  }

  @Override
  public void test(String deviceId, Consumer<DeviceStatus> told) {
    told.accept(active);
  }

  @Override
  public void refresh() {}

  @Override
  public void add(BackendLoader device) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String deviceId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobsStatus jobs() {
    return JobsStatus.IDLE;
  }

  @Override
  public <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener) {
    submitted++;
    ManualJob<T> job = new ManualJob<>(request, listener);
    jobs.addLast(job);
    return job;
  }

  @Override
  public JobLane lane(String name) {
    return lanes.computeIfAbsent(name, this::newLane);
  }

  private JobLane newLane(String name) {
    return new JobLane() {
      private @Nullable Job<?> latest;

      @Override
      public String name() {
        return name;
      }

      @Override
      public <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener) {
        if (latest instanceof ManualJob<?> before) {
          before.superseded = true; // it falls silent
          jobs.remove(before);
        }
        Job<T> job = ManualCompute.this.submit(request, listener);
        latest = job;
        return job;
      }

      @Override
      public void cancel() {
        Job<?> job = latest;
        if (job != null) {
          job.cancel();
        }
      }
    };
  }

  @Override
  public Registration addListener(ServiceListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** As the app's service: whatever is submitted from now on is cancelled. */
  @Override
  public void close() {
    jobs.clear();
    closed = true;
  }

  private final class ManualJob<T> implements Job<T>, JobContext {
    private final JobRequest<T> request;
    private final JobListener<T> listener;
    private @Nullable Outcome<T> outcome;
    private Backend used = backend;
    private boolean superseded;

    ManualJob(JobRequest<T> request, JobListener<T> listener) {
      this.request = request;
      this.listener = listener;
    }

    void run() {
      if (closed) {
        finish(new Outcome.Cancelled<>());
        return;
      }
      InferscopeException error = failure;
      used = backend;
      Outcome<T> ended;
      try {
        ended =
            error == null
                ? new Outcome.Done<>(request.work().run(this))
                : new Outcome.Failed<>(error);
      } catch (DeviceLostException e) {
        moveFrom(used);
        ended = new Outcome.Failed<>(e);
      } catch (InferscopeException e) {
        ended = new Outcome.Failed<>(e);
      } catch (CancellationException e) {
        return; // the listener has been told
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      finish(ended);
    }

    private void finish(Outcome<T> ended) {
      if (outcome == null) {
        outcome = ended;
        if (!superseded) {
          listener.finished(ended);
        }
      }
    }

    @Override
    public String title() {
      return request.title();
    }

    @Override
    public Progress progress() {
      return new Progress(Progress.UNKNOWN, "");
    }

    @Override
    public void cancel() {
      jobs.remove(this);
      finish(new Outcome.Cancelled<>());
    }

    @Override
    public Optional<Outcome<T>> outcome() {
      return Optional.ofNullable(outcome);
    }

    @Override
    public Backend backend() {
      return used;
    }

    @Override
    public void progress(double fraction, String message) {
      if (!isCancelled()) {
        listener.progressed(new Progress(fraction, message));
      }
    }

    @Override
    public void lost(DeviceLostException why) {
      moveFrom(used);
    }

    @Override
    public boolean isCancelled() {
      return outcome instanceof Outcome.Cancelled<T>;
    }

    @Override
    public void checkCancelled() {
      if (isCancelled()) {
        throw new CancellationException();
      }
    }
  }
}

package org.inferscope.compute.exec;

import java.lang.ref.WeakReference;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.jspecify.annotations.Nullable;

/** A lane of the local service. */
final class LocalLane implements JobLane {
  private final String name;
  private final LocalComputeService service;

  /** Weak, so that a lane at rest does not keep its last result alive; work under way does. */
  private WeakReference<@Nullable LocalJob<?>> current = new WeakReference<>(null);

  LocalLane(String name, LocalComputeService service) {
    this.name = name;
    this.service = service;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public <T> Job<T> submit(JobRequest<T> request, JobListener<T> listener) {
    LocalJob<T> job = service.newJob(request, listener);
    LocalJob<?> older = replace(job);
    if (older != null) {
      older.supersede();
    }
    service.enqueue(job);
    return job;
  }

  @Override
  public void cancel() {
    LocalJob<?> job = current();
    if (job != null) {
      job.cancel();
    }
  }

  private synchronized @Nullable LocalJob<?> current() {
    return current.get();
  }

  private synchronized @Nullable LocalJob<?> replace(LocalJob<?> newer) {
    LocalJob<?> older = current.get();
    current = new WeakReference<>(newer);
    return older;
  }
}

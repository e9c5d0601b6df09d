package org.inferscope.compute.exec;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: its state, its run on the compute thread and what its listener is told. */
final class LocalJob<T> implements Job<T>, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);

  private final JobRequest<T> request;
  private final JobListener<T> listener;
  private final Callbacks callbacks;
  private final Runnable tellProgress;
  private final Host host;
  private final AtomicReference<@Nullable Outcome<T>> outcome = new AtomicReference<>();
  private volatile Progress progress = Progress.NONE;
  private volatile boolean superseded;

  /** Who runs jobs. Called on any thread, without locks. */
  interface Host {

    /** The backend for a job that starts now; the job has the compute thread from now on. */
    Backend started(LocalJob<?> job);

    /** The job is no longer wanted; what it does just now may be broken off. */
    void cancelled(LocalJob<?> job);

    /** The job has found that its device is gone. */
    void lost(Backend backend, DeviceLostException why);

    /** The job has come further. */
    void progressed();

    /** The job has its outcome; its work may still be running. */
    void ended(LocalJob<?> job);

    /** The job's work has returned. */
    void left();
  }

  LocalJob(JobRequest<T> request, JobListener<T> listener, Callbacks callbacks, Host host) {
    this.request = request;
    this.listener = listener;
    this.callbacks = callbacks;
    this.host = host;
    this.tellProgress = callbacks.merging(this::deliverProgress);
  }

  @Override
  public String title() {
    return request.title();
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public Optional<Outcome<T>> outcome() {
    return Optional.ofNullable(outcome.get());
  }

  @Override
  public void cancel() {
    if (end(new Outcome.Cancelled<>())) {
      host.cancelled(this);
    }
  }

  boolean hasEnded() {
    return outcome.get() != null;
  }

  /** A newer job has taken this one's place: it is cancelled, and its listener hears no more. */
  void supersede() {
    superseded = true;
    cancel();
  }

  /** Does the work unless it is no longer wanted; on the compute thread. */
  @Override
  public void run() {
    if (hasEnded()) {
      return;
    }
    try {
      Backend backend = host.started(this);
      if (!hasEnded()) {
        end(new Outcome.Done<>(run(backend)));
      }
    } catch (CancellationException e) {
      // Cancelled from outside, or of no use any more, as where what it works on has been closed.
      end(new Outcome.Cancelled<>());
    } catch (Exception | Error e) {
      fail(e);
    } finally {
      host.left();
    }
  }

  private T run(Backend backend) throws Exception {
    try {
      return request.work().run(new Context(backend));
    } catch (DeviceLostException e) {
      host.lost(backend, e);
      throw e;
    }
  }

  /** The first outcome stays; whatever comes later is dropped. Whether this was the first. */
  private boolean end(Outcome<T> ended) {
    if (!outcome.compareAndSet(null, ended)) {
      return false;
    }
    host.ended(this);
    callbacks.call(
        () -> {
          // Looked at as late as possible: the result may have been on its way already.
          if (!superseded) {
            listener.finished(ended);
          }
        });
    return true;
  }

  /** Logs what nobody expected, before anyone is told to look into the log. */
  private void fail(Throwable error) {
    InferscopeException told = told(error);
    if (told != error && !hasEnded()) {
      LOG.error("Job \"{}\" failed", title(), error);
    } else if (told != error) {
      LOG.debug("Job \"{}\" failed after it was cancelled", title(), error);
    }
    end(new Outcome.Failed<>(told));
  }

  private InferscopeException told(Throwable error) {
    if (error instanceof InferscopeException known) {
      return known;
    }
    if (error instanceof OutOfMemoryError) {
      return new InferscopeException(Texts.get("compute.job.memory", title()), error);
    }
    return new InferscopeException(Texts.get("compute.job.unexpected", title()), error);
  }

  private void deliverProgress() {
    if (!hasEnded()) {
      listener.progressed(progress);
    }
  }

  /** What the work sees of this job. */
  private final class Context implements JobContext {
    private final Backend backend;

    Context(Backend backend) {
      this.backend = backend;
    }

    @Override
    public Backend backend() {
      return backend;
    }

    @Override
    public void progress(double fraction, String message) {
      if (!hasEnded()) {
        progress = new Progress(fraction, message);
        tellProgress.run();
        host.progressed();
      }
    }

    @Override
    public void lost(DeviceLostException why) {
      host.lost(backend, why);
    }

    @Override
    public boolean isCancelled() {
      return hasEnded();
    }

    @Override
    public void checkCancelled() {
      if (hasEnded()) {
        throw new CancellationException();
      }
    }
  }
}

package org.inferscope.model.gpt2;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.Backend;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that is used through the compute service: loaded by the first job, again when the device
 * has been changed, freed by the last. Methods may be called on any thread and none waits; the
 * model itself is touched on the compute thread only.
 */
public final class Gpt2Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gpt2Session.class);

  /** A conversion gives the compute thread back after so long. */
  private static final long TURN_NANOS = 30_000_000;

  private final ComputeService compute;
  private final Gpt2Weights weights;

  /** Compute thread. */
  private @Nullable Gpt2 loaded;

  private volatile boolean closed;

  /** What a job does with the model. */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Computes an immutable value on the compute thread; as {@link org.inferscope.compute.Work}.
     */
    T run(Gpt2 model, JobContext context) throws Exception;
  }

  /**
   * A session; nothing is loaded yet.
   *
   * @param weights that stay open until {@link #close} has told so
   */
  public Gpt2Session(ComputeService compute, Gpt2Weights weights) {
    this.compute = compute;
    this.weights = weights;
  }

  /** A job that uses the model, to be submitted to the service or to a lane of it. */
  public <T> JobRequest<T> request(String title, Work<T> work) {
    return new JobRequest<>(title, context -> work.run(model(context), context));
  }

  /**
   * Makes weights of another format and changes over to them, in turns between other jobs, which go
   * on with the weights there are. Once it has been changed over, a change of device goes back to
   * 32 bits.
   *
   * @param listener hears how far it is, and of the end
   */
  public void convert(DType format, JobListener<DType> listener) {
    submitTurn(format, Optional.empty(), listener);
  }

  private void submitTurn(
      DType format, Optional<Gpt2.Conversion> begun, JobListener<DType> listener) {
    String title = Texts.get("gpt2.converting", format.label());
    compute.submit(
        request(title, (model, context) -> turn(model, format, begun, context)),
        new JobListener<>() {
          @Override
          public void finished(Outcome<Gpt2.Conversion> outcome) {
            if (outcome instanceof Outcome.Done<Gpt2.Conversion> done) {
              Gpt2.Conversion conversion = done.value();
              if (conversion.isComplete()) {
                listener.finished(new Outcome.Done<>(format));
              } else {
                listener.progressed(new Progress(conversion.fraction(), title));
                submitTurn(format, Optional.of(conversion), listener);
              }
            } else if (outcome instanceof Outcome.Failed<Gpt2.Conversion> failed) {
              listener.finished(new Outcome.Failed<>(failed.error()));
            } else {
              listener.finished(new Outcome.Cancelled<>());
            }
          }
        });
  }

  private static Gpt2.Conversion turn(
      Gpt2 model, DType format, Optional<Gpt2.Conversion> begun, JobContext context) {
    Gpt2.Conversion conversion = begun.filter(model::isOwn).orElseGet(() -> model.convert(format));
    long start = System.nanoTime();
    do {
      context.checkCancelled();
      conversion.step();
    } while (!conversion.isComplete() && System.nanoTime() - start < TURN_NANOS);
    if (conversion.isComplete()) {
      model.use(conversion);
    }
    return conversion;
  }

  /** The model on the device in use. */
  private Gpt2 model(JobContext context) {
    if (closed) {
      throw new CancellationException();
    }
    Backend backend = context.backend();
    Gpt2 model = loaded;
    if (model == null || !model.backend().equals(backend)) {
      free();
      model = Gpt2.load(backend, weights, context::checkCancelled);
      loaded = model;
    }
    return model;
  }

  private void free() {
    Gpt2 model = loaded;
    loaded = null;
    if (model != null) {
      try {
        model.close();
      } catch (DeviceLostException e) {
        // Not this job's device, which the service would take it for: what it held is gone.
        LOG.debug("The device of a model is lost", e);
      }
    }
  }

  /**
   * Frees the model after the jobs that run now; later ones are cancelled.
   *
   * @param freed told once nothing uses the weights any more, on the callback executor
   */
  public void close(Runnable freed) {
    closed = true;
    compute.submit(
        new JobRequest<>(
            Texts.get("gpt2.closing"),
            context -> {
              free();
              return true;
            }),
        outcome -> freed.run());
  }

  @Override
  public void close() {
    close(() -> {});
  }
}

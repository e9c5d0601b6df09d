package org.inferscope.tab.network.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.Work;
import org.inferscope.compute.bench.MlpBenchmark;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.bench.BatchingExplainer;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.inspector.InspectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Measures what batching gains, and keeps what has been measured. Confined to the thread that the
 * compute service calls back on.
 */
public final class BatchingPresenter {
  private final ComputeService compute;
  private final InspectorModel inspector;
  private final Supplier<NetworkPlan> canvas;
  private final LongSupplier room;
  private final Measuring measuring;
  private final List<Runnable> listeners = new ArrayList<>();

  private Subject subject = Subject.NOTEBOOK;
  private @Nullable Job<BatchingRun> job;
  private Progress progress = Progress.NONE;
  private @Nullable BatchingRun run;
  private Notice notice = Notice.NONE;

  /** Which network is measured. */
  public enum Subject {
    /** The notebook's for Part 5: 512, 1024, 1024, 256. */
    NOTEBOOK,
    /** One of the widths on the canvas. */
    CANVAS
  }

  /** Makes the work that measures a network. */
  @FunctionalInterface
  interface Measuring {
    /** The work sets {@code soFar} to what there is, each time before it reports progress. */
    Work<BatchingRun> of(MlpDims dims, AtomicReference<@Nullable BatchingRun> soFar);
  }

  /**
   * What is to be said about the last run.
   *
   * @param text the sentence; empty where there is nothing to say
   * @param isError whether something went wrong
   */
  public record Notice(String text, boolean isError) {
    static final Notice NONE = new Notice("", false);
  }

  /**
   * A presenter with nothing measured.
   *
   * @param canvas gives the network on the canvas
   * @param room gives how many bytes measuring may take
   */
  public BatchingPresenter(
      ComputeService compute,
      InspectorModel inspector,
      Supplier<NetworkPlan> canvas,
      LongSupplier room) {
    this(compute, inspector, canvas, room, BatchingWork::new);
  }

  BatchingPresenter(
      ComputeService compute,
      InspectorModel inspector,
      Supplier<NetworkPlan> canvas,
      LongSupplier room,
      Measuring measuring) {
    this.compute = compute;
    this.inspector = inspector;
    this.canvas = canvas;
    this.room = room;
    this.measuring = measuring;
  }

  /** Calls the listener after each change, until the registration is closed. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Which network is measured next. */
  public Subject subject() {
    return subject;
  }

  /** Chooses the network to measure next. */
  public void choose(Subject next) {
    subject = next;
    changed();
  }

  /** The widths of the network to measure next. */
  public MlpDims dims() {
    return subject == Subject.NOTEBOOK
        ? MlpDims.NOTEBOOK
        : new MlpDims(Arrays.stream(canvas.get().widths()).boxed().toList());
  }

  /** Whether a run is waiting or under way. */
  public boolean isRunning() {
    return job != null;
  }

  /** How far the run is. */
  public Progress progress() {
    return progress;
  }

  /** What has been measured last, complete or not; empty before the first run. */
  public Optional<BatchingRun> run() {
    return Optional.ofNullable(run);
  }

  /** What is to be said about the last run. */
  public Notice notice() {
    return notice;
  }

  /** Measures the chosen network, unless a run is under way or it cannot fit. */
  public void start() {
    if (isRunning()) {
      return;
    }
    MlpDims dims = dims();
    double needed = dims.memory(MlpBenchmark.LARGEST_BATCH);
    double free = room.getAsLong();
    if (needed > free) {
      notice = new Notice(tooLarge(dims, needed, free), true);
      changed();
      return;
    }
    notice = Notice.NONE;
    progress = Progress.NONE;
    AtomicReference<@Nullable BatchingRun> soFar = new AtomicReference<>();
    job =
        compute.submit(
            new JobRequest<>(Texts.get("networkbench.job"), measuring.of(dims, soFar)),
            new Watch(soFar));
    changed();
  }

  private static String tooLarge(MlpDims dims, double needed, double free) {
    return Texts.get(
        "networkbench.tooLarge",
        dims.widths().toString(),
        Numbers.count(MlpBenchmark.LARGEST_BATCH),
        Numbers.bytes(needed),
        Numbers.bytes(free));
  }

  /** Ends the run, if there is one; what it has measured stays. */
  public void cancel() {
    Job<BatchingRun> current = job;
    if (current != null) {
      current.cancel();
    }
  }

  /** Shows in the inspector how a figure came to be. */
  public void explain(ValueRef ref) {
    run()
        .map(BatchingExplainer::new)
        .filter(explainer -> explainer.knows(ref))
        .ifPresent(explainer -> inspector.open(explainer, ref));
  }

  private void changed() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Follows one run. */
  private final class Watch implements JobListener<BatchingRun> {
    private final AtomicReference<@Nullable BatchingRun> soFar;

    Watch(AtomicReference<@Nullable BatchingRun> soFar) {
      this.soFar = soFar;
    }

    @Override
    public void progressed(Progress now) {
      progress = now;
      take();
      changed();
    }

    @Override
    public void finished(Outcome<BatchingRun> outcome) {
      job = null;
      take();
      if (outcome instanceof Outcome.Failed<BatchingRun> failed) {
        notice = new Notice(failed.error().sentence(), true);
      } else if (outcome instanceof Outcome.Cancelled<BatchingRun>) {
        notice = new Notice(Texts.get("networkbench.cancelled"), false);
      }
      changed();
    }

    /** Takes over what has been measured; before the first result the last run stays in sight. */
    private void take() {
      BatchingRun latest = soFar.get();
      if (latest != null && !latest.results().isEmpty() && !latest.equals(run)) {
        run = latest;
        inspector.refresh(new BatchingExplainer(latest));
      }
    }
  }
}

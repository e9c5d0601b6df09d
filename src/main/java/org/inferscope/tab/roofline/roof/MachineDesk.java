package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.io.hardware.KeptCeilings;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.MachineRoof;
import org.inferscope.model.roofline.explain.CeilingExplainer;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Measures what this machine can do at most, and keeps it between starts. Confined to one thread,
 * the event thread in the app; the measuring is a job, the disk is left to the file thread.
 */
final class MachineDesk {
  private final RooflinePresenter desk;
  private final Optional<MachineBenchmark> benchmark;
  private final Executor callbacks;
  private final Optional<KeptCeilings> file;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable MachineCeilings ceilings;
  private @Nullable Job<MachineCeilings> job;
  private Progress progress = Progress.NONE;
  private String notice = "";
  private boolean isError;

  MachineDesk(RooflinePresenter desk, Optional<MachineBenchmark> benchmark, Executor callbacks) {
    this.desk = desk;
    this.benchmark = benchmark;
    this.callbacks = callbacks;
    file = desk.context().store().folder().map(KeptCeilings::new);
  }

  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Reads what was measured in an earlier start. */
  void load() {
    file.ifPresent(kept -> desk.context().store().disk().execute(() -> read(kept)));
  }

  private void read(KeptCeilings kept) {
    try {
      kept.load().ifPresent(read -> callbacks.execute(() -> loaded(read)));
    } catch (InferscopeException e) {
      callbacks.execute(() -> say(e.sentence(), true));
    }
  }

  /** What has been measured meanwhile is newer. */
  private void loaded(MachineCeilings read) {
    if (ceilings == null) {
      take(read);
    }
  }

  private void take(MachineCeilings measured) {
    ceilings = measured;
    desk.setMachine(MachineRoof.of(measured).map(MachineRoof::roof));
    desk.context().inspector().refresh(new CeilingExplainer(measured));
    fire();
  }

  private void say(String sentence, boolean error) {
    notice = sentence;
    isError = error;
    fire();
  }

  /** What was measured last; empty before the first time. */
  Optional<MachineCeilings> ceilings() {
    return Optional.ofNullable(ceilings);
  }

  /** Whether what calls itself so is this machine's processor. */
  boolean isNamed(String device) {
    return ceilings().filter(measured -> measured.device().equals(device)).isPresent();
  }

  /** Whether this machine can be measured at all. */
  boolean canMeasure() {
    return benchmark.isPresent();
  }

  /** Whether measuring is waiting or under way. */
  boolean isRunning() {
    return job != null;
  }

  /** How far the measuring is. */
  Progress progress() {
    return progress;
  }

  /** What is to be said about the last attempt; empty for nothing. */
  String notice() {
    return notice;
  }

  /** Whether the notice says that something went wrong. */
  boolean isError() {
    return isError;
  }

  /** Measures, unless that is under way. */
  void measure() {
    if (isRunning() || benchmark.isEmpty()) {
      return;
    }
    MachineBenchmark with = benchmark.get();
    progress = Progress.NONE;
    notice = "";
    job =
        desk.context()
            .compute()
            .submit(
                new JobRequest<>(
                    Texts.get("rooflineroof.machine.job"),
                    context ->
                        with.run(
                            new Stopwatch(System::nanoTime, context::checkCancelled),
                            context::progress)),
                new Watch());
    fire();
  }

  /** Ends the measuring, if it is under way; what was measured before stays. */
  void cancel() {
    Job<MachineCeilings> current = job;
    if (current != null) {
      current.cancel();
    }
  }

  /** Shows in the inspector how a limit was measured. */
  void explain(ValueRef ref) {
    ceilings()
        .map(CeilingExplainer::new)
        .filter(explainer -> explainer.knows(ref))
        .ifPresent(explainer -> desk.explain(explainer, ref));
  }

  private void keep(MachineCeilings measured) {
    file.ifPresent(
        kept ->
            desk.context()
                .store()
                .disk()
                .execute(
                    () -> {
                      try {
                        kept.save(measured);
                      } catch (InferscopeException e) {
                        callbacks.execute(() -> say(e.sentence(), true));
                      }
                    }));
  }

  /** Follows the job. */
  private final class Watch implements JobListener<MachineCeilings> {
    @Override
    public void progressed(Progress now) {
      progress = now;
      fire();
    }

    @Override
    public void finished(Outcome<MachineCeilings> outcome) {
      job = null;
      if (outcome instanceof Outcome.Done<MachineCeilings> done) {
        take(done.value());
        keep(done.value());
      } else if (outcome instanceof Outcome.Failed<MachineCeilings> failed) {
        say(failed.error().sentence(), true);
      } else {
        say(Texts.get("rooflineroof.machine.cancelled"), false);
      }
    }
  }
}

package org.inferscope.tab.network.desk;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Computes what states show, each in place of the one before, and keeps the last result until there
 * is a newer one. Confined to one thread, which the compute service must call back on.
 */
final class Computation {
  private final JobLane lane;
  private final Consumer<Shown> computed;
  private final Runnable changed;
  private final Runner runner = new Runner();
  private @Nullable NetworkState asked;
  private Optional<Shown> shown = Optional.empty();
  private Optional<Progress> running = Optional.empty();
  private String problem = "";

  /**
   * Computes nothing yet.
   *
   * @param computed takes each result, before the change is told
   * @param changed is called when a job has come further or ended
   */
  Computation(ComputeService compute, Consumer<Shown> computed, Runnable changed) {
    lane = compute.lane("network.forward");
    this.computed = computed;
    this.changed = changed;
  }

  Optional<Shown> shown() {
    return shown;
  }

  Optional<Progress> running() {
    return running;
  }

  String problem() {
    return problem;
  }

  boolean isCurrent() {
    return running.isEmpty() && problem.isEmpty() && shown.isPresent();
  }

  /** Whether the last job was for the same numbers. */
  boolean isAbout(NetworkState state) {
    return asked != null && state.computesAs(asked);
  }

  void start(NetworkState wanted) {
    asked = wanted;
    problem = "";
    running = Optional.of(new Progress(Progress.UNKNOWN, ""));
    lane.submit(
        new JobRequest<>(Texts.get("network.job"), job -> runner.run(wanted, job)),
        new JobListener<>() {
          @Override
          public void progressed(Progress progress) {
            running = Optional.of(progress);
            changed.run();
          }

          @Override
          public void finished(Outcome<Shown> outcome) {
            ended(outcome);
          }
        });
  }

  void cancel() {
    lane.cancel();
  }

  private void ended(Outcome<Shown> outcome) {
    running = Optional.empty();
    if (outcome instanceof Outcome.Done<Shown> done) {
      shown = Optional.of(done.value());
      computed.accept(done.value());
    } else if (outcome instanceof Outcome.Failed<Shown> failed) {
      problem = Objects.requireNonNullElse(failed.error().getMessage(), "");
    } else {
      problem = Texts.get("network.cancelled");
    }
    changed.run();
  }
}

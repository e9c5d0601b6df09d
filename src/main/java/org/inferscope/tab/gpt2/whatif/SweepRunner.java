package org.inferscope.tab.gpt2.whatif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.Outcome;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Sweep;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Takes every head and MLP of the pass that is shown away in turn, some in each job, so that other
 * jobs never wait for more than a few; while a prompt is being typed it rests. What it has found is
 * kept for each followed token and stand-in of a pass, and goes with the pass. Confined to the
 * event thread in the app.
 */
final class SweepRunner {
  private static final String SWEEP_LANE = "gpt2.whatif.sweep";
  private static final String TARGET_LANE = "gpt2.whatif.target";

  private final Gpt2Presenter desk;
  private final Runnable changed;
  private final Runnable ended;
  private final Map<Key, Sweep> sweeps = new HashMap<>();
  private @Nullable Shown shown;
  private @Nullable Key running;
  private @Nullable Key failed;
  private @Nullable Importance importance;
  private @Nullable Judged judged;
  private String problem = "";

  private record Key(int position, Fill fill) {}

  /** What the importance was last asked for with. */
  private record Judged(Shown shown, Key key, int id) {}

  /**
   * A runner at rest.
   *
   * @param changed told when there is more to show
   * @param ended told when there will be no more
   */
  SweepRunner(Gpt2Presenter desk, Runnable changed, Runnable ended) {
    this.desk = desk;
    this.changed = changed;
    this.ended = ended;
  }

  Optional<Importance> importance() {
    return Optional.ofNullable(importance);
  }

  boolean isRunning() {
    return running != null;
  }

  String problem() {
    return problem;
  }

  /** Rests; what has been found stays. */
  void stop() {
    if (running != null) {
      running = null;
      desk.context().compute().lane(SWEEP_LANE).cancel();
    }
  }

  /**
   * Goes on with what is wanted now.
   *
   * @param result the passes that are shown, if any
   * @param target the token that heads are judged by
   */
  void follow(@Nullable WhatIfResult result, int position, Optional<Integer> target) {
    Shown now = result == null ? null : result.shown();
    if (isOther(now)) {
      stop();
      sweeps.clear();
      importance = null;
      judged = null;
      failed = null;
      problem = "";
      shown = now;
    }
    if (now == null || target.isEmpty()) {
      stop();
      return;
    }
    Key key = new Key(position, desk.state().whatIf().ablation().fill());
    judge(now, key, target.get());
    boolean wanted = desk.state().whatIf().sweeps() && !desk.isTracing() && !key.equals(failed);
    if (!wanted || sweep(now, key).isComplete()) {
      stop();
    } else if (!key.equals(running)) {
      stop();
      running = key;
      step(now, key);
    }
  }

  @SuppressWarnings("ReferenceEquality") // Passes are the same only if they are one.
  private boolean isOther(@Nullable Shown now) {
    return now != shown;
  }

  private Sweep sweep(Shown of, Key key) {
    return sweeps.computeIfAbsent(
        key, fresh -> Sweep.start(of.config(), key.position(), key.fill()));
  }

  private void step(Shown of, Key key) {
    Sweep sweep = sweep(of, key);
    desk.submit(
        SWEEP_LANE,
        Texts.get("whatif.job.sweep", Numbers.count(sweep.done()), Numbers.count(sweep.size())),
        (gpt2, job) -> sweep.step(gpt2, of.trace(), job::checkCancelled),
        outcome -> stepped(of, key, outcome));
  }

  private void stepped(Shown of, Key key, Outcome<Sweep> outcome) {
    if (isOther(of) || !key.equals(running)) {
      return;
    }
    if (outcome instanceof Outcome.Done<Sweep> done) {
      sweeps.put(key, done.value());
      show(of, key);
      if (!done.value().isComplete()) {
        step(of, key);
        changed.run();
        return;
      }
    } else if (outcome instanceof Outcome.Failed<Sweep> error) {
      failed = key;
      problem = error.error().sentence();
    }
    running = null;
    ended.run();
  }

  /** Finds out what a token is read with, unless that has been done or asked for. */
  private void judge(Shown of, Key key, int id) {
    Judged next = new Judged(of, key, id);
    if (next.equals(judged)) {
      show(of, key);
      return;
    }
    judged = next;
    importance = null;
    Sweep sweep = sweep(of, key);
    desk.submit(
        TARGET_LANE,
        Texts.get("whatif.job.target"),
        (gpt2, job) -> Importance.of(of.model().weights(), of.trace(), sweep, id),
        outcome -> {
          if (outcome instanceof Outcome.Done<Importance> done && !isOther(of)) {
            importance = done.value();
            show(of, key);
          } else if (outcome instanceof Outcome.Failed<Importance> error) {
            problem = error.error().sentence();
          }
          ended.run();
        });
  }

  /** Brings the importance up to the sweep that belongs to it. */
  private void show(Shown of, Key key) {
    Importance made = importance;
    Sweep sweep = sweep(of, key);
    if (made != null && made.sweep().done() != sweep.done()) {
      importance = made.with(sweep);
    }
  }
}

package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.jspecify.annotations.Nullable;

/** A listener that keeps what it hears, and lets a test wait for it. */
final class Recorder<T> implements JobListener<T> {
  static final long LIMIT_S = 20;

  private final BlockingQueue<Outcome<T>> outcomes = new LinkedBlockingQueue<>();
  final List<Progress> progress = new CopyOnWriteArrayList<>();
  volatile @Nullable Thread thread;

  @Override
  public void progressed(Progress heard) {
    progress.add(heard);
  }

  @Override
  public void finished(Outcome<T> outcome) {
    thread = Thread.currentThread();
    outcomes.add(outcome);
  }

  /** Waits for the next outcome. */
  Outcome<T> outcome() throws InterruptedException {
    Outcome<T> outcome = outcomes.poll(LIMIT_S, TimeUnit.SECONDS);
    assertThat(outcome).as("an outcome within the time limit").isNotNull();
    return outcome;
  }

  boolean hasHeardTheEnd() {
    return !outcomes.isEmpty();
  }
}

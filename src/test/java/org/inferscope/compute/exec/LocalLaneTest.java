package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome.Cancelled;
import org.inferscope.compute.Outcome.Done;
import org.inferscope.compute.Work;
import org.inferscope.compute.reference.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lanes: the latest job wins, and the older ones fall silent. */
@Timeout(60)
class LocalLaneTest {
  private final EventQueue events = new EventQueue();
  private final LocalComputeService service =
      new LocalComputeService(events, new ReferenceBackend(), List.of());
  private final JobLane lane = service.lane("slider");

  @AfterEach
  void close() {
    service.close();
  }

  private static <T> JobRequest<T> job(Work<T> work) {
    return new JobRequest<>("a job", work);
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  private void awaitIdle() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    service.submit(
        job(
            context -> {
              reached.countDown();
              return "";
            }),
        outcome -> {});
    await(reached);
    events.runAll();
  }

  @Test
  void onlyTheLatestOfManyWaitingJobsRuns() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    service.submit(
        job(
            context -> {
              entered.countDown();
              return open.await(Recorder.LIMIT_S, TimeUnit.SECONDS);
            }),
        outcome -> {});
    await(entered);
    AtomicInteger ran = new AtomicInteger();
    Recorder<Integer> recorder = new Recorder<>();
    Job<Integer> first = lane.submit(job(context -> ran.incrementAndGet()), recorder);
    for (int i = 0; i < 100; i++) {
      lane.submit(job(context -> ran.incrementAndGet()), recorder);
    }
    assertThat(service.jobs().waiting()).isEqualTo(1);
    assertThat(first.outcome()).contains(new Cancelled<>());
    open.countDown();
    awaitIdle();
    assertThat(ran).hasValue(1);
    assertThat(recorder.outcome()).isEqualTo(new Done<>(1));
    assertThat(recorder.hasHeardTheEnd()).isFalse();
  }

  @Test
  void aRunningJobIsAskedToStopAndFallsSilent() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    Recorder<Object> older = new Recorder<>();
    Recorder<String> newer = new Recorder<>();
    lane.submit(
        job(
            context -> {
              entered.countDown();
              while (!context.isCancelled()) {
                Thread.onSpinWait();
              }
              context.progress(1, "too late");
              throw new IllegalStateException("an error that comes too late");
            }),
        older);
    await(entered);
    lane.submit(job(context -> "newer"), newer);
    awaitIdle();
    assertThat(newer.outcome()).isEqualTo(new Done<>("newer"));
    assertThat(older.hasHeardTheEnd()).isFalse();
    assertThat(older.progress).isEmpty();
  }

  @Test
  void aResultThatWasOnItsWayIsDroppedToo() throws Exception {
    Recorder<String> older = new Recorder<>();
    Recorder<String> newer = new Recorder<>();
    CountDownLatch done = new CountDownLatch(1);
    Job<String> first = lane.submit(job(context -> "older"), older);
    service.submit(
        job(
            context -> {
              done.countDown();
              return "";
            }),
        outcome -> {});
    await(done);
    lane.submit(job(context -> "newer"), newer);
    awaitIdle();
    assertThat(first.outcome()).contains(new Done<>("older"));
    assertThat(older.hasHeardTheEnd()).isFalse();
    assertThat(newer.outcome()).isEqualTo(new Done<>("newer"));
  }

  @Test
  void lanesLeaveEachOtherAlone() throws Exception {
    Recorder<String> one = new Recorder<>();
    Recorder<String> two = new Recorder<>();
    lane.submit(job(context -> "one"), one);
    service.lane("other").submit(job(context -> "two"), two);
    awaitIdle();
    assertThat(one.outcome()).isEqualTo(new Done<>("one"));
    assertThat(two.outcome()).isEqualTo(new Done<>("two"));
    assertThat(service.lane("slider")).isSameAs(lane);
    assertThat(lane.name()).isEqualTo("slider");
  }

  @Test
  void cancellingTheLaneIsTold() throws Exception {
    Recorder<Object> recorder = new Recorder<>();
    lane.cancel();
    lane.submit(
        job(
            context -> {
              while (true) {
                context.checkCancelled();
              }
            }),
        recorder);
    lane.cancel();
    awaitIdle();
    assertThat(recorder.outcome()).isEqualTo(new Cancelled<>());
  }
}

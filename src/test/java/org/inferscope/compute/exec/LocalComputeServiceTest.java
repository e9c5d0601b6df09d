package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Outcome.Cancelled;
import org.inferscope.compute.Outcome.Done;
import org.inferscope.compute.Outcome.Failed;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.Work;
import org.inferscope.compute.reference.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs: order, progress, cancellation, failure, and who is called where. */
@Timeout(60)
class LocalComputeServiceTest {
  private final EventQueue events = new EventQueue();
  private final LocalComputeService service = service(Runnable::run);
  private final LocalComputeService slow = service(events);

  private static LocalComputeService service(Executor callbacks) {
    return new LocalComputeService(callbacks, new ReferenceBackend(), List.of());
  }

  @AfterEach
  void close() {
    service.close();
    slow.close();
  }

  private static <T> JobRequest<T> job(Work<T> work) {
    return new JobRequest<>("a job", work);
  }

  /** Work that holds the compute thread until the test lets go of it. */
  private static final class Gate implements Work<String> {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);
    final CountDownLatch left = new CountDownLatch(1);
    final AtomicBoolean sawCancel = new AtomicBoolean();

    @Override
    public String run(JobContext context) throws InterruptedException {
      entered.countDown();
      await(open);
      sawCancel.set(context.isCancelled());
      left.countDown();
      return "late";
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  /** Everything submitted before has run by the time this returns. */
  private static void awaitIdle(LocalComputeService service) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    service.submit(
        job(
            context -> {
              reached.countDown();
              return "";
            }),
        outcome -> {});
    await(reached);
  }

  @Test
  void aResultIsDeliveredOnTheCallbackExecutor() throws Exception {
    ExecutorService callbacks = Executors.newSingleThreadExecutor(r -> new Thread(r, "events"));
    try (LocalComputeService own = service(callbacks)) {
      Recorder<Integer> recorder = new Recorder<>();
      Job<Integer> job = own.submit(job(context -> 42), recorder);
      assertThat(recorder.outcome()).isEqualTo(new Done<>(42));
      assertThat(recorder.thread.getName()).isEqualTo("events");
      assertThat(job.outcome()).contains(new Done<>(42));
    } finally {
      callbacks.shutdown();
    }
  }

  @Test
  void jobsRunInOrderOnOneNamedDaemonThread() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    List<Integer> order = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      service.submit(
          job(
              context -> {
                threads.add(Thread.currentThread());
                return order.add(number);
              }),
          outcome -> {});
    }
    awaitIdle(service);
    assertThat(order).isSorted().hasSize(20);
    assertThat(threads).containsOnly(threads.get(0));
    assertThat(threads.get(0).getName()).isEqualTo("inferscope-compute");
    assertThat(threads.get(0).isDaemon()).isTrue();
  }

  @Test
  void aJobComputesWithTheBackendInUse() throws Exception {
    Recorder<String> recorder = new Recorder<>();
    service.submit(job(context -> context.backend().device().id()), recorder);
    assertThat(recorder.outcome()).isEqualTo(new Done<>("reference"));
  }

  @Test
  void progressIsMergedWhileTheListenerIsBusy() throws Exception {
    Recorder<String> recorder = new Recorder<>();
    CountDownLatch reported = new CountDownLatch(1);
    Gate gate = new Gate();
    Job<String> job =
        slow.submit(
            job(
                context -> {
                  for (int i = 0; i <= 1000; i++) {
                    context.progress(i / 1000.0, "step " + i);
                  }
                  reported.countDown();
                  return gate.run(context);
                }),
            recorder);
    await(reported);
    assertThat(job.progress()).isEqualTo(new Progress(1, "step 1000"));
    events.runAll();
    assertThat(recorder.progress).containsExactly(new Progress(1, "step 1000"));
    gate.open.countDown();
  }

  @Test
  void progressIsNeverHeardAfterTheEnd() throws Exception {
    Recorder<String> recorder = new Recorder<>();
    slow.submit(
        job(
            context -> {
              context.progress(0.5, "half");
              return "done";
            }),
        recorder);
    awaitIdle(slow);
    events.runAll();
    assertThat(recorder.progress).isEmpty();
    assertThat(recorder.outcome()).isEqualTo(new Done<>("done"));
  }

  @Test
  void aWaitingJobThatIsCancelledNeverStarts() throws Exception {
    Gate gate = new Gate();
    service.submit(job(gate), outcome -> {});
    await(gate.entered);
    AtomicBoolean ran = new AtomicBoolean();
    Recorder<Boolean> recorder = new Recorder<>();
    Job<Boolean> waiting = service.submit(job(context -> ran.getAndSet(true)), recorder);
    assertThat(service.jobs().waiting()).isEqualTo(1);
    waiting.cancel();
    assertThat(recorder.outcome()).isEqualTo(new Cancelled<>());
    assertThat(service.jobs().waiting()).isZero();
    gate.open.countDown();
    awaitIdle(service);
    assertThat(ran).isFalse();
  }

  @Test
  void aRunningJobThatIsCancelledEndsAtOnceAndItsLateResultIsDropped() throws Exception {
    Gate gate = new Gate();
    Recorder<String> recorder = new Recorder<>();
    Job<String> job = service.submit(job(gate), recorder);
    await(gate.entered);
    job.cancel();
    assertThat(recorder.outcome()).isEqualTo(new Cancelled<>());
    gate.open.countDown();
    awaitIdle(service);
    assertThat(gate.sawCancel).isTrue();
    assertThat(recorder.hasHeardTheEnd()).isFalse();
    assertThat(job.outcome()).contains(new Cancelled<>());
  }

  @Test
  void cancellingAFinishedJobChangesNothing() throws Exception {
    Recorder<Integer> recorder = new Recorder<>();
    Job<Integer> job = service.submit(job(context -> 1), recorder);
    recorder.outcome();
    job.cancel();
    assertThat(job.outcome()).contains(new Done<>(1));
    assertThat(recorder.hasHeardTheEnd()).isFalse();
  }

  @Test
  void workLeavesThroughCheckCancelled() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    try (LogWatch log = new LogWatch()) {
      Job<Object> job =
          service.submit(
              job(
                  context -> {
                    entered.countDown();
                    while (true) {
                      context.checkCancelled();
                      Thread.onSpinWait();
                    }
                  }),
              outcome -> {});
      await(entered);
      job.cancel();
      awaitIdle(service);
      assertThat(log.records).isEmpty();
    }
  }

  @Test
  void anUnexpectedExceptionIsToldPlainlyKeptAsCauseAndLoggedOnce() throws Exception {
    RuntimeException bug = new IllegalStateException("index -1 of java.lang.Foo");
    try (LogWatch log = new LogWatch()) {
      InferscopeException error = failure(bug);
      assertThat(error.sentence())
          .isEqualTo("“a job” failed for an unexpected reason; the details are in the log.");
      assertThat(error.getCause()).isSameAs(bug);
      assertThat(log.records).hasSize(1);
      assertThat(log.records.get(0).getThrown()).isSameAs(bug);
    }
    assertThat(failure(new InferscopeException("next"))).hasMessage("next");
  }

  @Test
  void anErrorForAPersonIsDeliveredAsItIsAndNotLogged() throws Exception {
    InferscopeException error = new InferscopeException("The file is empty.");
    try (LogWatch log = new LogWatch()) {
      assertThat(failure(error)).isSameAs(error);
      assertThat(log.records).isEmpty();
    }
  }

  @Test
  void lackOfMemoryFailsTheJobAndNotTheService() throws Exception {
    try (LogWatch log = new LogWatch()) {
      OutOfMemoryError full = new OutOfMemoryError("Java heap space");
      assertThat(failure(full)).hasMessageContaining("not enough memory").hasCause(full);
      assertThat(log.records).hasSize(1);
    }
    assertThat(failure(new InferscopeException("next"))).hasMessage("next");
  }

  private InferscopeException failure(Throwable thrown) throws InterruptedException {
    Recorder<Object> recorder = new Recorder<>();
    service.submit(
        job(
            context -> {
              if (thrown instanceof Error error) {
                throw error;
              }
              throw (Exception) thrown;
            }),
        recorder);
    Outcome<Object> outcome = recorder.outcome();
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed<Object>) outcome).error();
  }

  @Test
  void anExceptionInAListenerGoesToTheUncaughtHandlerAndTheWorkerLivesOn() throws Exception {
    BlockingQueue<Throwable> uncaught = new ArrayBlockingQueue<>(1);
    RuntimeException bug = new IllegalStateException("listener");
    service.submit(
        job(
            context -> {
              Thread.currentThread().setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
              return 1;
            }),
        outcome -> {
          throw bug;
        });
    assertThat(uncaught.poll(Recorder.LIMIT_S, TimeUnit.SECONDS)).isSameAs(bug);
    awaitIdle(service);
  }

  @Test
  void aCallbackExecutorThatIsClosedDoesNotStopTheWork() throws Exception {
    Executor closed =
        call -> {
          throw new RejectedExecutionException("closed");
        };
    try (LocalComputeService own = service(closed)) {
      Job<Integer> job = own.submit(job(context -> 1), new Recorder<>());
      awaitIdle(own);
      assertThat(job.outcome()).contains(new Done<>(1));
    }
  }

  @Test
  void closingCancelsAllJobsAndEndsTheThread() throws Exception {
    Gate gate = new Gate();
    Recorder<String> running = new Recorder<>();
    Recorder<Integer> waiting = new Recorder<>();
    AtomicReference<Thread> thread = new AtomicReference<>();
    service.submit(
        job(
            context -> {
              thread.set(Thread.currentThread());
              return gate.run(context);
            }),
        running);
    await(gate.entered);
    service.submit(job(context -> 1), waiting);
    service.close();
    assertThat(running.outcome()).isEqualTo(new Cancelled<>());
    assertThat(waiting.outcome()).isEqualTo(new Cancelled<>());
    gate.open.countDown();
    thread.get().join(TimeUnit.SECONDS.toMillis(Recorder.LIMIT_S));
    assertThat(thread.get().isAlive()).isFalse();
    assertThat(gate.sawCancel).isTrue();
  }

  @Test
  void aJobSubmittedAfterClosingIsCancelled() throws Exception {
    service.close();
    service.close();
    Recorder<Integer> recorder = new Recorder<>();
    service.submit(job(context -> 1), recorder);
    assertThat(recorder.outcome()).isEqualTo(new Cancelled<>());
    service.lane("slider").submit(job(context -> 1), recorder);
    assertThat(recorder.outcome()).isEqualTo(new Cancelled<>());
  }

  @Test
  void theStatusNamesTheRunningJobAndCountsTheWaitingOnes() throws Exception {
    BlockingQueue<JobsStatus> heard = new ArrayBlockingQueue<>(1000);
    Registration registration = service.addListener(listener(heard));
    Gate gate = new Gate();
    Job<String> job = service.submit(new JobRequest<>("long one", gate), outcome -> {});
    await(gate.entered);
    assertThat(service.jobs().running()).containsSame(job);
    service.submit(job(context -> 1), outcome -> {});
    assertThat(service.jobs().waiting()).isEqualTo(1);
    gate.open.countDown();
    awaitIdle(service);
    assertThat(heard).extracting(JobsStatus::waiting).contains(1);
    registration.close();
    awaitIdle(service); // A call that had begun is over.
    heard.clear();
    awaitIdle(service);
    assertThat(heard).isEmpty();
  }

  private static ServiceListener listener(BlockingQueue<JobsStatus> heard) {
    return new ServiceListener() {
      @Override
      public void jobsChanged(JobsStatus jobs) {
        heard.add(jobs);
      }
    };
  }

  @Test
  void statusCallsAreMergedWhileTheListenerIsBusy() throws Exception {
    BlockingQueue<JobsStatus> heard = new ArrayBlockingQueue<>(1000);
    slow.addListener(listener(heard));
    for (int i = 0; i < 50; i++) {
      slow.submit(job(context -> 1), outcome -> {});
    }
    Gate gate = new Gate();
    slow.submit(new JobRequest<>("rests here", gate), outcome -> {});
    await(gate.entered);
    events.runAll();
    assertThat(heard).hasSize(1);
    gate.open.countDown();
  }
}

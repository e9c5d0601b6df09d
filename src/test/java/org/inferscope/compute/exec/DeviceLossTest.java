package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Interruptible;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Outcome.Cancelled;
import org.inferscope.compute.Outcome.Done;
import org.inferscope.compute.Outcome.Failed;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that are found, chosen, lost, started again, tested, added and removed. */
@Timeout(60)
class DeviceLossTest {
  private static final Matrix ONE = Matrix.of(new float[][] {{1}});

  private final LogWatch log = new LogWatch();
  private final AtomicLong clock = new AtomicLong();
  private final List<BackendLoader> present = new ArrayList<>();
  private final ReferenceBackend plain = new ReferenceBackend();
  private final LocalComputeService service =
      new LocalComputeService(
          Runnable::run, plain, List.of(), List.of(() -> List.copyOf(present)), clock::get);

  @AfterEach
  void close() {
    service.close();
    log.close();
  }

  /** A card whose process dies after so many products. */
  private static final class Card extends Delegating implements Interruptible {
    private final Device device;
    final CountDownLatch closed = new CountDownLatch(1);
    final CountDownLatch busy = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final AtomicInteger products = new AtomicInteger(Integer.MAX_VALUE);

    Card(Device device) {
      super(new ReferenceBackend());
      this.device = device;
    }

    @Override
    public Device device() {
      return device;
    }

    @Override
    public void gemm(
        float alpha, MatrixView a, Layout ofA, MatrixView b, Layout ofB, float beta, MatrixView c) {
      if (products.getAndDecrement() <= 0) {
        throw new DeviceLostException("The card's process has ended.", null);
      }
      super.gemm(alpha, a, ofA, b, ofB, beta, c);
    }

    void hang() throws InterruptedException {
      busy.countDown();
      if (interrupted.await(Recorder.LIMIT_S, TimeUnit.SECONDS)) {
        throw new CancellationException();
      }
    }

    @Override
    public void cancelCurrent() {
      interrupted.countDown();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /** Finds a card; each load makes another backend for it. */
  private static final class Loader implements BackendLoader {
    final BlockingQueue<Card> made = new LinkedBlockingQueue<>();
    private final Device device;
    private final boolean preferred;
    volatile String problem = "";

    Loader(String id, boolean preferred) {
      device = new Device(id, "test card " + id, DeviceKind.GPU, "GPU-" + id, 8);
      this.preferred = preferred;
    }

    @Override
    public Device device() {
      return device;
    }

    @Override
    public boolean onDemand() {
      return true;
    }

    @Override
    public boolean preferred() {
      return preferred;
    }

    @Override
    public Backend load() {
      if (!problem.isEmpty()) {
        throw new InferscopeException(problem);
      }
      Card card = new Card(device);
      made.add(card);
      return card;
    }

    Card next() throws InterruptedException {
      Card card = made.poll(Recorder.LIMIT_S, TimeUnit.SECONDS);
      assertThat(card).as("a card is loaded").isNotNull();
      return card;
    }
  }

  private Loader present(String id, boolean preferred) {
    Loader loader = new Loader(id, preferred);
    present.add(loader);
    return loader;
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    Registration listening =
        service.addListener(
            new ServiceListener() {
              @Override
              public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
                if (condition.getAsBoolean()) {
                  seen.countDown();
                }
              }
            });
    if (!condition.getAsBoolean()) {
      assertThat(seen.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).as(service.active() + "").isTrue();
    }
    listening.close();
  }

  private void awaitActive(String id) throws InterruptedException {
    await(() -> service.active().device().id().equals(id));
  }

  private DeviceState state(String id) {
    return status(id).state();
  }

  private DeviceStatus status(String id) {
    return service.devices().stream()
        .filter(status -> status.device().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** So many products, in a job. */
  private Outcome<String> products(int count) throws InterruptedException {
    Recorder<String> recorder = new Recorder<>();
    service.submit(
        new JobRequest<>(
            "products",
            context -> {
              for (int i = 0; i < count; i++) {
                context.backend().multiply(ONE, ONE);
              }
              return context.backend().device().id();
            }),
        recorder);
    return recorder.outcome();
  }

  private String where() throws InterruptedException {
    return ((Done<String>) products(1)).value();
  }

  private static String sentence(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed<?>) outcome).error().sentence();
  }

  @Test
  void theBestThatIsFoundIsLoadedAndUsedWhileOthersWaitForBeingAskedFor() throws Exception {
    present("cuda", true);
    present("pocl", false);
    service.start();
    awaitActive("cuda");
    assertThat(service.active().reason()).isEmpty();
    assertThat(service.devices())
        .extracting(status -> status.device().id())
        .containsExactly("cuda", "reference", "pocl");
    assertThat(state("pocl")).isEqualTo(DeviceState.IDLE);
    assertThat(where()).isEqualTo("cuda");
  }

  @Test
  void aDeviceThatNobodyPrefersIsUsedOnlyWhenChosen() throws Exception {
    present("pocl", false);
    service.start();
    await(() -> service.devices().size() == 2);
    assertThat(where()).isEqualTo("reference");
    service.use("pocl");
    awaitActive("pocl");
    assertThat(where()).isEqualTo("pocl");
  }

  @Test
  void whereTheBestCannotBeLoadedTheNextBestIsAndTheReasonIsTold() throws Exception {
    present("cuda", true).problem = "The driver is too old.";
    present("opencl", true);
    service.start();
    awaitActive("opencl");
    assertThat(service.active().reason())
        .isEqualTo("The driver is too old. Used instead: GPU-opencl.");
  }

  @Test
  void aLossFailsTheJobInASentenceAndTheDeviceIsStartedAgainOnce() throws Exception {
    Loader loader = present("cuda", true);
    service.start();
    awaitActive("cuda");
    Card first = loader.next();
    first.products.set(2);
    assertThat(sentence(products(3))).isEqualTo("The card's process has ended.");
    assertThat(first.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    await(() -> state("cuda") == DeviceState.READY);
    Card second = loader.next();
    assertThat(where()).isEqualTo("cuda");

    second.products.set(0);
    assertThat(sentence(products(1))).isEqualTo("The card's process has ended.");
    assertThat(state("cuda")).isEqualTo(DeviceState.UNAVAILABLE);
    assertThat(service.active().reason())
        .isEqualTo(
            "The card's process has ended. That was the second time, so it is not started again"
                + " by itself. Used instead: plain Java.");
    assertThat(where()).isEqualTo("reference");
    assertThat(loader.made).isEmpty();
  }

  @Test
  void aLossAfterSomeMinutesOfWorkIsForgiven() throws Exception {
    Loader loader = present("cuda", true);
    service.start();
    awaitActive("cuda");
    for (int i = 0; i < 3; i++) {
      await(() -> state("cuda") == DeviceState.READY);
      loader.next().products.set(0);
      clock.addAndGet(Restarts.FORGIVEN_NANOS);
      assertThat(sentence(products(1))).isEqualTo("The card's process has ended.");
    }
    loader.next();
    awaitActive("cuda");
  }

  @Test
  void whoeverChoosesADeviceThatWasLostTwiceHasItStartedOnceMore() throws Exception {
    Loader loader = present("cuda", true);
    service.start();
    awaitActive("cuda");
    for (int i = 0; i < 2; i++) {
      awaitActive("cuda");
      loader.next().products.set(0);
      products(1);
    }
    assertThat(state("cuda")).isEqualTo(DeviceState.UNAVAILABLE);
    service.use("cuda");
    awaitActive("cuda");
    assertThat(where()).isEqualTo("cuda");
  }

  @Test
  void noJobIsLostSilentlyWhenDevicesDieAtRandomMoments() throws Exception {
    Loader loader = present("cuda", true);
    service.start();
    awaitActive("cuda");
    Random random = new Random(8);
    int failed = 0;
    for (int i = 0; i < 60; i++) {
      Card card = loader.made.poll();
      if (card != null && state("cuda") == DeviceState.READY) {
        // It has worked for some minutes since.
        clock.addAndGet(Restarts.FORGIVEN_NANOS);
        card.products.set(1 + random.nextInt(6));
      }
      Outcome<String> outcome = products(1 + random.nextInt(3));
      assertThat(outcome).isInstanceOfAny(Done.class, Failed.class);
      failed += outcome instanceof Failed<String> ? 1 : 0;
    }
    assertThat(failed).isPositive();
    awaitActive("cuda");
  }

  @Test
  void cancellingAJobBreaksOffWhatItHasAskedOfTheDevice() throws Exception {
    Loader loader = present("cuda", true);
    service.start();
    awaitActive("cuda");
    Card card = loader.next();
    Recorder<Integer> recorder = new Recorder<>();
    Job<Integer> job =
        service.submit(
            new JobRequest<>(
                "hang",
                context -> {
                  card.hang();
                  return 1;
                }),
            recorder);
    assertThat(card.busy.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    job.cancel();
    assertThat(recorder.outcome()).isInstanceOf(Cancelled.class);
    assertThat(where()).isEqualTo("cuda");
  }

  @Test
  void aKeptChoiceThatIsNotFoundFallsBackWithTheReason() throws Exception {
    present("opencl", true);
    service.prefer("cuda");
    assertThat(service.active().reason())
        .isEqualTo("The chosen device “cuda” is being looked for; plain Java is used until then.");
    service.start();
    awaitActive("opencl");
    assertThat(service.active().reason())
        .isEqualTo("The chosen device “cuda” was not found. Used instead: GPU-opencl.");
  }

  @Test
  void aKeptChoiceIsLoadedOnceItIsFoundAndNothingElseIs() throws Exception {
    Loader better = present("cuda", true);
    present("pocl", false);
    service.prefer("pocl");
    service.start();
    awaitActive("pocl");
    assertThat(better.made).isEmpty();
  }

  @Test
  void lookingOnceMoreFindsNewDevicesAndForgetsThoseThatAreGone() throws Exception {
    Loader old = present("old", false);
    service.start();
    await(() -> service.devices().size() == 2);
    present.remove(old);
    present("new", true);
    service.refresh();
    awaitActive("new");
    assertThatThrownBy(() -> service.use("old")).hasMessageContaining("old");
  }

  @Test
  void aTestLoadsADeviceAndSaysWhatWasFound() throws Exception {
    Loader loader = present("pocl", false);
    service.start();
    await(() -> service.devices().size() == 2);
    assertThat(tested("pocl"))
        .isEqualTo(
            new DeviceStatus(
                loader.device,
                DeviceState.READY,
                "GPU-pocl on test card pocl gave the right result."));
    loader.next().factor = 2;
    assertThat(tested("pocl").reason())
        .isEqualTo("GPU-pocl gave a wrong product on test card pocl and is not used.");
    assertThat(where()).isEqualTo("reference");
    assertThat(tested("reference").isReady()).isTrue();
  }

  @Test
  void aTestOfADeviceThatFailedTriesItAgain() throws Exception {
    Loader loader = present("cuda", true);
    loader.problem = "Its cable is loose.";
    service.start();
    await(() -> service.devices().size() == 2 && state("cuda") == DeviceState.UNAVAILABLE);
    assertThat(tested("cuda").reason()).isEqualTo("Its cable is loose.");
    loader.problem = "";
    assertThat(tested("cuda").isReady()).isTrue();
    assertThat(where()).isEqualTo("cuda");
  }

  private DeviceStatus tested(String id) throws InterruptedException {
    BlockingQueue<DeviceStatus> told = new LinkedBlockingQueue<>();
    service.test(id, told::add);
    DeviceStatus status = told.poll(Recorder.LIMIT_S, TimeUnit.SECONDS);
    assertThat(status).isNotNull();
    return status;
  }

  @Test
  void aServerIsAddedChosenAndForgotten() throws Exception {
    service.start();
    Loader server = new Loader("server:here:1", false);
    service.add(server);
    assertThat(state("server:here:1")).isEqualTo(DeviceState.IDLE);
    service.use("server:here:1");
    awaitActive("server:here:1");
    Card card = server.next();
    service.remove("server:here:1");
    assertThat(service.active()).isEqualTo(DeviceStatus.ready(plain.device()));
    assertThat(card.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    assertThat(where()).isEqualTo("reference");
    assertThatThrownBy(() -> service.remove("reference")).isInstanceOf(InferscopeException.class);
  }

  @Test
  void oneThatReplacesAnotherOfItsIdTakesItsPlace() throws Exception {
    service.start();
    Loader before = new Loader("server:here:1", false);
    service.add(before);
    service.use("server:here:1");
    Card old = before.next();
    awaitActive("server:here:1");
    Loader after = new Loader("server:here:1", false);
    service.add(after);
    assertThat(old.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    after.next();
    awaitActive("server:here:1");
  }

  @Test
  void closingEndsEveryDevice() throws Exception {
    Loader loader = present("cuda", true);
    service.start();
    awaitActive("cuda");
    service.close();
    assertThat(loader.next().closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }
}

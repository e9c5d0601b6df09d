package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.reference.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test of a device has an answer, whatever happens to the device meanwhile. */
@Timeout(60)
class DeviceTrialTest {
  private static final String GONE =
      "test server was removed or replaced before its test had ended.";

  private final EventQueue events = new EventQueue();
  private final BlockingQueue<DeviceStatus> told = new LinkedBlockingQueue<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final LocalComputeService service =
      new LocalComputeService(events, new ReferenceBackend(), List.of());

  @AfterEach
  void close() {
    goOn.countDown();
    service.close();
  }

  /** A server that a person has named. */
  private static final class Server extends Delegating {
    static final Device DEVICE = new Device("server", "test server", DeviceKind.GPU, "SERVER", 8);

    Server() {
      super(new ReferenceBackend());
    }

    @Override
    public Device device() {
      return DEVICE;
    }
  }

  /** Loads at once, or once the test lets it. */
  private final class Loader implements BackendLoader {
    private final boolean slow;

    Loader(boolean slow) {
      this.slow = slow;
    }

    @Override
    public Device device() {
      return Server.DEVICE;
    }

    @Override
    public boolean onDemand() {
      return true;
    }

    @Override
    public Backend load() throws InterruptedException {
      if (slow) {
        hold();
      }
      return new Server();
    }
  }

  private void hold() throws InterruptedException {
    begun.countDown();
    assertThat(goOn.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  private void testWhileLoading() throws InterruptedException {
    service.add(new Loader(true));
    service.test("server", told::add);
    assertThat(begun.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  /** The answer, once; the event thread is free while it is waited for. */
  private DeviceStatus answer() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Recorder.LIMIT_S);
    while (told.isEmpty() && System.nanoTime() < end) {
      events.runAll();
      Thread.onSpinWait();
    }
    DeviceStatus status = told.poll();
    assertThat(status).as("an answer within the time limit").isNotNull();
    return status;
  }

  private static DeviceStatus gone() {
    return new DeviceStatus(Server.DEVICE, DeviceState.UNAVAILABLE, GONE);
  }

  @Test
  void oneThatIsRemovedWhileItIsLoadedForItsTestIsToldToBeGone() throws Exception {
    testWhileLoading();
    service.remove("server");
    goOn.countDown();
    assertThat(answer()).isEqualTo(gone());
  }

  @Test
  void oneThatIsReplacedWhileItIsLoadedForItsTestIsToldToBeGone() throws Exception {
    testWhileLoading();
    service.add(new Loader(false));
    goOn.countDown();
    assertThat(answer()).isEqualTo(gone());
  }

  private void testBehindAJob() throws Exception {
    service.add(new Loader(false));
    service.test("server", told::add);
    assertThat(answer().isReady()).isTrue();
    service.submit(
        new JobRequest<>(
            "hold",
            context -> {
              hold();
              return true;
            }),
        outcome -> {});
    service.test("server", told::add);
    assertThat(begun.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aReadyOneThatIsRemovedWhileItsTestWaitsIsToldToBeGone() throws Exception {
    testBehindAJob();
    service.remove("server");
    goOn.countDown();
    assertThat(answer()).isEqualTo(gone());
  }

  @Test
  void aReadyOneThatIsReplacedWhileItsTestWaitsIsToldToBeGone() throws Exception {
    testBehindAJob();
    service.add(new Loader(false));
    goOn.countDown();
    assertThat(answer()).isEqualTo(gone());
  }

  @Test
  void aTestThatIsCalledOffWithTheServiceIsAnsweredForADeviceThatIsRemoved() throws Exception {
    testBehindAJob();
    service.remove("server");
    service.close();
    assertThat(answer()).isEqualTo(gone());
  }
}

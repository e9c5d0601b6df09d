package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome.Done;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.reference.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices: loading, falling back with a reason, and choosing. */
@Timeout(60)
class DevicesTest {
  private final LogWatch log = new LogWatch();
  private final BlockingQueue<DeviceStatus> heard = new LinkedBlockingQueue<>();
  private final FakeBackend fallback = new FakeBackend("plain");
  private final FakeBackend fast = new FakeBackend("fast");
  private LocalComputeService service;

  @AfterEach
  void close() {
    service.close();
    log.close();
  }

  /** A backend under another name, which may compute wrongly and notes that it was closed. */
  private static final class FakeBackend extends Delegating {
    private final Device device;
    final CountDownLatch closed = new CountDownLatch(1);

    FakeBackend(String id) {
      super(new ReferenceBackend());
      device = new Device(id, "test processor", DeviceKind.CPU, id.toUpperCase(Locale.ROOT));
    }

    @Override
    public Device device() {
      return device;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private record Loader(Device device, Callable<Backend> loading) implements BackendLoader {
    @Override
    public Backend load() throws Exception {
      return loading.call();
    }
  }

  private void startWith(Callable<Backend> loading) {
    make(loading);
    service.start();
  }

  private void make(Callable<Backend> loading) {
    service =
        new LocalComputeService(
            Runnable::run, fallback, List.of(new Loader(fast.device(), loading)));
    service.addListener(
        new ServiceListener() {
          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            heard.add(active);
          }
        });
  }

  private DeviceStatus nextChange() throws InterruptedException {
    DeviceStatus status = heard.poll(Recorder.LIMIT_S, TimeUnit.SECONDS);
    assertThat(status).as("a change of devices within the time limit").isNotNull();
    return status;
  }

  private String deviceOfAJob() throws InterruptedException {
    Recorder<String> recorder = new Recorder<>();
    service.submit(new JobRequest<>("where", context -> context.backend().device().id()), recorder);
    return ((Done<String>) recorder.outcome()).value();
  }

  @Test
  void theFallbackIsUsedUntilTheBetterOneIsLoaded() throws Exception {
    make(() -> fast);
    assertThat(service.active())
        .isEqualTo(
            new DeviceStatus(
                fallback.device(),
                DeviceState.READY,
                "FAST is being loaded; PLAIN is used until then."));
    assertThat(service.devices())
        .extracting(DeviceStatus::state)
        .containsExactly(DeviceState.LOADING, DeviceState.READY);
    assertThat(deviceOfAJob()).isEqualTo("plain");
    service.start();
    assertThat(nextChange()).isEqualTo(DeviceStatus.ready(fast.device()));
    assertThat(deviceOfAJob()).isEqualTo("fast");
  }

  @Test
  void ofANativeLibraryThatFailsToLoadTheFirstErrorIsTold() throws Exception {
    startWith(
        () -> {
          Error later = new NoClassDefFoundError("Could not initialize class Blas");
          later.initCause(new UnsatisfiedLinkError("/natives/libblas.so: file too short"));
          throw later;
        });
    assertThat(nextChange().reason()).contains("(/natives/libblas.so: file too short).");
  }

  @Test
  void aNativeLibraryThatFailsToLoadIsToldInWords() throws Exception {
    startWith(
        () -> {
          throw new UnsatisfiedLinkError(
              "no jniopenblas in java.library.path: /usr/lib:/lib\nand more");
        });
    String reason =
        "FAST could not be loaded: its native library is missing or does not fit this system"
            + " (no jniopenblas in java.library.path).";
    assertThat(nextChange())
        .isEqualTo(
            new DeviceStatus(
                fallback.device(), DeviceState.READY, reason + " Used instead: PLAIN."));
    assertThat(service.devices().get(0))
        .isEqualTo(new DeviceStatus(fast.device(), DeviceState.UNAVAILABLE, reason));
    assertThat(deviceOfAJob()).isEqualTo("plain");
    assertThat(log.records).hasSize(1);
  }

  @Test
  void aReasonThatIsASentenceAlreadyIsKept() throws Exception {
    startWith(
        () -> {
          throw new InferscopeException("The card is too old.");
        });
    assertThat(nextChange().reason()).isEqualTo("The card is too old. Used instead: PLAIN.");
  }

  @Test
  void anErrorWithoutAMessageIsNamed() throws Exception {
    startWith(
        () -> {
          throw new IllegalStateException();
        });
    assertThat(nextChange().reason())
        .startsWith("FAST could not be loaded: IllegalStateException.");
  }

  @Test
  void aBackendThatComputesWronglyIsNotUsed() throws Exception {
    FakeBackend wrong = new FakeBackend("fast");
    wrong.factor = 2;
    startWith(() -> wrong);
    assertThat(nextChange().reason())
        .startsWith("FAST gave a wrong product on test processor and is not used.");
    assertThat(wrong.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    assertThat(deviceOfAJob()).isEqualTo("plain");
  }

  @Test
  void aDeviceCanBeChosenAndNeedsNoReason() throws Exception {
    startWith(() -> fast);
    nextChange();
    service.use("plain");
    assertThat(nextChange()).isEqualTo(DeviceStatus.ready(fallback.device()));
    assertThat(deviceOfAJob()).isEqualTo("plain");
    service.use("fast");
    assertThat(deviceOfAJob()).isEqualTo("fast");
  }

  @Test
  void aDeviceThatIsNotThereCannotBeChosen() throws Exception {
    startWith(
        () -> {
          throw new InferscopeException("The card is too old.");
        });
    nextChange();
    assertThatThrownBy(() -> service.use("fast"))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("The card is too old.");
    assertThatThrownBy(() -> service.use("abacus"))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("abacus");
  }

  @Test
  void closingFreesTheBackends() throws Exception {
    startWith(() -> fast);
    nextChange();
    service.close();
    assertThat(fast.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    assertThat(fallback.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aBackendThatArrivesAfterClosingIsFreed() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch arrive = new CountDownLatch(1);
    startWith(
        () -> {
          loading.countDown();
          arrive.await(Recorder.LIMIT_S, TimeUnit.SECONDS);
          return fast;
        });
    assertThat(loading.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    service.close();
    assertThat(fallback.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
    arrive.countDown();
    assertThat(fast.closed.await(Recorder.LIMIT_S, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void startingTwiceLoadsOnce() throws Exception {
    BlockingQueue<String> loads = new LinkedBlockingQueue<>();
    startWith(
        () -> {
          loads.add("load");
          return fast;
        });
    service.start();
    nextChange();
    assertThat(loads).hasSize(1);
  }
}

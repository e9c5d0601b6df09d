package org.inferscope.app.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.support.FakeDevices;
import org.junit.jupiter.api.Test;

class DevicesPresenterTest {
  private final FakeDevices compute = FakeDevices.many(9);
  private final List<String> benchmarks = new ArrayList<>();
  private String chosen = "";
  private final DevicesPresenter presenter =
      new DevicesPresenter(
          compute,
          new DevicesPresenter.Wishes() {
            @Override
            public String chosen() {
              return chosen;
            }

            @Override
            public void choose(String deviceId) {
              chosen = deviceId;
              compute.use(deviceId);
            }

            @Override
            public boolean canBenchmark() {
              return true;
            }

            @Override
            public void benchmark() {
              benchmarks.add(compute.active().device().id());
            }
          });

  @Test
  void eachDeviceHasItsNameBackendMemoryStateAndReason() {
    assertThat(line("cuda:0").facts()).isEqualTo("ND4J CUDA 11.6 · 24 GiB");
    assertThat(line("openblas").facts()).isEqualTo("OpenBLAS 0.3.31");
    assertThat(presenter.lines())
        .extracting(each -> each.standing().word())
        .containsExactly(
            "found",
            "ready",
            "not usable",
            "found",
            "not usable",
            "loading",
            "ready",
            "not usable",
            "in use");
    assertThat(line("cuda:1").why()).startsWith("The GPU pack has no code for this card");
    assertThat(line("cuda:1").spoken())
        .startsWith("NVIDIA H100 80GB HBM3, ND4J CUDA 11.6 · 80 GiB, not usable. The GPU pack");
  }

  @Test
  void withoutAChoiceTheDeviceInUseIsTheChosenOne() {
    assertThat(line("openblas").chosen()).isTrue();
    chosen = "gone";
    assertThat(line("openblas").chosen()).isTrue();
  }

  @Test
  void aChosenDeviceThatIsStillLoadingSaysThatItIsUsedSoon() {
    presenter.choose("opencl:3");
    assertThat(line("opencl:3").chosen()).isTrue();
    assertThat(line("opencl:3").why()).isEqualTo("It is used as soon as it is ready.");
    assertThat(line("openblas").standing()).isEqualTo(Standing.IN_USE);
  }

  @Test
  void aDeviceThatCannotBeUsedIsNotChosen() {
    presenter.choose("cuda:1");
    assertThat(compute.asked).isEmpty();
    assertThat(chosen).isEmpty();
  }

  @Test
  void theReasonForAStandInStandsAtTheDeviceInUse() {
    compute.inUse("openblas", "The process was killed.");
    assertThat(line("openblas").why()).isEqualTo("The process was killed.");
  }

  @Test
  void aTestSaysThatItRunsAndThenWhatWasFound() {
    AtomicInteger changes = new AtomicInteger();
    presenter.onChange(changes::incrementAndGet);
    presenter.test("cuda:0");
    presenter.test("cuda:0");
    assertThat(compute.asked).containsExactly("test cuda:0");
    assertThat(line("cuda:0").trial().running()).isTrue();
    compute.tested("cuda:0", DeviceState.READY, "");
    assertThat(line("cuda:0").trial().sentence()).startsWith("It works");
    assertThat(line("cuda:0").trial().passed()).isTrue();
    presenter.test("cuda:0");
    compute.tested("cuda:0", DeviceState.UNAVAILABLE, "It computed a wrong product.");
    assertThat(line("cuda:0").trial().sentence()).isEqualTo("It computed a wrong product.");
    assertThat(line("cuda:0").trial().passed()).isFalse();
    assertThat(changes).hasValue(4);
  }

  @Test
  void lookingAgainForgetsWhatTestsHaveFoundAndEndsWithNewsOfDevices() {
    presenter.test("opencl:0");
    compute.tested("opencl:0", DeviceState.READY, "Good.");
    presenter.lookAgain();
    assertThat(presenter.isLooking()).isTrue();
    assertThat(line("opencl:0").trial().sentence()).isEmpty();
    assertThat(compute.asked).endsWith("refresh");
    compute.changed();
    assertThat(presenter.isLooking()).isFalse();
  }

  @Test
  void aBenchmarkRunsOnTheDeviceItWasAskedFor() {
    presenter.benchmark("opencl:0");
    assertThat(benchmarks).containsExactly("opencl:0");
  }

  @Test
  void theLoadTellsOfTheJobTheQueueTheMemoryAndOthers() {
    assertThat(presenter.load())
        .isEqualTo(new ServiceLoad("nothing", -1, "no job waits", "nothing", ""));
    compute.running("Trace", 0.459, "layer 6 of 12", 1);
    compute.usage = new DeviceUsage(3L << 29, "generate", 7, 3);
    compute.inUse("server:a", "");
    assertThat(presenter.load())
        .isEqualTo(
            new ServiceLoad(
                "Trace: layer 6 of 12 (45 %)",
                0.459,
                "1 job waits; calls of all clients on the device: 7",
                "1.5 GiB of 80 GiB",
                "2 other clients, running: generate"));
  }

  @Test
  void nvidiaIsFoundByNameOrBackend() {
    assertThat(presenter.hasNvidia()).isTrue();
    assertThat(new FakeDevices().devices()).hasSize(1);
    DevicesPresenter plain =
        new DevicesPresenter(
            new FakeDevices(),
            new DevicesPresenter.Wishes() {
              @Override
              public String chosen() {
                return "";
              }

              @Override
              public void choose(String deviceId) {}

              @Override
              public boolean canBenchmark() {
                return false;
              }

              @Override
              public void benchmark() {}
            });
    assertThat(plain.hasNvidia()).isFalse();
  }

  private DeviceLine line(String id) {
    return presenter.lines().stream()
        .filter(each -> each.device().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}

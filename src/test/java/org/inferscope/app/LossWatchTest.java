package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.compute.DeviceState;
import org.inferscope.support.FakeDevices;
import org.junit.jupiter.api.Test;

class LossWatchTest {
  private final FakeDevices compute = FakeDevices.many(4);
  private final LossWatch watch = new LossWatch(compute.active().device());

  @Test
  void aDeviceThatIsLostIsToldOnce() {
    compute.inUse("opencl:0", "");
    assertThat(follow()).isEmpty();
    compute.turn("opencl:0", DeviceState.LOADING, "");
    compute.inUse("openblas", "The connection broke off.");
    assertThat(follow()).contains("The connection broke off.");
    assertThat(follow()).isEmpty();
  }

  @Test
  void aChangeByHandIsNoLoss() {
    compute.inUse("opencl:0", "");
    assertThat(follow()).isEmpty();
    compute.inUse("openblas", "");
    assertThat(follow()).isEmpty();
  }

  @Test
  void aChosenDeviceThatIsStillLoadingIsNoLoss() {
    compute.inUse("opencl:0", "");
    follow();
    compute.inUse("openblas", "ND4J is still being loaded.");
    assertThat(follow()).isEmpty();
  }

  private Optional<String> follow() {
    return watch.follow(compute.active(), compute.devices());
  }
}

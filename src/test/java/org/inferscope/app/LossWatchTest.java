package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.app.LossWatch.News;
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
    assertThat(follow()).contains(new News(false, "The connection broke off."));
    assertThat(follow()).isEmpty();
  }

  @Test
  void aDeviceThatComesBackIsToldOnce() {
    lose("The connection broke off.");
    compute.turn("opencl:0", DeviceState.READY, "");
    compute.inUse("opencl:0", "");
    assertThat(follow())
        .hasValueSatisfying(
            news -> {
              assertThat(news.isBack()).isTrue();
              assertThat(news.sentence()).endsWith("computes again.");
            });
    assertThat(follow()).isEmpty();
  }

  @Test
  void thatALostDeviceCannotBeStartedAgainIsTold() {
    lose("The connection broke off. It is being started again.");
    compute.turn("opencl:0", DeviceState.UNAVAILABLE, "Connection refused.");
    compute.inUse("openblas", "Connection refused.");
    assertThat(follow()).contains(new News(false, "Connection refused."));
    assertThat(follow()).isEmpty();
  }

  @Test
  void aDeviceThatIsChosenLaterHasNotComeBack() {
    compute.inUse("opencl:0", "");
    follow();
    compute.turn("opencl:0", DeviceState.UNAVAILABLE, "The connection broke off.");
    compute.inUse("openblas", "The connection broke off.");
    follow();
    compute.turn("cuda:0", DeviceState.READY, "");
    compute.inUse("cuda:0", "");
    follow();
    compute.turn("opencl:0", DeviceState.READY, "");
    compute.inUse("opencl:0", "");
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

  /** A device is in use, and then it is not; both have been told. */
  private void lose(String why) {
    compute.inUse("opencl:0", "");
    follow();
    compute.turn("opencl:0", DeviceState.LOADING, "");
    compute.inUse("openblas", why);
    follow();
  }

  private Optional<News> follow() {
    return watch.follow(compute.active(), compute.devices());
  }
}

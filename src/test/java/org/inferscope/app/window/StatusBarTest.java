package org.inferscope.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.Arrays;
import org.inferscope.compute.DeviceState;
import org.inferscope.support.FakeDevices;
import org.inferscope.support.Pictures;
import org.junit.jupiter.api.Test;

/** What the status bar shows where there is little room. */
class StatusBarTest {
  private static final int WIDTH = 1000;

  @Test
  void aLongReasonIsCutAndNotTheNameOfTheDevice() {
    FakeDevices compute = FakeDevices.many(4);
    compute.turn("opencl:0", DeviceState.LOADING, "");
    compute.inUse(
        "openblas", "The process for OpenCL 3.0 was killed while it was in use. ".repeat(4));
    Pictures.onEventThread(
        () -> {
          StatusBar bar = new StatusBar();
          bar.showDevice(compute.active());
          bar.setSize(WIDTH, bar.getPreferredSize().height);
          bar.doLayout();
          Component device = part(bar, "status.device");
          assertThat(device.getWidth()).isEqualTo(device.getPreferredSize().width);
          Component reason = part(bar, "status.reason");
          assertThat(reason.getX() + reason.getWidth()).isBetween(WIDTH / 2, WIDTH);
          return true;
        });
  }

  private static Component part(StatusBar bar, String name) {
    return Arrays.stream(bar.getComponents())
        .filter(part -> name.equals(part.getName()))
        .findFirst()
        .orElseThrow();
  }
}

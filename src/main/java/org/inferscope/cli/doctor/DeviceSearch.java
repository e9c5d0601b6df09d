package org.inferscope.cli.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until every device is known to be ready or not, within a limit. */
final class DeviceSearch {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceSearch.class);

  private DeviceSearch() {}

  /**
   * The devices in order of preference; one that is still loading at the limit is given as such.
   */
  static Devices run(Supplier<ComputeService> compute, Duration limit) throws InterruptedException {
    try (ComputeService service = compute.get()) {
      CountDownLatch settled = new CountDownLatch(1);
      ServiceListener listener =
          new ServiceListener() {
            @Override
            public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
              if (isSettled(service, all)) {
                settled.countDown();
              }
            }
          };
      Registration registration = service.addListener(listener);
      // Asked after listening, so that a change in between is not missed.
      boolean known =
          isSettled(service, service.devices())
              || settled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("Devices {}", known ? "found" : "still loading after " + limit);
      registration.close();
      return new Devices(service.active(), service.devices());
    }
  }

  private static boolean isSettled(ComputeService service, List<DeviceStatus> devices) {
    return !service.isSearching()
        && devices.stream().noneMatch(device -> device.state() == DeviceState.LOADING);
  }

  /** What was found. */
  record Devices(DeviceStatus active, List<DeviceStatus> all) {}
}

package org.inferscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.compute.DeviceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is listed, on the machine the tests run on. */
class OpenClDevicesTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxHasADeviceSoThatTheSuitesRunOnOne() {
    OpenClDevices found = OpenClDevices.list();
    assertThat(found.devices())
        .as(
            "OpenCL devices; install the packages pocl-opencl-icd and ocl-icd-libopencl1 (%s)",
            found.reason())
        .isNotEmpty();
    assertThat(OpenClTests.present()).isTrue();
  }

  @Test
  void listingTwiceGivesTheSame() {
    assertThat(OpenClDevices.list()).isEqualTo(OpenClDevices.list());
  }

  @Test
  void everyDeviceSaysWhatItIs() {
    for (OpenClDevice device : OpenClDevices.list().devices()) {
      assertThat(device.id()).matches("opencl:\\d+");
      assertThat(device.name()).isNotBlank();
      assertThat(device.driver()).isNotBlank();
      assertThat(device.memory()).isPositive();
      assertThat(device.device().backend()).matches("OpenCL \\d\\.\\d");
      OpenClLoader loader = new OpenClLoader(device, java.nio.file.Path.of("unused"));
      assertThat(loader.preferred()).isEqualTo(device.kind() == DeviceKind.GPU);
      assertThat(loader.onDemand()).isNotEqualTo(loader.preferred());
    }
  }
}

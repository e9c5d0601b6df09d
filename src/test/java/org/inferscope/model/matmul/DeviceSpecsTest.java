package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

class DeviceSpecsTest {
  private static final String HEADER = "id,name,memory_gb,bandwidth_gb_s,fp32,note,sources\n";

  @Test
  void everyPackagedDeviceHasABandwidthAPeakAndASource() {
    DeviceSpecs devices = DeviceSpecs.load();
    assertThat(devices.all()).extracting(DeviceSpec::id).doesNotHaveDuplicates();
    assertThat(devices.all())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            device -> {
              assertThat(device.bandwidth()).isGreaterThan(1e9);
              assertThat(device.peak(DType.FP32)).isPresent();
              assertThat(device.sources()).isNotBlank();
            });
  }

  @Test
  void readsDenseFigures() {
    DeviceSpec h100 = DeviceSpecs.load().byId("h100-sxm").orElseThrow();
    assertThat(h100.peak(DType.FP16)).hasValue(989.4e12);
    assertThat(h100.bandwidth()).isEqualTo(3350e9);
    assertThat(h100.memoryGb()).isEqualTo(80);
    assertThat(h100.peak(DType.INT4)).isEmpty();
  }

  @Test
  void namesTheLineOfAMistake() {
    assertThatThrownBy(() -> DeviceSpecs.parse(HEADER + "x,X,1,2,3,,s\ny,Y,1,2,,s"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> DeviceSpecs.parse(HEADER + "x,X,1,fast,3,,s"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 2");
  }
}

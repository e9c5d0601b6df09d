package org.inferscope.io.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.compute.InferscopeException;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.Roof;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceFileTest {
  private static final String HEADER = "id,name,memory_gb,bandwidth_gb_s,fp32,note,sources\n";

  @Test
  void everyPackagedDeviceHasABandwidthAPeakAYearAndASource() {
    DeviceCatalogue devices = DeviceFile.packaged();
    assertThat(devices.devices()).extracting(DeviceSpec::id).doesNotHaveDuplicates();
    assertThat(devices.devices())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            device -> {
              assertThat(device.id()).matches("[a-z0-9-]+");
              assertThat(device.name()).isNotBlank();
              assertThat(device.bandwidth()).isBetween(50e9, 10e12);
              assertThat(device.year()).isBetween(2015, 2026);
              assertThat(device.peak(DType.FP32)).isPresent();
              assertThat(device.sources()).isNotBlank();
              assertThat(device.peaks().values()).allSatisfy(p -> assertThat(p).isLessThan(1e16));
            });
  }

  @Test
  void shorterFormatsAreNeverSlower() {
    for (DeviceSpec device : DeviceFile.packaged().devices()) {
      double fp32 = device.peak(DType.FP32).getAsDouble();
      assertThat(device.peak(DType.TF32).orElse(fp32)).isGreaterThanOrEqualTo(fp32);
      double fp16 = device.peak(DType.FP16).orElse(fp32);
      assertThat(fp16).isGreaterThanOrEqualTo(fp32);
      assertThat(device.peak(DType.INT8).orElse(fp16)).isGreaterThanOrEqualTo(fp16);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a100-notebook, 156",
    "a100-80-sxm, 153.02",
    "a100-40, 200.64",
    "h100-sxm, 295.34",
    "t4, 203.13",
    "mi300x, 246.68"
  })
  void ridgePointsFollowFromPeakAndBandwidth(String id, double ridge) {
    DeviceSpec device = DeviceFile.packaged().byId(id).orElseThrow();
    assertThat(Roof.of(device, DType.FP16).orElseThrow().ridge()).isCloseTo(ridge, within(0.01));
  }

  @Test
  void readsDenseFigures() {
    DeviceSpec h100 = DeviceFile.packaged().byId("h100-sxm").orElseThrow();
    assertThat(h100.peak(DType.FP16)).hasValue(989.4e12);
    assertThat(h100.achieved(DType.BF16)).hasValue(794.5e12);
    assertThat(h100.bandwidth()).isEqualTo(3350e9);
    assertThat(h100.memoryGb()).isEqualTo(80);
    assertThat(h100.peak(DType.INT4)).isEmpty();
  }

  @Test
  void namesRowAndColumnOfAMistakeAndLoadsTheOthers() {
    DeviceCatalogue devices =
        DeviceFile.parse(
            HEADER
                + "x,X,1,2,3,,s\n"
                + "fast,Quick,1,fast,3,,s\n"
                + "minus,Minus,1,2,-3,,s\n"
                + "none,None,1,,3,,s\n"
                + "idle,Idle,1,2,,,s\n"
                + "y,\"Y, quoted\",,5,7,,s\n",
            "own.csv");
    assertThat(devices.devices()).extracting(DeviceSpec::name).containsExactly("X", "Y, quoted");
    assertThat(devices.problems()).hasSize(4);
    assertThat(devices.problems().get(0)).contains("own.csv", "line 3", "bandwidth_gb_s", "“fast”");
    assertThat(devices.problems().get(1)).contains("line 4", "Minus", "fp32", "“-3”");
    assertThat(devices.problems().get(2)).contains("line 5", "bandwidth_gb_s", "empty");
    assertThat(devices.problems().get(3)).contains("line 6", "no peak");
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> DeviceFile.parse("a,b\n\"1,2", "own.csv"))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("own.csv");
  }

  @Test
  void readsWhatItWrites() {
    DeviceCatalogue all = DeviceFile.packaged();
    DeviceCatalogue again = DeviceFile.parse(DeviceFile.write(all.devices()), "again.csv");
    assertThat(again.problems()).isEmpty();
    assertThat(again.devices()).isEqualTo(all.devices());
  }
}

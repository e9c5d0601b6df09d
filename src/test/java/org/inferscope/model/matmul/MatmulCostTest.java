package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.io.hardware.DeviceFile;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.Roof;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

class MatmulCostTest {
  private final DeviceCatalogue devices = DeviceFile.packaged();

  @Test
  void opensOnTheNotebooksFigures() {
    MatmulCost cost = MatmulCost.notebook(devices);
    assertThat(cost.shapeText()).isEqualTo("(512, 4096) @ (4096, 11008)");
    assertThat(cost.text(Quantity.FLOPS)).isEqualTo("46,170,898,432");
    assertThat(cost.flopsShort()).isEqualTo("46.17 GFLOPs");
    assertThat(cost.text(Quantity.COMPUTE_TIME)).isEqualTo("0.1480 ms");
    assertThat(cost.text(Quantity.PEAK)).isEqualTo("312 TFLOP/s");
    assertThat(cost.text(Quantity.RIDGE_POINT)).isEqualTo("156.0 FLOPs/byte");
    assertThat(cost.bound()).contains(Roof.Bound.COMPUTE);
    assertThat(cost.bytesShort()).isEqualTo("105.6 MB");
  }

  @Test
  void aSingleTokenIsBoundByMemory() {
    MatmulCost cost = new MatmulCost(new FlopCount(1, 4096, 4096), DType.FP16, devices.notebook());
    assertThat(cost.bound()).contains(Roof.Bound.MEMORY);
    assertThat(cost.verdict())
        .isEqualTo("Memory-bound: 0.9995 FLOPs per byte is below the ridge point of 156.0.");
  }

  @Test
  void aFormatWithoutASourcedPeakGetsASentenceInsteadOfATime() {
    DeviceSpec v100 = devices.byId("v100-sxm2-16").orElseThrow();
    MatmulCost cost = new MatmulCost(new FlopCount(512, 512, 512), DType.FP8, v100);
    assertThat(cost.value(Quantity.COMPUTE_TIME)).isEmpty();
    assertThat(cost.text(Quantity.COMPUTE_TIME)).isEqualTo("–");
    assertThat(cost.value(Quantity.MEMORY_TIME)).isPresent();
    assertThat(cost.verdict())
        .isEqualTo(
            "No sourced peak for V100 SXM2 16GB in FP8, so no time is given."
                + " Choose another number format.");
  }

  @Test
  void theLargestShapeStillHasFigures() {
    MatmulCost cost =
        new MatmulCost(
            new FlopCount(10_000_000, 10_000_000, 10_000_000), DType.FP16, devices.notebook());
    assertThat(cost.text(Quantity.FLOPS)).isEqualTo("2,000,000,000,000,000,000,000");
    assertThat(cost.value(Quantity.COMPUTE_TIME)).hasValue(2e21 / 312e12);
  }
}

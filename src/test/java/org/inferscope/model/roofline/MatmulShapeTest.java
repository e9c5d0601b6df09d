package org.inferscope.model.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.MatmulShape.Right;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatmulShapeTest {
  private static final Roof A100 = new Roof("A100", 312e12, 2e12);

  @ParameterizedTest
  @CsvSource({
    "SINGLE, 1.0, MEMORY",
    "SMALL_BATCH, 8.0, MEMORY",
    "LARGE_BATCH, 62.1, MEMORY",
    "PREFILL_512, 409.6, COMPUTE",
    "PREFILL_2048, 1024.0, COMPUTE"
  })
  void givesTheNotebooksIntensities(Scenario scenario, String printed, Roof.Bound bound) {
    double intensity = scenario.shape().intensity(Formats.NOTEBOOK);
    assertThat(Numbers.fixed(intensity, 1))
        .isEqualTo(Numbers.fixed(Double.parseDouble(printed), 1));
    assertThat(A100.bound(intensity)).isEqualTo(bound);
  }

  @Test
  void countsByHand() {
    // [2, 3] x [3, 5]: 30 products and sums; 6 + 15 + 10 numbers.
    MatmulShape shape = MatmulShape.of(2, 3, 5);
    assertThat(shape.flops()).isEqualTo(60);
    assertThat(shape.bytes(Formats.of(DType.FP32))).isEqualTo(124);
    assertThat(shape.bytes(new Formats(DType.INT4, DType.FP16))).isEqualTo(12 + 7.5 + 20);
    MatmulShape cache = new MatmulShape(4, 2, 3, 5, Right.CACHE);
    assertThat(cache.flops()).isEqualTo(240);
    assertThat(cache.bytes(new Formats(DType.INT4, DType.FP16))).isEqualTo(4 * 31 * 2);
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void swappingRowsAndColumnsChangesNothing(DType format) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double m = random.nextInt(1, 5000);
      double k = random.nextInt(1, 5000);
      double n = random.nextInt(1, 5000);
      assertThat(MatmulShape.of(m, k, n).intensity(Formats.of(format)))
          .isCloseTo(MatmulShape.of(n, k, m).intensity(Formats.of(format)), within(1e-9));
    }
  }

  @Test
  void intensityGrowsWithTheBatchToItsLimit() {
    SplittableRandom random = new SplittableRandom(2);
    for (DType weights : DType.values()) {
      for (DType activations : DType.values()) {
        Formats formats = new Formats(weights, activations);
        MatmulShape shape = MatmulShape.of(1, random.nextInt(1, 9000), random.nextInt(1, 9000));
        double before = 0;
        for (double rows = 1; rows < 1e12; rows *= 3) {
          double intensity = shape.withRows(rows).intensity(formats);
          assertThat(intensity).isGreaterThan(before).isLessThan(shape.intensityLimit(formats));
          before = intensity;
        }
        assertThat(before).isCloseTo(shape.intensityLimit(formats), within(before / 1e6));
      }
    }
  }

  @Test
  void fewerBitsAWeightMoveThePointRight() {
    double before = 0;
    for (DType weights : new DType[] {DType.FP32, DType.FP16, DType.INT8, DType.INT4}) {
      double intensity = Scenario.SINGLE.shape().intensity(new Formats(weights, DType.FP16));
      assertThat(intensity).isGreaterThan(1.4 * before);
      before = intensity;
    }
  }

  @Test
  void arithmeticIsDoneInTheWiderFormat() {
    assertThat(new Formats(DType.INT4, DType.FP16).compute()).isEqualTo(DType.FP16);
    assertThat(new Formats(DType.FP16, DType.INT8).compute()).isEqualTo(DType.FP16);
    assertThat(new Formats(DType.FP32, DType.TF32).compute()).isEqualTo(DType.TF32);
  }

  @Test
  void refusesSidesBelowOne() {
    assertThatThrownBy(() -> MatmulShape.of(1, 0, 1)).hasMessageContaining("k");
  }
}

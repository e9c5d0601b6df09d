package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

class FlopCountTest {
  @Test
  void countsTheNotebooksLayer() {
    FlopCount count = new FlopCount(512, 4096, 11008);
    assertThat(count.flops()).isEqualTo(46_170_898_432L);
    assertThat(count.multiplies()).isEqualTo(23_085_449_216L);
    assertThat(count.adds()).isEqualTo(512L * 11008 * 4095);
    assertThat(count.bytes(DType.FP16)).isEqualTo((512L * 4096 + 4096L * 11008 + 512L * 11008) * 2);
  }

  @Test
  void agreesWithTheNotebooksIntensities() {
    assertThat(new FlopCount(1, 4096, 4096).intensity(DType.FP16)).isCloseTo(0.9995, within(5e-5));
    assertThat(new FlopCount(2048, 4096, 4096).intensity(DType.FP16)).isEqualTo(1024);
  }

  @Test
  void countsTheLargestShapeWithoutOverflow() {
    FlopCount count = new FlopCount(10_000_000, 10_000_000, 10_000_000);
    assertThat(count.flops()).isEqualTo(BigInteger.TEN.pow(21).multiply(BigInteger.TWO));
    assertThat(count.intensity(DType.FP32)).isCloseTo(2e21 / 12e14, within(1e-3));
  }

  @Test
  void anEmptyInnerDimensionCostsNoArithmetic() {
    FlopCount count = new FlopCount(3, 0, 4);
    assertThat(count.multiplies()).isZero();
    assertThat(count.adds()).isZero();
    assertThat(count.bytes(DType.FP32)).isEqualTo(48);
    assertThat(new FlopCount(0, 0, 0).intensity(DType.FP32)).isZero();
  }

  @Test
  void refusesSizesOutOfRange() {
    assertThatThrownBy(() -> new FlopCount(1, 10_000_001, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'k'");
    assertThatThrownBy(() -> new FlopCount(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}

package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DTypeTest {

  @ParameterizedTest
  @CsvSource({
    "FP32, 32, 4",
    "TF32, 32, 4",
    "FP16, 16, 2",
    "BF16, 16, 2",
    "FP8, 8, 1",
    "INT8, 8, 1",
    "INT4, 4, 0.5"
  })
  void takesItsRoom(DType type, int bits, double bytes) {
    assertThat(type.bits()).isEqualTo(bits);
    assertThat(type.bytes()).isEqualTo(bytes);
  }

  @Test
  void packsNumbersIntoWholeBytes() {
    assertThat(DType.INT4.bytes(3)).isEqualTo(2);
    assertThat(DType.INT4.bytes(0)).isZero();
    assertThat(DType.FP16.bytes(4096L * 11008)).isEqualTo(90_177_536L);
  }

  @Test
  void refusesCountsThatMakeNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> DType.FP32.bytes(-1));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> DType.FP32.bytes(Long.MAX_VALUE / 2));
  }
}

package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatmulSizeTest {
  @Test
  void oneNumberMeansSquareMatricesAndThreeMeanThemselves() {
    assertThat(MatmulSize.parse("512")).isEqualTo(new MatmulSize(512, 512, 512));
    assertThat(MatmulSize.parse(" 1x768x3072 ")).isEqualTo(new MatmulSize(1, 768, 3072));
    assertThat(MatmulSize.parse("1X2×3")).isEqualTo(new MatmulSize(1, 2, 3));
    assertThat(new MatmulSize(1, 2, 3)).hasToString("1x2x3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "-3",
        "1.5",
        "12x",
        "1x2",
        "1x2x3x4",
        "0",
        "1x0x2",
        "50000",
        "999999999999999999",
        "9999999999999999999999"
      })
  void badSizesAreRefusedInASentenceThatRepeatsThem(String text) {
    assertThatThrownBy(() -> MatmulSize.parse(text))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void operationsAndBytesAreThoseOfTheBigExample() {
    MatmulSize size = new MatmulSize(512, 4096, 11008);
    assertThat(size.flops()).isEqualTo(46_170_898_432.0);
    assertThat(size.bytes()).isEqualTo(4.0 * (512 * 4096 + 4096 * 11008 + 512 * 11008));
  }
}

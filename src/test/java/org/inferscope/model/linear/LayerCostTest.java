package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayerCostTest {
  private static LayerCost notebook(int batch, DType dtype) {
    return LayerCost.of(FigureLayers.notebook(), batch, dtype);
  }

  @Test
  void countsParametersAndFlops() {
    LayerCost cost = notebook(32, DType.FP32);
    assertThat(cost.value(LayerQuantity.WEIGHTS)).isEqualTo(12);
    assertThat(cost.value(LayerQuantity.BIASES)).isEqualTo(3);
    assertThat(cost.value(LayerQuantity.PARAMETERS)).isEqualTo(15);
    assertThat(cost.value(LayerQuantity.FLOPS_ONE)).isEqualTo(24);
    assertThat(cost.value(LayerQuantity.FLOPS_BATCH)).isEqualTo(768);
  }

  @Test
  void flopsAreWhatCountingEveryOperationGives() {
    int flops = 0;
    for (int row = 0; row < 5; row++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 7; j++) {
          flops += j == 0 ? 1 : 2; // The first product is stored, not added.
        }
        flops++; // The bias.
      }
    }
    assertThat(new LayerCost(7, 3, 5, DType.FP16).value(LayerQuantity.FLOPS_BATCH))
        .isEqualTo(flops);
  }

  @ParameterizedTest
  @CsvSource({"FP32, 48, 12, 60", "BF16, 24, 6, 30", "INT8, 12, 3, 15", "INT4, 6, 2, 8"})
  void bytesFollowTheFormatAndFillUpTheLastOne(DType dtype, double w, double b, double all) {
    LayerCost cost = notebook(1, dtype);
    assertThat(cost.value(LayerQuantity.BYTES_OF_WEIGHTS)).isEqualTo(w);
    assertThat(cost.value(LayerQuantity.BYTES_OF_BIASES)).isEqualTo(b);
    assertThat(cost.value(LayerQuantity.BYTES)).isEqualTo(all);
  }

  @Test
  void aBatchReadsWeightsOnce() {
    assertThat(notebook(1, DType.FP32).value(LayerQuantity.BYTES_MOVED)).isEqualTo(88);
    LayerCost batch = notebook(32, DType.FP32);
    assertThat(batch.value(LayerQuantity.BYTES_MOVED)).isEqualTo((15 + 32 * 7) * 4);
    assertThat(batch.value(LayerQuantity.BYTES_PER_ROW)).isEqualTo(29.875);
    assertThat(batch.value(LayerQuantity.INTENSITY)).isEqualTo(768 / 956.0);
  }

  @Test
  void bytesPerRowFallAndIntensityRisesAsTheBatchGrows() {
    LayerCost before = new LayerCost(64, 64, 1, DType.BF16);
    for (int batch = 2; batch <= 256; batch++) {
      LayerCost cost = new LayerCost(64, 64, batch, DType.BF16);
      assertThat(cost.value(LayerQuantity.BYTES_PER_ROW))
          .isLessThan(before.value(LayerQuantity.BYTES_PER_ROW))
          .isGreaterThan(128 * 2);
      assertThat(cost.value(LayerQuantity.INTENSITY))
          .isGreaterThan(before.value(LayerQuantity.INTENSITY));
      before = cost;
    }
  }

  @Test
  void textsAreReadable() {
    LayerCost cost = new LayerCost(64, 64, 256, DType.FP32);
    assertThat(cost.text(LayerQuantity.FLOPS_BATCH)).isEqualTo("2,097,152");
    assertThat(cost.text(LayerQuantity.INTENSITY)).isEqualTo("14.20 FLOPs/byte");
    assertThat(notebook(32, DType.FP32).text(LayerQuantity.BYTES_PER_ROW)).isEqualTo("29.88");
    assertThat(notebook(1, DType.INT4).text(LayerQuantity.BYTES_PER_NUMBER)).isEqualTo("0.5");
  }

  @Test
  void doesNotOverflow() {
    LayerCost cost = new LayerCost(1 << 20, 1 << 20, 1 << 10, DType.FP32);
    assertThat(cost.value(LayerQuantity.FLOPS_BATCH)).isEqualTo(0x1p51);
    assertThat(cost.value(LayerQuantity.BYTES_OF_WEIGHTS)).isEqualTo(0x1p42);
  }

  @ParameterizedTest
  @EnumSource(LayerQuantity.class)
  void everyFigureHasItsTexts(LayerQuantity quantity) {
    assertThat(quantity.title()).isNotBlank().doesNotContain("!");
    assertThat(quantity.meaning()).isNotBlank().doesNotContain("!");
    assertThat(quantity.unit()).doesNotContain("!");
    assertThat(notebook(2, DType.INT4).text(quantity)).isNotBlank().doesNotContain("!");
  }

  @Test
  void refusesALayerOfNothing() {
    assertThatThrownBy(() -> new LayerCost(0, 1, 1, DType.FP32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inputs");
  }
}

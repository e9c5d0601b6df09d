package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedLayerTest {
  private static final double EPS32 = 0x1p-24;

  @Test
  void fp32IsTheLayerItself() {
    LinearLayer layer = FigureLayers.random(1, 16, 8);
    Matrix x = FigureLayers.matrix(2, 4, 16);
    RoundedLayer rounded = RoundedLayer.of(layer, x, DType.FP32);
    assertThat(rounded.layer()).isEqualTo(layer);
    assertThat(rounded.outputs()).isEqualTo(layer.forward(x));
    assertThat(rounded.exact(3, 7)).isEqualTo(layer.exact(x, 3, 7));
  }

  @Test
  void bf16RoundsNumbersAndTheResultButNotTheSum() {
    LinearLayer layer = FigureLayers.of(new double[][] {{1, 1}}, new double[] {0.1});
    Matrix x = Matrix.of(new double[][] {{256, 1}});
    RoundedLayer rounded = RoundedLayer.of(layer, x, DType.BF16);
    assertThat(rounded.layer().b().get(0, 0)).isEqualTo(0x1.9ap-4f);
    // 257 + 0.1001 lies nearer to 258 than to 256; a sum in BF16 would have stayed at 256.
    assertThat(rounded.output(0, 0)).isEqualTo(258);
    assertThat(rounded.error(0, 0)).isEqualTo(258 - (257 + (double) 0.1f));
  }

  @Test
  void fp16OverflowsWhereFloat32DoesNot() {
    LinearLayer layer = FigureLayers.of(new double[][] {{300}, {70000}, {1}});
    RoundedLayer rounded = RoundedLayer.of(layer, Matrix.of(new double[][] {{300}}), DType.FP16);
    assertThat(rounded.layer().w().get(1, 0)).isInfinite();
    assertThat(rounded.outputs())
        .isEqualTo(
            Matrix.of(new float[][] {{Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 300}}));
    assertThat(rounded.error(0, 0)).isInfinite();
    assertThat(rounded.error(0, 2)).isZero();
  }

  @Test
  void int8IsAsByHand() {
    // W: scale 2/127; 2 → 127, −1 → −63.5, to even −64, 0.5 → 31.75 → 32.
    // x: scale 1/127; 1 → 127, 0.25 → 31.75 → 32, −0.5 → −63.5 → −64.
    LinearLayer layer =
        FigureLayers.of(new double[][] {{2, -1, 0.5}, {0, 0, 0}}, new double[] {0.5, 7});
    Matrix x = Matrix.of(new double[][] {{1, 0.25, -0.5}, {0, 0, 0}});
    RoundedLayer rounded = RoundedLayer.of(layer, x, DType.INT8);
    assertThat(rounded.weightScale(0)).isEqualTo(2f / 127);
    assertThat(rounded.inputScale(0)).isEqualTo(1f / 127);
    assertThat(rounded.layer().w().row(0))
        .containsExactly(127 * (2f / 127), -64 * (2f / 127), 32 * (2f / 127));
    assertThat(rounded.x().row(0))
        .containsExactly(127 * (1f / 127), 32 * (1f / 127), -64 * (1f / 127));
    int sum = 127 * 127 - 64 * 32 - 32 * 64;
    assertThat(rounded.output(0, 0)).isEqualTo(2f / 127 * (1f / 127) * sum + 0.5f);
    assertThat(rounded.error(0, 0)).isEqualTo(rounded.output(0, 0) - 2.0);
    assertThat(rounded.weightScale(1)).isZero();
    assertThat(rounded.output(0, 1)).isEqualTo(7);
    assertThat(rounded.output(1, 0)).isEqualTo(0.5f);
  }

  @Test
  void int8CannotScaleARowThatIsNotFinite() {
    LinearLayer layer = FigureLayers.of(new double[][] {{1, Double.NaN}, {1, 2}});
    Matrix x = Matrix.of(new double[][] {{1, 2}, {Double.NEGATIVE_INFINITY, 1}, {1e-45, -1e-45}});
    RoundedLayer rounded = RoundedLayer.of(layer, x, DType.INT8);
    assertThat(rounded.output(0, 0)).isNaN();
    assertThat(rounded.output(1, 1)).isNaN();
    assertThat(rounded.output(0, 1)).isFinite();
    assertThat(rounded.inputScale(2)).isZero();
    assertThat(rounded.output(2, 1)).isZero();
    assertThat(rounded.error(0, 0)).isZero(); // float64 is NaN too.
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FP32", "BF16", "FP16", "INT8"})
  void allOutputsAreTheSingleOnes(DType dtype) {
    LinearLayer layer = FigureLayers.random(3, 64, 64);
    Matrix x = FigureLayers.matrix(4, 5, 64);
    RoundedLayer rounded = RoundedLayer.of(layer, x, dtype);
    Matrix single = Matrix.generate(5, 64, rounded::output);
    assertThat(rounded.outputs()).isEqualTo(single);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void int8ErrsByNoMoreThanHalfAStepOfEachNumber(long seed) {
    LinearLayer layer = FigureLayers.random(seed, 48, 24);
    Matrix x = FigureLayers.matrix(seed + 100, 6, 48);
    RoundedLayer rounded = RoundedLayer.of(layer, x, DType.INT8);
    for (int row = 0; row < 6; row++) {
      for (int i = 0; i < 24; i++) {
        double bound = 0;
        double size = Math.abs(layer.b().get(i, 0));
        for (int j = 0; j < 48; j++) {
          double w = Math.abs(layer.w().get(i, j));
          double input = Math.abs(x.get(row, j));
          double stepW = rounded.weightScale(i) * 0.5001;
          double stepX = rounded.inputScale(row) * 0.5001;
          bound += w * stepX + input * stepW + stepW * stepX;
          size += w * input;
        }
        assertThat(Math.abs(rounded.error(row, i))).isLessThan(bound + 8 * EPS32 * size);
      }
    }
    assertThat(rounded.error(0, 0)).isNotZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"BF16", "FP16"})
  void sixteenBitsErrByNoMoreThanTheirRounding(DType dtype) {
    double unit = dtype == DType.BF16 ? 0x1p-8 : 0x1p-11;
    double subnormal = dtype == DType.BF16 ? 0 : 0x1p-25;
    LinearLayer layer = FigureLayers.random(9, 48, 24);
    Matrix x = FigureLayers.matrix(10, 6, 48);
    RoundedLayer rounded = RoundedLayer.of(layer, x, dtype);
    for (int row = 0; row < 6; row++) {
      for (int i = 0; i < 24; i++) {
        double size = Math.abs(layer.b().get(i, 0));
        double sizes = 1;
        for (int j = 0; j < 48; j++) {
          double w = Math.abs(layer.w().get(i, j));
          double input = Math.abs(x.get(row, j));
          size += w * input;
          sizes += w + input;
        }
        double inner = size * (2 * unit + unit * unit + 49 * EPS32) + sizes * subnormal;
        double bound = inner + (Math.abs(rounded.exact(row, i)) + inner) * unit + subnormal;
        assertThat(Math.abs(rounded.error(row, i))).isLessThan(bound);
        assertThat(rounded.output(row, i))
            .isEqualTo(
                dtype == DType.BF16
                    ? Rounding.toBf16(rounded.output(row, i))
                    : Rounding.toFp16(rounded.output(row, i)));
      }
    }
  }

  @Test
  void fewerBitsErrMore() {
    LinearLayer layer = FigureLayers.random(20, 64, 64);
    Matrix x = FigureLayers.matrix(21, 4, 64);
    double fp32 = meanError(layer, x, DType.FP32);
    double fp16 = meanError(layer, x, DType.FP16);
    double bf16 = meanError(layer, x, DType.BF16);
    double int8 = meanError(layer, x, DType.INT8);
    assertThat(fp32).isPositive().isLessThan(fp16 / 100);
    assertThat(fp16).isLessThan(bf16 / 4);
    assertThat(int8).isGreaterThan(fp16).isLessThan(0.2);
  }

  private static double meanError(LinearLayer layer, Matrix x, DType dtype) {
    RoundedLayer rounded = RoundedLayer.of(layer, x, dtype);
    double sum = 0;
    for (int row = 0; row < x.rows(); row++) {
      for (int i = 0; i < layer.outputs(); i++) {
        sum += Math.abs(rounded.error(row, i));
      }
    }
    return sum / (x.rows() * layer.outputs());
  }

  @Test
  void refusesOtherFormatsAndScalesThatDoNotExist() {
    LinearLayer layer = FigureLayers.notebook();
    Matrix x = Inputs.notebook(4);
    assertThatThrownBy(() -> RoundedLayer.of(layer, x, DType.FP8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dtype");
    assertThatThrownBy(() -> RoundedLayer.of(layer, Inputs.notebook(3), DType.FP16))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RoundedLayer.of(layer, x, DType.BF16).weightScale(0))
        .isInstanceOf(IllegalStateException.class);
  }
}

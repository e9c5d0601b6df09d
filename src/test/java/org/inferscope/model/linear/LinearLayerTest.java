package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.inferscope.model.linear.Layers.Sample;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearLayerTest {
  /** Half a unit in the last place of 1, by which a float32 operation is off at most. */
  private static final double ROUNDING = Math.ulp(1f) / 2;

  static Stream<Sample> samples() {
    return Layers.samples();
  }

  @Test
  void givesTheNotebooksOutputs() {
    Matrix y = Layers.notebook().forward(Inputs.notebook(4));
    assertThat(y).isEqualTo(Matrix.of(new float[][] {{3.01f, 7.02f, 11.03f}}));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isTheFormulaUpToRounding(Sample sample) {
    LinearLayer layer = sample.layer();
    Matrix x = sample.x();
    Matrix y = layer.forward(x);
    assertThat(y.shapeText()).isEqualTo(x.rows() + "×" + layer.outputs());
    for (int row = 0; row < x.rows(); row++) {
      for (int i = 0; i < layer.outputs(); i++) {
        double expected = layer.b().get(i, 0);
        double magnitude = Math.abs(expected);
        for (int j = 0; j < layer.inputs(); j++) {
          double product = (double) layer.w().get(i, j) * x.get(row, j);
          expected += product;
          magnitude += Math.abs(product);
        }
        double tolerance = (layer.inputs() + 1) * ROUNDING * magnitude;
        assertThat((double) y.get(row, i)).isCloseTo(expected, within(tolerance));
        assertThat(layer.exact(x, row, i)).isCloseTo(expected, within(1e-13 * magnitude));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void computesABatchWithTheNumbersOfOneOutputAtATime(Sample sample) {
    LinearLayer layer = sample.layer();
    Matrix x = sample.x();
    assertThat(layer.forward(x))
        .isEqualTo(Matrix.generate(x.rows(), layer.outputs(), (row, i) -> layer.output(x, row, i)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void computesOneChangedRowAsTheWholeBatch(Sample sample) {
    LinearLayer layer = sample.layer();
    Matrix before = layer.forward(sample.x());
    int row = sample.x().rows() / 2;
    Matrix changed = sample.x().with(row, layer.inputs() - 1, 7.25f);
    assertThat(layer.forward(changed, before, row)).isEqualTo(layer.forward(changed));
  }

  @Test
  void leavesTheOtherRowsAlone() {
    Sample sample = Layers.sample(2, 3, 3, 1);
    Matrix before = Matrix.generate(3, 2, (row, i) -> 100);
    Matrix after = sample.layer().forward(sample.x(), before, 1);
    assertThat(after.row(0)).containsOnly(100);
    assertThat(after.row(1)).isEqualTo(sample.layer().forward(sample.x()).row(1));
    assertThat(after.row(2)).containsOnly(100);
  }

  @Test
  void addsProductsInOrderAndTheBiasLast() {
    // 1e8 + 1 − 1e8 is 0 in float32 only in this order.
    LinearLayer layer =
        new LinearLayer(
            Matrix.of(new float[][] {{1e8f, 1, -1e8f}}), Matrix.of(new float[][] {{5}}));
    Matrix ones = Matrix.of(new float[][] {{1, 1, 1}});
    assertThat(layer.forward(ones).get(0, 0)).isEqualTo(5);
    assertThat(layer.partial(ones, 0, 0, 0)).isZero();
    assertThat(layer.partial(ones, 0, 0, 2)).isEqualTo(1e8f);
    assertThat(layer.partial(ones, 0, 0, 3)).isZero();
    assertThat(layer.partial(ones, 0, 0, 4)).isEqualTo(5);
    assertThat(layer.exact(ones, 0, 0, 3)).isEqualTo(1);
    assertThat(layer.exact(ones, 0, 0)).isEqualTo(6);
  }

  @Test
  void storesTheFirstProductSoThatMinusZeroStays() {
    LinearLayer layer =
        new LinearLayer(Matrix.of(new float[][] {{-1}}), Matrix.of(new float[][] {{-0f}}));
    Matrix zero = Matrix.zeros(1, 1);
    assertThat(layer.output(zero, 0, 0)).isEqualTo(-0f);
    assertThat(layer.forward(zero)).isEqualTo(Matrix.of(new float[][] {{-0f}}));
  }

  @Test
  void letsInfinityAndNaNThrough() {
    LinearLayer layer =
        new LinearLayer(Matrix.of(new float[][] {{1e38f, 1}, {0, 1}}), Matrix.zeros(2, 1));
    Matrix x = Matrix.of(new float[][] {{1e38f, 1}, {Float.POSITIVE_INFINITY, 1}});
    Matrix y = layer.forward(x);
    assertThat(y.get(0, 0)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(y.get(0, 1)).isEqualTo(1);
    assertThat(y.get(1, 1)).isNaN();
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearLayer(Matrix.zeros(3, 4), Matrix.zeros(4, 1)))
        .withMessage("'b' must be 3×1 as w has rows, but was 4×1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearLayer(Matrix.zeros(0, 4), Matrix.zeros(0, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layers.notebook().forward(Matrix.zeros(1, 3)))
        .withMessage("'x' must be of 4 columns, but was 1×3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layers.notebook().forward(Matrix.zeros(2, 4), Matrix.zeros(1, 3), 0));
  }
}

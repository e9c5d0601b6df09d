package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetsTest {
  private static Factors make(MatmulPreset preset) {
    return PresetRequest.of(preset, 2, 3, 2).make();
  }

  private static Matrix product(Factors factors) {
    Matrix a = factors.a();
    Matrix b = factors.b();
    MatmulProgram program = MatmulProgram.of(Algorithm.DOT, a.rows(), a.cols(), b.cols(), 1);
    return new MatmulRun(a, b, program).product();
  }

  @ParameterizedTest
  @EnumSource(MatmulPreset.class)
  void fitsAndIsTheSameEveryTime(MatmulPreset preset) {
    assertThat(make(preset)).isEqualTo(make(preset));
    assertThat(make(preset).a().rows()).isBetween(1, PresetRequest.LARGEST);
    assertThat(preset.title()).doesNotContain("!");
    assertThat(preset.meaning()).doesNotContain("!");
  }

  @Test
  void randomNumbersAreNumPys() {
    // np.random.seed(42); randint(-9, 10, (2, 3)), randint(-9, 10, (3, 2)); randn likewise
    Factors integers = make(MatmulPreset.RANDOM_INTEGERS);
    assertThat(integers.a()).isEqualTo(Matrix.of(new float[][] {{-3, 5, 1}, {-2, -3, 9}}));
    assertThat(integers.b()).isEqualTo(Matrix.of(new float[][] {{1, 1}, {-6, -2}, {-7, -8}}));
    Factors normal = make(MatmulPreset.RANDOM_NORMAL);
    assertThat(normal.a().row(0)).containsExactly(0.49671414f, -0.1382643f, 0.64768857f);
    assertThat(normal.b().row(2)).containsExactly(-0.46341768f, -0.46572974f);
  }

  @Test
  void anotherSeedGivesOtherNumbers() {
    PresetRequest request = PresetRequest.of(MatmulPreset.RANDOM_NORMAL, 3, 3, 3);
    assertThat(request.withSeed(7).make()).isNotEqualTo(request.make());
  }

  @Test
  void theIdentityLeavesBAsItIs() {
    Factors factors = make(MatmulPreset.IDENTITY);
    assertThat(product(factors)).isEqualTo(factors.b());
  }

  @Test
  void aQuarterTurnMapsPointsExactly() {
    PresetRequest request = PresetRequest.of(MatmulPreset.ROTATION, 1, 1, 1).withDegrees(90);
    Matrix turned = product(request.make());
    assertThat(turned.row(0)).containsExactly(0, 0, -1, -2, -1);
    assertThat(turned.row(1)).containsExactly(0, 2, 2, 1, 0);
  }

  @Test
  void theBatchGivesTheNotebooksLinearLayerWithoutBias() {
    assertThat(product(make(MatmulPreset.BATCH)).row(0))
        .containsExactly(new float[] {3, 7, 11}, org.assertj.core.data.Offset.offset(1e-5f));
  }

  @Test
  void shapesFollowTheRequest() {
    assertThat(make(MatmulPreset.OUTER_PRODUCT).a().shapeText()).isEqualTo("2×1");
    assertThat(make(MatmulPreset.ROW_TIMES_COLUMN).b().shapeText()).isEqualTo("3×1");
    assertThat(make(MatmulPreset.RANDOM_INTEGERS).b().shapeText()).isEqualTo("3×2");
  }
}

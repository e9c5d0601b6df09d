package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitRequestTest {
  private static LinearLayer make(Initialisation init, int inputs, int outputs) {
    return InitRequest.of(init, inputs, outputs).make();
  }

  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void makesTheSameLayerEveryTimeAtEverySize(Initialisation init) {
    for (int[] size : new int[][] {{1, 1}, {1, 64}, {64, 1}, {2, 2}, {64, 64}}) {
      InitRequest request = InitRequest.of(init, 5, 5).withSizes(size[0], size[1]);
      LinearLayer layer = request.make();
      assertThat(layer).isEqualTo(request.make());
      boolean fixed = init == Initialisation.NOTEBOOK;
      assertThat(layer.inputs()).isEqualTo(fixed ? 4 : size[0]);
      assertThat(layer.outputs()).isEqualTo(fixed ? 3 : size[1]);
    }
  }

  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void hasANameAndAMeaning(Initialisation init) {
    assertThat(init.title()).isNotBlank().doesNotContain("!");
    assertThat(init.meaning()).isNotBlank().doesNotContain("!");
    assertThat(init.id()).matches("[a-z]+");
  }

  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void anotherSeedMattersWhereItSaysSo(Initialisation init) {
    InitRequest request = InitRequest.of(init, 3, 2);
    assertThat(request.withSeed(7).make().equals(request.make())).isEqualTo(!init.isRandom());
    assertThat(request.withDegrees(45).make().equals(request.make())).isEqualTo(!init.hasAngle());
  }

  @Test
  void theNotebooksLayerIsThatOfPart4() {
    LinearLayer layer = make(Initialisation.NOTEBOOK, 9, 9);
    assertThat(layer.w().row(0)).containsExactly(0.1f, 0.2f, 0.3f, 0.4f);
    assertThat(layer.w().row(2)).containsExactly(0.9f, 1, 1.1f, 1.2f);
    assertThat(layer.b().column(0)).containsExactly(0.01f, 0.02f, 0.03f);
  }

  @Test
  void xavierIsWhatNumpyGivesForSeed42() {
    // np.random.seed(42); (np.random.randn(3, 4) * np.sqrt(2.0 / (4 + 3))).astype(np.float32)
    LinearLayer layer = make(Initialisation.XAVIER_NORMAL, 4, 3);
    assertThat(layer.w())
        .isEqualTo(
            Matrix.of(
                new float[][] {
                  {0.2655049f, -0.07390538f, 0.34620407f, 0.8140937f},
                  {-0.12516025f, -0.12515147f, 0.84412473f, 0.41021112f},
                  {-0.2509446f, 0.29001054f, -0.24770717f, -0.24894303f}
                }));
    assertThat(layer.b()).isEqualTo(Matrix.zeros(3, 1));
  }

  @Test
  void heIsWhatNumpyGivesForSeed7() {
    // np.random.seed(7); (np.random.randn(2, 3) * np.sqrt(2.0 / 3)).astype(np.float32)
    InitRequest request = InitRequest.of(Initialisation.HE_NORMAL, 3, 2).withSeed(7);
    assertThat(request.make().w())
        .isEqualTo(
            Matrix.of(
                new float[][] {
                  {1.3803085f, -0.38043627f, 0.026797552f},
                  {0.33273566f, -0.64415294f, 0.0016865332f}
                }));
    assertThat(request.make().b()).isEqualTo(Matrix.zeros(2, 1));
  }

  @Test
  void pytorchIsWhatAFreshNnLinearHolds() {
    // torch.manual_seed(42); nn.Linear(4, 3), as PyTorch prints it
    LinearLayer four = make(Initialisation.PYTORCH, 4, 3);
    double[] printed = {
      .3823, .4150, -.1171, .4593, -.1096, .1009, -.2434, .2936, .4408, -.3668, .4346, .0936
    };
    assertThat(four.w().toDoubles()).containsExactly(printed, within(5e-5));
    assertThat(four.b().toDoubles())
        .containsExactly(new double[] {.3694, .0677, .2411}, within(5e-5));
  }

  @Test
  void pytorchIsExactToTheLastBit() {
    // torch.manual_seed(42); uniform_ of PyTorch 2.7.1 within ±1/√3
    LinearLayer three = make(Initialisation.PYTORCH, 3, 2);
    assertThat(three.w().toArray())
        .containsExactly(
            0x1.c40012p-2f,
            0x1.eab4cap-2f,
            -0x1.1501c4p-3f,
            0x1.0f8b68p-1f,
            -0x1.03122cp-3f,
            0x1.dd3334p-4f);
    assertThat(three.b().toArray()).containsExactly(-0x1.1fd4fap-2f, 0x1.5b3496p-2f);
  }

  @Test
  void theBoundOfPyTorchIsThatOfKaimingAtEverySize() {
    double gain = Math.sqrt(2.0 / (1 + Math.pow(Math.sqrt(5), 2)));
    for (int in = 1; in <= InitRequest.LARGEST; in++) {
      double kaiming = Math.sqrt(3.0) * (gain / Math.sqrt(in));
      assertThat((float) kaiming).as("in = %d", in).isEqualTo((float) (1 / Math.sqrt(in)));
    }
  }

  @Test
  void theIdentityPassesInputsThrough() {
    Matrix x = Inputs.random(1, 5, 4);
    assertThat(make(Initialisation.IDENTITY, 4, 4).forward(x)).isEqualTo(x);
    assertThat(make(Initialisation.IDENTITY, 3, 2).w())
        .isEqualTo(Matrix.of(new float[][] {{1, 0, 0}, {0, 1, 0}}));
  }

  @Test
  void zerosForgetEveryInput() {
    assertThat(make(Initialisation.ZEROS, 4, 3).forward(Inputs.notebook(4)))
        .isEqualTo(Matrix.zeros(1, 3));
  }

  @Test
  void aRotationTurnsTheFirstTwoDimensions() {
    InitRequest request = InitRequest.of(Initialisation.ROTATION, 3, 3).withDegrees(90);
    assertThat(request.make().w())
        .isEqualTo(Matrix.of(new float[][] {{0, -1, 0}, {1, 0, 0}, {0, 0, 1}}));
    assertThat(make(Initialisation.ROTATION, 1, 2).w().column(0))
        .containsExactly((float) Math.cos(Math.toRadians(30)), 0.5f);
  }

  @Test
  void refusesSizesSeedsAndAnglesThatMakeNoLayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> make(Initialisation.ZEROS, 65, 3))
        .withMessage("'inputs' must be from 1 to 64, but was 65");
    assertThatIllegalArgumentException().isThrownBy(() -> make(Initialisation.ZEROS, 3, 0));
    InitRequest request = InitRequest.of(Initialisation.PYTORCH, 3, 3);
    assertThatIllegalArgumentException().isThrownBy(() -> request.withSeed(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> request.withDegrees(Double.NaN));
  }
}

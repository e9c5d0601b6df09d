package org.inferscope.compute.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.LinearPeer.Dense;
import org.inferscope.compute.Pointwise;
import org.inferscope.support.RealTorch;
import org.inferscope.support.TorchTest;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TorchTest
class TorchNetworkTest {
  private final LinearPeer torch = RealTorch.peer();

  @ParameterizedTest
  @EnumSource
  void everyActivationIsTheOneWeMean(Pointwise f) {
    float[] x = {-20, -3, -1, -0.5f, -0.01f, 0, 0.01f, 0.5f, 1, 3, 20};
    Matrix in = Matrix.of(x.length, 1, x);

    Matrix out = torch.network(in, List.of(identity(Optional.of(f)))).get(0);

    for (int i = 0; i < x.length; i++) {
      double expected = f.of(x[i]);
      assertThat((double) out.get(i, 0))
          .as("%s(%s)", f, x[i])
          .isEqualTo(expected, within(2e-7 * Math.max(1, Math.abs(expected))));
    }
  }

  private static Dense identity(Optional<Pointwise> f) {
    return new Dense(Matrix.identity(1), Matrix.zeros(1, 1), f);
  }

  @Test
  void everyLayerReadsWhatTheOneBeforeGave() {
    Matrix x = Matrix.of(new float[][] {{1, 2}, {-1, 0}});
    Dense first =
        new Dense(
            Matrix.of(new float[][] {{1, 1}, {1, -1}, {0, 2}}),
            Matrix.of(3, 1, new float[] {0, 0, 1}),
            Optional.of(Pointwise.RELU));
    Dense last =
        new Dense(
            Matrix.of(new float[][] {{1, 1, 1}, {1, 1, 1}}), Matrix.zeros(2, 1), Optional.empty());

    List<Matrix> given = torch.network(x, List.of(first, last));

    assertThat(given.get(0)).isEqualTo(Matrix.of(new float[][] {{3, 0, 5}, {0, 0, 1}}));
    assertThat(given.get(1)).isEqualTo(Matrix.of(new float[][] {{0.5f, 0.5f}, {0.5f, 0.5f}}));
  }

  @Test
  void layersThatDoNotFitAreNamed() {
    Dense one = identity(Optional.of(Pointwise.RELU));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> torch.network(Matrix.zeros(1, 2), List.of(one)))
        .withMessageContaining("'w' must be 2 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dense(Matrix.zeros(2, 1), Matrix.zeros(3, 1), Optional.empty()))
        .withMessageContaining("b");
  }
}

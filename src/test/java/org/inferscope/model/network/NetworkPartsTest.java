package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class NetworkPartsTest {
  @Test
  void statisticsCountUnitsThatAreZeroForEveryInput() {
    ColumnStats stats = ColumnStats.of(Matrix.of(new double[][] {{0, 0, -1, 2}, {0, 3, 0, 0}}));
    assertThat(stats.units()).isEqualTo(4);
    assertThat(stats.dead()).isEqualTo(1);
    assertThat(stats.deadShare()).isEqualTo(0.25);
    assertThat(stats.min()).isEqualTo(-1);
    assertThat(stats.max()).isEqualTo(3);
    assertThat(stats.mean()).isEqualTo(0.5);
    assertThat(stats.std()).isCloseTo(Math.sqrt(1.5), within(1e-12));
  }

  @Test
  void notANumberIsNotDeadAndSpreadsIntoTheFigures() {
    ColumnStats stats = ColumnStats.of(Matrix.of(new double[][] {{Double.NaN, 0}}));
    assertThat(stats.dead()).isEqualTo(1);
    assertThat(stats.min()).isNaN();
    assertThat(stats.mean()).isNaN();
  }

  @Test
  void anEditCopiesOneRowAndLeavesTheOriginal() {
    InputBatch batch = InputBatch.random(1, 3, 4);
    InputBatch edited = batch.with(1, 2, 9);
    assertThat(edited.get(1, 2)).isEqualTo(9);
    assertThat(batch.get(1, 2)).isNotEqualTo(9);
    assertThat(edited.row(0)).isEqualTo(batch.row(0));
    assertThat(edited).isNotEqualTo(batch);
    assertThat(edited.with(1, 2, batch.get(1, 2))).isEqualTo(batch);
  }

  @Test
  void aBatchGrowsAsIfItHadBeenDrawnAtOnce() {
    assertThat(InputBatch.random(5, 2, 4).withSize(7, 5)).isEqualTo(InputBatch.random(5, 7, 4));
    assertThat(InputBatch.random(5, 7, 4).withSize(2, 5)).isEqualTo(InputBatch.random(5, 2, 4));
    assertThatThrownBy(() -> InputBatch.random(5, 1025, 4)).hasMessageContaining("1025");
  }

  @Test
  void memoryCountsWeightsAndEveryColumn() {
    NetworkMemory memory = NetworkMemory.of(NetworkPlan.of(8, 16, 8, 4), 10);
    assertThat(memory.weights()).isEqualTo(4 * 316);
    assertThat(memory.activations()).isEqualTo(4 * 36 * 10);
    assertThatCode(() -> memory.require(1e6)).doesNotThrowAnyException();
    assertThatThrownBy(() -> memory.require(1000)).isInstanceOf(InferscopeException.class);
  }

  @Test
  void theDeepestAndWidestNetworkNeedsMoreThanOneAndAHalfGigabytes() {
    int[] widths = new int[NetworkPlan.DEEPEST + 1];
    Arrays.fill(widths, NetworkPlan.WIDEST);
    assertThatThrownBy(() -> NetworkMemory.of(NetworkPlan.of(widths), 1).require(1 << 30))
        .hasMessageContaining("1.6")
        .hasMessageContaining("1.07");
  }

  @Test
  void activationsAreTheirFormulas() {
    float[] z = {-2, 0, 3};
    assertThat(Activation.RELU.of(z)).containsExactly(0, 0, 3);
    assertThat(Activation.IDENTITY.of(z)).containsExactly(-2, 0, 3);
    assertThat(Activation.LEAKY_RELU.of(z)).containsExactly(-0.02f, 0, 3);
    assertThat(Activation.SIGMOID.of(z)[2]).isCloseTo(0.9525741f, within(1e-6f));
    assertThat(Activation.TANH.of(z)[0]).isCloseTo(-0.9640276f, within(1e-6f));
    assertThat(Activation.SILU.of(z)[0]).isCloseTo(-0.2384058f, within(1e-6f));
    assertThat(Activation.GELU.of(z)[0]).isCloseTo(-0.0454023f, within(1e-6f));
    assertThat(Activation.SOFTMAX.of(z)[2]).isCloseTo(0.9464992f, within(1e-6f));
  }

  @Test
  void softmaxOfLargeNumbersIsFinite() {
    assertThat(Activation.SOFTMAX.of(new float[] {1000, 1000})).containsExactly(0.5f, 0.5f);
  }
}

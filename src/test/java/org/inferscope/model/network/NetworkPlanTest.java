package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class NetworkPlanTest {
  private final NetworkPlan notebook = NetworkPlan.of(8, 16, 8, 4);

  @Test
  void theNotebooksNetworkHas316ParametersAndNoActivationAtItsEnd() {
    assertThat(notebook.parameters()).isEqualTo(316);
    assertThat(notebook.layers())
        .extracting(LayerPlan::activation)
        .containsExactly(Activation.RELU, Activation.RELU, Activation.IDENTITY);
  }

  @Test
  void aLayerAddedAtTheEndBecomesTheOutput() {
    NetworkPlan longer = notebook.inserted(3);
    assertThat(longer.widths()).containsExactly(8, 16, 8, 4, 4);
    assertThat(longer.layers().get(2).activation()).isEqualTo(Activation.RELU);
    assertThat(longer.layers().get(3).activation()).isEqualTo(Activation.IDENTITY);
  }

  @Test
  void aLayerPutFirstIsAsWideAsTheInput() {
    assertThat(notebook.inserted(0).widths()).containsExactly(8, 8, 16, 8, 4);
  }

  @Test
  void movingALayerBackRestoresThePlan() {
    assertThat(notebook.moved(0, 2).moved(2, 0)).isEqualTo(notebook);
    assertThat(notebook.moved(0, 2).widths()).containsExactly(8, 8, 4, 16);
  }

  @Test
  void removingTheCopyRestoresThePlan() {
    assertThat(notebook.duplicated(1).removed(2)).isEqualTo(notebook);
  }

  @Test
  void givenWeightsKeepWhatFitsAndGetZerosForWhatIsNew() {
    NetworkPlan plan = NetworkPlan.of(given(2, 3), "by hand");
    NetworkPlan wider = plan.withWidth(0, 4);
    Matrix w = wider.layers().get(0).given().orElseThrow().linear().w();
    assertThat(w.row(1)).containsExactly(4, 5, 0, 0);
    Matrix narrower = plan.withWidth(1, 2).layers().get(0).given().orElseThrow().linear().w();
    assertThat(narrower).isEqualTo(Matrix.of(new double[][] {{1, 2}, {4, 5}}));
  }

  @Test
  void drawingAgainDropsGivenWeights() {
    NetworkPlan drawn = NetworkPlan.of(given(2, 3), "by hand").drawn(Initialisation.HE_NORMAL, 3);
    assertThat(drawn.isDrawn()).isTrue();
    assertThat(drawn.layers().get(0).given()).isEmpty();
  }

  @Test
  void softmaxBeforeAnotherLayerIsAllowedAndNoticed() {
    assertThat(notebook.with(2, Activation.SOFTMAX).softmaxInside()).isEmpty();
    assertThat(notebook.with(0, Activation.SOFTMAX).softmaxInside()).containsExactly(0);
  }

  @Test
  void sizesOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> NetworkPlan.of(8, 0, 4)).hasMessageContaining("outputs");
    assertThatThrownBy(() -> NetworkPlan.of(4097, 4)).hasMessageContaining("inputs");
    assertThatThrownBy(() -> notebook.withWidth(1, 1_000_000)).hasMessageContaining("1000000");
    assertThatThrownBy(() -> NetworkPlan.of(new int[26])).isInstanceOf(RuntimeException.class);
  }

  @Test
  void givenWeightsThatDoNotFitTheirColumnsAreRefused() {
    LayerPlan layer =
        new LayerPlan(
            3, Activation.RELU, Optional.of(new GivenWeights(given(2, 3).layer(0).linear(), "x")));
    assertThatThrownBy(() -> new NetworkPlan(5, List.of(layer), Initialisation.XAVIER_NORMAL, 1))
        .hasMessageContaining("given weights");
  }

  /** W = 1 2 / 4 5 / 7 8 … */
  private static Network given(int inputs, int outputs) {
    Matrix w = Matrix.generate(outputs, inputs, (i, j) -> 3 * i + j + 1);
    return new Network(
        List.of(new NetworkLayer(new LinearLayer(w, Matrix.zeros(outputs, 1)), Activation.RELU)));
  }
}

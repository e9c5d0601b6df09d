package org.inferscope.model.network.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.model.network.explain.NetworkFigures.WHOLE;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.explain.NetworkRef.Figure;
import org.inferscope.model.network.preset.Presets;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

class NetworkFiguresTest {
  private final NetworkFigures notebook = new NetworkFigures(NetworkPlan.of(8, 16, 8, 4), 1);

  private static String row(NetworkFigures figures, NetworkFigures.Tensor tensor) {
    String count = figures.text(tensor.l(), tensor.quantity(), DType.FP32);
    return tensor.name() + " shape=" + tensor.shape() + " params=" + count;
  }

  @Test
  void theNotebooksTableIsThere() {
    assertThat(notebook.tensors().stream().map(tensor -> row(notebook, tensor)))
        .containsExactly(
            "network.0.weight shape=[16, 8] params=128",
            "network.0.bias shape=[16] params=16",
            "network.2.weight shape=[8, 16] params=128",
            "network.2.bias shape=[8] params=8",
            "network.4.weight shape=[4, 8] params=32",
            "network.4.bias shape=[4] params=4");
    assertThat(notebook.text(WHOLE, NetworkQuantity.PARAMETERS, DType.FP32)).isEqualTo("316");
    assertThat(notebook.text(WHOLE, NetworkQuantity.KILOBYTES, DType.FP32)).isEqualTo("1.23");
    assertThat(notebook.text(WHOLE, NetworkQuantity.KILOBYTES, DType.FP16)).isEqualTo("0.62");
  }

  @Test
  void costsAreCountedPerLayerAndInAll() {
    NetworkFigures batch = new NetworkFigures(NetworkPlan.of(8, 16, 8, 4), 10);
    assertThat(batch.value(0, NetworkQuantity.FLOPS_BATCH, DType.FP32)).isEqualTo(2 * 10 * 128);
    assertThat(batch.value(WHOLE, NetworkQuantity.FLOPS_ONE, DType.FP32))
        .isEqualTo(2 * (128 + 128 + 32));
    double moved = 4 * (316 + 10 * (8 + 16 + 16 + 8 + 8 + 4));
    assertThat(batch.value(WHOLE, NetworkQuantity.BYTES_MOVED, DType.FP32)).isEqualTo(moved);
    assertThat(batch.value(WHOLE, NetworkQuantity.INTENSITY, DType.FP32))
        .isEqualTo(10 * 576 / moved);
  }

  @Test
  void aLayerWithoutActivationTakesOneNumber() {
    NetworkPlan plan = NetworkPlan.of(2, 3, 1).with(0, Activation.IDENTITY);
    assertThat(new NetworkFigures(plan, 1).tensors())
        .extracting(NetworkFigures.Tensor::name)
        .containsExactly(
            "network.0.weight", "network.0.bias", "network.1.weight", "network.1.bias");
  }

  @Test
  void theWholeNetworkHasNoOneNumberOfInputs() {
    assertThat(notebook.has(WHOLE, NetworkQuantity.INPUTS)).isFalse();
    assertThat(notebook.has(3, NetworkQuantity.INPUTS)).isFalse();
    assertThatThrownBy(() -> notebook.value(WHOLE, NetworkQuantity.OUTPUTS, DType.FP32))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void totalsAreExplainedByLayers() {
    NetworkExplainer explainer = new NetworkExplainer(Snapshots.of(Presets.notebook(), 0));
    Explanation total =
        explainer.explain(new Figure(WHOLE, NetworkQuantity.PARAMETERS, DType.FP32));
    assertThat(total.substituted()).isEqualTo("144 + 136 + 36 = 316");
    assertThat(total.title()).isEqualTo("Parameters, all layers");
    Explanation layer = explainer.explain(new Figure(0, NetworkQuantity.PARAMETERS, DType.FP32));
    assertThat(layer.substituted()).isEqualTo("16·8 + 16 = 144");
    assertThat(layer.sources()).contains(new Figure(0, NetworkQuantity.WEIGHTS, DType.FP32));
    Explanation kilobytes =
        explainer.explain(new Figure(WHOLE, NetworkQuantity.KILOBYTES, DType.FP16));
    assertThat(kilobytes.substituted()).isEqualTo("632 / 1024 = 0.62");
    assertThat(kilobytes.unit()).isEqualTo("KB");
  }
}

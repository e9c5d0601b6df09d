package org.inferscope.tab.network.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.explain.NetworkFigures;
import org.inferscope.model.network.explain.NetworkQuantity;
import org.inferscope.model.network.explain.NetworkRef;
import org.inferscope.support.Pictures;
import org.inferscope.tab.network.desk.NetworkRig;
import org.inferscope.tensor.DType;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

class ParametersPanelTest {
  private final NetworkRig rig = new NetworkRig();
  private final ParametersPanel panel =
      Pictures.onEventThread(
          () -> {
            Themes.install(Look.of(false));
            return new ParametersPanel(rig.presenter);
          });

  private String figure(NetworkQuantity quantity, DType dtype, String place) {
    return button(quantity, dtype, place).getText();
  }

  private AbstractButton button(NetworkQuantity quantity, DType dtype, String place) {
    String name = "network.parameters." + quantity + "." + dtype + "." + place;
    return Parts.find(panel, AbstractButton.class, name);
  }

  private List<String> labels() {
    return Parts.all(panel)
        .filter(JLabel.class::isInstance)
        .map(label -> ((JLabel) label).getText())
        .toList();
  }

  private void layOut() {
    Pictures.onEventThread(
        () -> {
          Pictures.layOut(panel, 336, 900);
          return true;
        });
  }

  @Test
  void itIsTheNotebooksTable() {
    assertThat(labels())
        .containsSubsequence("network.0.weight", "[16, 8]", "network.0.bias", "[16]")
        .containsSubsequence("network.4.weight", "[4, 8]", "network.4.bias", "[4]");
    assertThat(figure(NetworkQuantity.WEIGHTS, DType.FP32, "0")).isEqualTo("128");
    assertThat(figure(NetworkQuantity.PARAMETERS, DType.FP32, "all")).isEqualTo("316");
    assertThat(figure(NetworkQuantity.KILOBYTES, DType.FP32, "all")).isEqualTo("1.23 KB");
    assertThat(figure(NetworkQuantity.KILOBYTES, DType.FP16, "all")).isEqualTo("0.62 KB");
    assertThat(figure(NetworkQuantity.FLOPS_BATCH, DType.FP32, "0")).isEqualTo("256");
  }

  @Test
  void aFigureOpensInTheInspector() {
    button(NetworkQuantity.KILOBYTES, DType.FP16, "all").doClick();
    assertThat(rig.inspector.current().orElseThrow().subject())
        .isEqualTo(
            new NetworkRef.Figure(NetworkFigures.WHOLE, NetworkQuantity.KILOBYTES, DType.FP16));
  }

  @Test
  void itFollowsTheNetworkAndTheBatch() {
    rig.presenter.setWidth(1, 32);
    rig.presenter.setActivation(1, Activation.IDENTITY);
    rig.presenter.setBatch(10);
    layOut();
    assertThat(figure(NetworkQuantity.WEIGHTS, DType.FP32, "0")).isEqualTo("256");
    assertThat(figure(NetworkQuantity.FLOPS_BATCH, DType.FP32, "0")).isEqualTo("5.12 k");
    assertThat(labels()).contains("network.3.weight", "Cost of a batch of 10");
  }

  @Test
  void anotherInputLeavesTheTableAsItIs() {
    AbstractButton before = button(NetworkQuantity.WEIGHTS, DType.FP32, "0");
    rig.presenter.setInput(0, 2, null);
    layOut();
    assertThat(button(NetworkQuantity.WEIGHTS, DType.FP32, "0")).isSameAs(before);
  }
}

package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.MouseEvent;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.Pictures;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tensor.DType;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayerPanelTest {
  private final PanelBench bench = new PanelBench();
  private final LinearPresenter presenter = bench.presenter;
  private LayerPanel panel;

  @BeforeEach
  void build() {
    panel =
        Pictures.onEventThread(
            () -> {
              Themes.install(Look.of(false));
              LayerPanel made = new LayerPanel(presenter);
              Pictures.layOut(made, 336, 900);
              return made;
            });
  }

  @Test
  void countsTheNotebooksLayer() {
    Map<String, String> figures =
        Map.ofEntries(
            Map.entry("WEIGHTS", "12"),
            Map.entry("BIASES", "3"),
            Map.entry("PARAMETERS", "15"),
            Map.entry("BYTES.FP32", "60"),
            Map.entry("BYTES.FP16", "30"),
            Map.entry("BYTES.INT8", "15"),
            Map.entry("BYTES.INT4", "8"),
            Map.entry("BYTES_OF_WEIGHTS.INT4", "6"),
            Map.entry("BYTES_OF_BIASES.INT4", "2"),
            Map.entry("FLOPS_ONE", "24"),
            Map.entry("FLOPS_BATCH", "24"));
    figures.forEach((name, text) -> assertThat(button(name).getText()).as(name).isEqualTo(text));
  }

  @Test
  void aFigureOpensWithTheCostItIsOf() {
    button("BYTES_OF_WEIGHTS.INT8").doClick();
    assertThat(bench.explained())
        .isEqualTo(
            new LinearRef.Figure(
                new LayerCost(4, 3, 1, DType.INT8), LayerQuantity.BYTES_OF_WEIGHTS));

    button("FLOPS_ONE").doClick();
    assertThat(bench.explained())
        .isInstanceOfSatisfying(
            LinearRef.Figure.class,
            figure -> assertThat(figure.quantity()).isEqualTo(LayerQuantity.FLOPS_ONE));
  }

  @Test
  void aLargerBatchMovesFewerBytesForEachRow() {
    presenter.setBatch(32);
    layOut();

    LayerCost cost = new LayerCost(4, 3, 32, DType.FP16);
    assertThat(button("FLOPS_BATCH").getText()).isEqualTo("768");
    assertThat(button("BYTES_PER_ROW").getText())
        .isEqualTo(cost.text(LayerQuantity.BYTES_PER_ROW))
        .isEqualTo("14.94");
    assertThat(cost.text(LayerQuantity.INTENSITY))
        .isEqualTo(button("INTENSITY").getText() + " FLOPs/byte");
    assertThat(PanelBench.find(panel, JTextArea.class, "linear.layer.why").getText())
        .contains("44 bytes", "14 bytes");
  }

  @Test
  void anotherFormatCountsAnew() {
    PanelBench.find(panel, JToggleButton.class, "linear.layer.format.0").doClick();
    layOut();

    assertThat(presenter.costFormat()).isEqualTo(DType.FP32);
    assertThat(button("BYTES_PER_ROW").getText()).isEqualTo("88");
  }

  @Test
  void aPointOfTheChartOpensItsFigure() {
    JComponent chart = PanelBench.find(panel, JComponent.class, "linear.chart.bytes");
    click(chart, chart.getWidth() - 1);

    assertThat(bench.explained())
        .isEqualTo(
            new LinearRef.Figure(
                new LayerCost(4, 3, 256, DType.FP16), LayerQuantity.BYTES_PER_ROW));
  }

  @Test
  void theLayerIsShownUnderARoofInTheFormatChosen() {
    presenter.setCostFormat(DType.INT8);
    PanelBench.find(panel, AbstractButton.class, "linear.roofline").doClick();

    assertThat(bench.opened()).isEqualTo(new RooflineIntent(1, 4, 3, DType.INT8));
  }

  @Test
  void theBatchInForceIsAPointWhateverItsSize() {
    BatchCosts costs = new BatchCosts(4, 3, 100, DType.FP16);

    assertThat(costs.points())
        .extracting(LayerCost::batch)
        .containsExactly(1, 2, 4, 8, 16, 32, 64, 100, 128, 256);
  }

  private AbstractButton button(String name) {
    return PanelBench.find(panel, AbstractButton.class, "linear.layer." + name);
  }

  private void layOut() {
    Pictures.onEventThread(
        () -> {
          Pictures.layOut(panel, 336, 1200);
          return true;
        });
  }

  private static void click(JComponent chart, int x) {
    chart.dispatchEvent(
        new MouseEvent(chart, MouseEvent.MOUSE_CLICKED, 0, 0, x, 40, 1, false, MouseEvent.BUTTON1));
  }
}

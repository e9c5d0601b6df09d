package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.DType;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.Choice;
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

    assertThat(presenter.roofline().dtype()).isEqualTo(DType.FP32);
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
  void theRooflineIsShownWhenItIsAskedFor() {
    assertThat(PanelBench.all(panel)).noneMatch(RooflineChart.class::isInstance);
    int[] wishes = {0};
    presenter.roofline().onReveal(() -> wishes[0]++);

    PanelBench.find(panel, JToggleButton.class, "linear.roofline").doClick();
    layOut();

    assertThat(wishes[0]).isEqualTo(1);
    assertThat(verdict()).contains("memory-bound", "ridge point 156");
    JComponent chart = PanelBench.find(panel, JComponent.class, "linear.chart.roofline");
    assertThat(chart.isVisible()).isTrue();
    click(chart, 0);
    assertThat(bench.explained())
        .isEqualTo(
            new LinearRef.Figure(new LayerCost(4, 3, 1, DType.FP16), LayerQuantity.INTENSITY));

    PanelBench.find(panel, JToggleButton.class, "linear.roofline").doClick();
    assertThat(wishes[0]).isEqualTo(1);
    layOut();
    assertThat(chart.isVisible()).isFalse();
  }

  @Test
  void theActionAsksForThePanelThatTheRooflineIsIn() {
    AppAction action = LinearActions.roofline(presenter);
    List<String> wishes = new ArrayList<>();
    presenter.roofline().onReveal(() -> wishes.add(SidePanels.LAYER));

    action.perform();
    assertThat(action.isSelected()).isTrue();
    action.perform();
    assertThat(action.isSelected()).isFalse();
    assertThat(wishes).containsExactly(SidePanels.of(presenter).get(0).id());
  }

  @Test
  void aLargeBatchOfALargeLayerIsComputeBoundInFp32() {
    bench.resize(64, 64, 256);
    presenter.roofline().setDtype(DType.FP32);
    presenter.roofline().show(true);
    layOut();

    assertThat(verdict()).contains("compute-bound", "9.75", "19.5 TFLOP/s");
    presenter.setBatch(1);
    layOut();
    assertThat(verdict()).contains("memory-bound");
  }

  @Test
  void aDeviceWithoutAPeakSaysSo() {
    presenter.roofline().show(true);
    layOut();
    Choice<?> device = PanelBench.find(panel, Choice.class, "linear.roofline.device");
    DeviceSpec m1 = presenter.roofline().devices().byId("m1").orElseThrow();

    device.setSelectedItem(m1);
    layOut();

    assertThat(verdict()).contains("no published peak of Apple M1 in FP16");
    presenter.roofline().setDtype(DType.FP32);
    layOut();
    assertThat(verdict()).contains("memory-bound");
  }

  @Test
  void theRoofBendsAtTheRidgePoint() {
    Roof roof = new Roof(312e12, 2e12);

    assertThat(roof.ridge()).isEqualTo(156);
    assertThat(roof.attainable(78)).isEqualTo(156e12);
    assertThat(roof.attainable(1000)).isEqualTo(312e12);
    assertThat(List.of(roof.isMemoryBound(155), roof.isMemoryBound(156)))
        .containsExactly(true, false);
  }

  @Test
  void aScaleOfDecadesSpreadsPowersOfTenEvenly() {
    LogScale scale = LogScale.decades(0.5, 200);

    assertThat(scale).isEqualTo(new LogScale(0.1, 1000));
    assertThat(scale.at(10)).isCloseTo(0.5, within(1e-12));
    assertThat(scale.powersOfTen(5)).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
    assertThat(scale.powersOfTen(3)).containsExactly(0.1, 10.0, 1000.0);
  }

  @Test
  void theBatchInForceIsAPointWhateverItsSize() {
    BatchCosts costs = new BatchCosts(4, 3, 100, DType.FP16);

    assertThat(costs.points())
        .extracting(LayerCost::batch)
        .containsExactly(1, 2, 4, 8, 16, 32, 64, 100, 128, 256);
  }

  private String verdict() {
    return PanelBench.find(panel, JTextArea.class, "linear.roofline.verdict").getText();
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

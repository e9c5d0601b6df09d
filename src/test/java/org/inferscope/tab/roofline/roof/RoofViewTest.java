package org.inferscope.tab.roofline.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.support.Pictures;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tensor.DType;
import org.inferscope.ui.chart.ChartArrow;
import org.inferscope.ui.chart.ChartContent;
import org.inferscope.ui.chart.ChartLabel;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.chart.LineChart.Place;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;

class RoofViewTest {
  private final RoofBench bench = new RoofBench();

  static <T extends Component> T find(Component in, String name, Class<T> type) {
    return all(in)
        .filter(part -> name.equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(RoofViewTest::all)
            : Stream.empty());
  }

  private void inView(Consumer<RoofView> check) {
    RoofView[] made = new RoofView[1];
    Pictures.paint(
        "roof-view",
        Look.of(false),
        900,
        700,
        () -> {
          made[0] = new RoofView(bench.presenter);
          return made[0];
        });
    Pictures.onEventThread(
        () -> {
          check.accept(made[0]);
          return true;
        });
  }

  private static LineChart chart(RoofView view) {
    return find(view, "roofline.roof.chart", LineChart.class);
  }

  private static String sentence(RoofView view) {
    return find(view, "roofline.roof.sentence", JTextArea.class).getText();
  }

  private static String whatIf(RoofView view) {
    return find(view, "roofline.roof.whatIf", JTextArea.class).getText();
  }

  private Point2D at(RoofView view, Selection selection) {
    RoofPoint point =
        bench.presenter.points().stream()
            .filter(each -> each.selection().equals(selection))
            .findFirst()
            .orElseThrow();
    Place place = view.placeOf(point).orElseThrow();
    return chart(view).at(place.series(), place.point()).orElseThrow();
  }

  private void mouse(RoofView view, int id, int clicks, Selection selection) {
    Point2D at = at(view, selection);
    int button = id == MouseEvent.MOUSE_CLICKED ? MouseEvent.BUTTON1 : MouseEvent.NOBUTTON;
    chart(view)
        .dispatchEvent(
            new MouseEvent(
                chart(view), id, 0, 0, (int) at.getX(), (int) at.getY(), clicks, false, button));
  }

  @Test
  void theNotebooksFiveSituationsStandUnderItsA100() {
    inView(
        view -> {
          JTable table = find(view, "roofline.roof.table", JTable.class);
          List<String> seen = Stream.of(1, 2, 3, 4, 5).map(row -> row(table, row)).toList();
          assertThat(seen)
              .containsExactly(
                  "Single token decode (batch 1)|1|4,096|4,096|1.0|memory|0.01679 ms",
                  "Small batch decode (batch 8)|8|4,096|4,096|8.0|memory|0.01684 ms",
                  "Large batch decode (batch 64)|64|4,096|4,096|62.1|memory|0.01730 ms",
                  "Prefill (512 tokens)|512|4,096|4,096|409.6|compute|0.05506 ms",
                  "Prefill (2,048 tokens)|2,048|4,096|4,096|1,024.0|compute|0.2203 ms");
          assertThat(labels(chart(view)))
              .contains("A100 (as in the notebook): 156 FLOP/byte", "312 TFLOP/s")
              .contains("memory-bound", "compute-bound", "batch 64", "QKV projection");
        });
  }

  private static String row(JTable table, int row) {
    return Stream.of(0, 1, 2, 3, 4, 5, 6)
        .map(column -> String.valueOf(table.getValueAt(row, column)).replace('\u00a0', ' '))
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }

  private static List<String> labels(LineChart chart) {
    return chart.content().labels().stream().map(ChartLabel::text).toList();
  }

  @Test
  void theSliderWalksThePointAlongTheRoofAndTheSecondChartFollowsInOneStep() {
    inView(
        view -> {
          int before = bench.desk.history().depth();
          JSlider slider = find(view, "roofline.roof.slider", JSlider.class);
          slider.setValueIsAdjusting(true);
          for (int value = 0; value <= 64 * 7; value += 32) {
            slider.setValue(value);
          }
          slider.setValueIsAdjusting(false);
          assertThat(bench.desk.state().walk().batch()).isEqualTo(128);
          assertThat(bench.desk.history().depth()).isEqualTo(before + 1);
          LineChart second = find(view, "roofline.roof.batch", LineChart.class);
          int last = second.series().size() - 1;
          assertThat(second.series().get(last).points().get(0).x()).isEqualTo(128);
          assertThat(second.series().get(last).points().get(0).y()).isCloseTo(120.47, within(0.01));
          assertThat(labels(chart(view))).contains("batch 128: 120.5");
          assertThat(sentence(view))
              .isEqualTo("120.5 FLOP per byte: the GPU waits for memory 23 % of the time.");
          assertThat(whatIf(view))
              .isEqualTo(
                  "To become compute-bound on A100 (as in the notebook) at FP16 this layer needs"
                      + " batch ≥ 169.");
          bench.desk.history().undo();
          assertThat(slider.getValue()).isZero();
        });
  }

  @Test
  void aPointSaysWhatItMeansIsChosenByAClickAndOpenedByTwo() {
    inView(
        view -> {
          Selection single = new Selection.OfScenario(Scenario.LARGE_BATCH);
          mouse(view, MouseEvent.MOUSE_MOVED, 0, single);
          assertThat(sentence(view))
              .isEqualTo("62.1 FLOP per byte: the GPU waits for memory 60 % of the time.");
          assertThat(bench.desk.state().selection()).isEqualTo(Selection.NOTHING);
          mouse(view, MouseEvent.MOUSE_CLICKED, 1, single);
          assertThat(bench.desk.state().selection()).isEqualTo(single);
          mouse(view, MouseEvent.MOUSE_CLICKED, 2, single);
          find(view, "roofline.roof.openInMatmul", AbstractButton.class).doClick();
          assertThat(bench.opened.get(0)).isInstanceOf(LinearIntent.class);
          assertThat(bench.opened.get(1)).isInstanceOf(MultiplyIntent.class);
        });
  }

  @Test
  void figuresOfDetailsAndTableOpenTheirExplanations() {
    inView(
        view -> {
          find(view, "roofline.roof.figure.ROWS_NEEDED", AbstractButton.class).doClick();
          Explanation rows = bench.inspector.current().orElseThrow();
          assertThat(rows.exact()).isEqualTo(169);
          JTable table = find(view, "roofline.roof.table", JTable.class);
          table.changeSelection(3, 4, false, false);
          table.getActionMap().get("explain").actionPerformed(null);
          assertThat(bench.inspector.current().orElseThrow().exact())
              .isCloseTo(62.06, within(0.01));
          assertThat(bench.desk.state().selection())
              .isEqualTo(new Selection.OfScenario(Scenario.LARGE_BATCH));
        });
  }

  @Test
  void fewerBitsForWeightsMoveThePointToTheRightOfItsGhost() {
    bench.desk.change(state -> state.with(new Formats(DType.INT4, DType.FP16)), "quantise", null);
    inView(
        view -> {
          List<ChartArrow> arrows = chart(view).content().arrows();
          assertThat(arrows).hasSize(1);
          assertThat(arrows.get(0).to().x() / arrows.get(0).from().x()).isBetween(3.9, 4.0);
          assertThat(labels(chart(view))).contains("with FP16 weights");
        });
  }

  @Test
  void measuredPointsGetAPercentageOnlyUnderThisMachinesRoof() {
    bench.desk.setMeasured(RoofBench.measured(2));
    bench.desk.select(
        new Selection.OfMeasured("impl0", RoofBench.measured(1).get(3).result().size()));
    inView(
        view -> {
          assertThat(sentence(view))
              .endsWith("Measure this machine to see how far it is from its roof.");
          assertThat(labels(chart(view))).noneMatch(text -> text.contains("%"));
          bench.measureMachine();
          bench.presenter.select(bench.presenter.detailed());
          view.refresh();
          assertThat(sentence(view)).endsWith("of the roof.").contains(" % ");
          ChartContent content = chart(view).content();
          assertThat(labels(chart(view)).stream().filter(text -> text.contains("%"))).hasSize(6);
          assertThat(content.series())
              .anyMatch(series -> series.points().stream().anyMatch(p -> p.hasRange()));
          assertThat(labels(chart(view)))
              .contains("This machine: 8 FLOP/byte", "L2 read 410 GB/s", "L3 read 120 GB/s");
        });
  }

  @Test
  void withoutAPeakForTheFormatTheReasonStandsInWords() {
    bench.desk.change(state -> state.with(Formats.of(DType.INT4)), "formats", null);
    inView(
        view ->
            assertThat(sentence(view))
                .contains("No source gives a peak of A100 (as in the notebook) for INT4"));
  }

  @Test
  void inABackgroundViewNothingIsDoneUntilItComesToTheFront() {
    inView(
        view -> {
          bench.desk.show(RooflineState.View.LAYER);
          ChartContent before = chart(view).content();
          bench.presenter.dragTo(64);
          assertThat(chart(view).content()).isSameAs(before);
          bench.desk.show(RooflineState.View.ROOFLINE);
          assertThat(labels(chart(view))).contains("batch 64: 62.1");
        });
  }
}

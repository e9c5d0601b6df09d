package org.inferscope.tab.network.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.bench.MlpBenchmark;
import org.inferscope.compute.bench.MlpResult.Measured;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.network.bench.BatchingRef;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.theme.Role;

/** Time per input and GFLOP/s over the batch size, filling in as they come. Event thread. */
final class BatchingCharts extends JPanel {
  private static final int HEIGHT = 190;

  private final LineChart time =
      new LineChart("network.batching.time", Texts.get("networkbench.chart.time"), HEIGHT);
  private final LineChart rate =
      new LineChart("network.batching.rate", Texts.get("networkbench.chart.rate"), HEIGHT);
  private List<Measured> shown = List.of();

  BatchingCharts(Consumer<ValueRef> inspect) {
    super(new MigLayout("insets 0, fillx, wrap 1, gapy 8", "[grow,fill]"));
    setOpaque(false);
    add(time, "wmin 10");
    add(rate, "wmin 10");
    time.onPick(
        (series, point) -> inspect.accept(new BatchingRef.PerInput(shown.get(point).measured())));
    rate.onPick(
        (series, point) -> inspect.accept(new BatchingRef.Rate(shown.get(point).measured())));
    show(List.of());
  }

  void show(BatchingRun run) {
    show(run.curve());
  }

  private void show(List<Measured> curve) {
    shown = curve;
    ChartAxis sizes =
        ChartAxis.of(Texts.get("networkbench.axis.batch"), Scale.POWERS_OF_TWO)
            .between(1, MlpBenchmark.LARGEST_BATCH);
    time.update(
        List.of(
            series(
                Role.BLUE,
                Measured::msPerInput,
                each -> each.timing().minMs() / each.measured().inputs(),
                each -> each.timing().maxMs() / each.measured().inputs())),
        sizes,
        ChartAxis.of(Texts.get("networkbench.axis.time"), Scale.POWERS_OF_TEN));
    rate.update(
        List.of(
            series(
                Role.ROW,
                Measured::gflops,
                each -> rateAt(each, each.timing().maxMs()),
                each -> rateAt(each, each.timing().minMs()))),
        sizes,
        ChartAxis.of(Texts.get("networkbench.axis.rate"), Scale.LINEAR));
  }

  private static double rateAt(Measured measured, double ms) {
    return measured.gflops() * measured.timing().medianMs() / ms;
  }

  private ChartSeries series(
      Role role,
      ToDoubleFunction<Measured> value,
      ToDoubleFunction<Measured> low,
      ToDoubleFunction<Measured> high) {
    return ChartSeries.curve(
        "",
        role,
        shown.stream()
            .map(
                each ->
                    new ChartPoint(
                        each.measured().inputs(),
                        value.applyAsDouble(each),
                        low.applyAsDouble(each),
                        high.applyAsDouble(each),
                        words(each)))
            .toList());
  }

  private static String words(Measured measured) {
    return Texts.get(
        "networkbench.point",
        Numbers.count(measured.measured().inputs()),
        Numbers.significant(measured.timing().medianMs()),
        Numbers.significant(measured.timing().minMs()),
        Numbers.significant(measured.timing().maxMs()),
        Numbers.significant(measured.msPerInput()),
        Numbers.significant(measured.gflops()));
  }
}

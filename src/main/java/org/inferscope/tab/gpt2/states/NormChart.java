package org.inferscope.tab.gpt2.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.StateNames;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;

/** The length of each token's vector from layer to layer, as a line. Event thread. */
final class NormChart {
  private static final int HEIGHT = 120;

  private final LineChart chart =
      new LineChart("gpt2.states.norms", Texts.get("gpt2states.norms.name"), HEIGHT);

  private List<TokenLine> lines = List.of();

  NormChart(Gpt2Presenter presenter) {
    chart.nameBeside();
    chart.onPick(
        (series, point) ->
            presenter.explain(new Gpt2Ref.Norm(point, lines.get(series).position())));
  }

  LineChart component() {
    return chart;
  }

  /** Tells which hidden state is under the pointer, −1 for none. */
  void onHover(IntConsumer listener) {
    chart.onHover(() -> listener.accept(chart.lit().map(LineChart.Place::point).orElse(-1)));
  }

  /** Keeps the followed token's point of a hidden state lit, −1 for none. */
  void light(int state) {
    chart.choose(
        state < 0 || lines.isEmpty()
            ? Optional.empty()
            : Optional.of(new LineChart.Place(lines.size() - 1, state)));
  }

  void show(StatesScene scene) {
    // The followed token's line lies on top.
    List<TokenLine> reversed = new ArrayList<>(scene.lines().subList(1, scene.lines().size()));
    reversed.add(scene.followed());
    lines = List.copyOf(reversed);
    List<String> names = StateNames.brief(scene.shown().config().layers());
    chart.update(
        lines.stream().map(NormChart::series).toList(),
        ChartAxis.named(Texts.get("gpt2states.axis.layer"), names),
        ChartAxis.of(Texts.get("gpt2states.axis.norm"), Scale.LINEAR));
  }

  private static ChartSeries series(TokenLine line) {
    List<ChartPoint> points =
        IntStream.range(0, line.norms().size())
            .mapToObj(i -> new ChartPoint(i, line.norms().get(i), StatesWords.norm(line, i)))
            .toList();
    return ChartSeries.curve(line.word(), line.role(), points);
  }
}

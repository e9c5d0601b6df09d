package org.inferscope.tab.gpt2.lens;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.StateNames;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.theme.Role;

/** Rank and probability of the target through the layers, at the followed token. Event thread. */
final class LensCharts {
  private static final int HEIGHT = 110;
  private static final int TEN = 10;
  private static final double MARGIN = 0.04;

  /** The end of an axis for a token that is nowhere at all probable. */
  private static final double LEAST = 1e-6;

  private final LineChart ranks =
      new LineChart("gpt2.lens.ranks", Texts.get("gpt2lens.ranks"), HEIGHT);
  private final LineChart probabilities =
      new LineChart("gpt2.lens.probabilities", Texts.get("gpt2lens.probabilities"), HEIGHT);

  private List<Standing> standings = List.of();
  private int token;

  LensCharts(LensPresenter presenter) {
    ranks.onPick((series, point) -> presenter.explainRank(standings.get(point).state()));
    probabilities.onPick(
        (series, point) -> {
          Standing at = standings.get(point);
          presenter
              .desk()
              .explain(new Gpt2Ref.LensProbability(at.state(), token, at.scored().id()));
        });
  }

  LineChart ranks() {
    return ranks;
  }

  LineChart probabilities() {
    return probabilities;
  }

  void show(LensScene scene) {
    standings = scene.standings();
    token = scene.token();
    String word = scene.target().isPresent() ? scene.shown().word(scene.target().getAsInt()) : "…";
    ChartAxis x =
        ChartAxis.named(
            Texts.get("gpt2lens.axis.layer"), StateNames.brief(scene.shown().config().layers()));
    int worst = standings.stream().mapToInt(Standing::rank).max().orElse(1);
    double end = TEN;
    while (end < worst) {
      end *= TEN;
    }
    ranks.update(
        series(scene, Role.ROW, Standing::rank, LensWords::rank),
        x,
        ChartAxis.of(Texts.get("gpt2lens.axis.rank", word), Scale.POWERS_OF_TEN)
            .between(1, end)
            .upsideDown());
    probabilities.update(
        series(scene, Role.BLUE, each -> each.scored().probability(), LensWords::probability),
        x,
        probabilityAxis(word));
  }

  /** From a little below 0, so that marks there are seen whole. */
  private ChartAxis probabilityAxis(String word) {
    double most =
        standings.stream().mapToDouble(each -> each.scored().probability()).max().orElse(1);
    double high = Math.max(LEAST, most);
    return ChartAxis.of(Texts.get("gpt2lens.axis.probability", word), Scale.LINEAR)
        .between(-MARGIN * high, (1 + 2 * MARGIN) * high);
  }

  private static List<ChartSeries> series(
      LensScene scene,
      Role role,
      ToDoubleFunction<Standing> value,
      BiFunction<LensScene, Standing, String> words) {
    List<ChartPoint> points =
        scene.standings().stream()
            .map(
                each ->
                    new ChartPoint(
                        each.state(), value.applyAsDouble(each), words.apply(scene, each)))
            .toList();
    return List.of(ChartSeries.curve("", role, points));
  }
}

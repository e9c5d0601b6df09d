package org.inferscope.tab.gpt2.map;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.OperationWords;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What is said on hover. Stateless, any thread. */
final class MapTips {
  private MapTips() {}

  /** "·is, dimension 37: −0.123456". */
  static String cell(Piece piece, List<String> words, Gpt2Config config, int row, int column) {
    String value = Numbers.full(piece.values().get(row, column));
    String word = words.get(piece.token(row));
    if (piece.source() instanceof Piece.Source.Pairs pairs) {
      return Texts.get(
          piece.look().isMagnitude() ? "gpt2map.tip.pattern" : "gpt2map.tip.score",
          Numbers.count(pairs.head()),
          word,
          words.get(column),
          value);
    }
    return Texts.get("gpt2map.tip.cell", word, MapWords.column(piece, config, column), value);
  }

  /** What a node of the path costs. */
  static Optional<String> of(MapPresenter presenter, PathNode node) {
    return presenter
        .costs()
        .map(
            costs ->
                node.step()
                    .map(step -> step(presenter, costs, step))
                    .orElseGet(() -> block(presenter, costs, node.layer())));
  }

  private static String step(MapPresenter presenter, PassCosts costs, WalkStep step) {
    String name = OperationWords.of(step) + ": " + MapWords.formula(step.operation());
    String shape = MapWords.shape(costs, step);
    boolean product = PassCosts.PRODUCTS.contains(step.operation());
    String cost =
        product
            ? Texts.get(
                "gpt2map.tip.product",
                name,
                shape,
                Numbers.count((long) costs.flops(step.operation())),
                MapWords.percent(costs.flops(step.operation()) / costs.passFlops()))
            : Texts.get("gpt2map.tip.operation", name, shape);
    return cost + " " + time(presenter, step);
  }

  private static String time(MapPresenter presenter, WalkStep step) {
    Optional<PassTimes> times = presenter.times();
    if (step.operation() == Operation.PROBABILITIES) {
      return Texts.get("gpt2map.tip.noTime");
    }
    return times
        .map(
            each ->
                Texts.get(
                    "gpt2map.tip.time",
                    MapWords.millis(each.millis(step)),
                    MapWords.percent(each.millis(step) / each.total())))
        .orElseGet(() -> Texts.get("gpt2map.tip.unmeasured"));
  }

  private static String block(MapPresenter presenter, PassCosts costs, int layer) {
    String cost =
        Texts.get(
            "gpt2map.tip.block",
            Numbers.count(layer),
            MapWords.flops(costs.layerFlops()),
            MapWords.percent(costs.layerFlops() / costs.passFlops()));
    return cost
        + " "
        + presenter
            .times()
            .map(
                each ->
                    Texts.get(
                        "gpt2map.tip.time",
                        MapWords.millis(each.millis(Scope.LAYER, layer)),
                        MapWords.percent(each.layer(layer) / each.total())))
            .orElseGet(() -> Texts.get("gpt2map.tip.unmeasured"));
  }
}

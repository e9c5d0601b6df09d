package org.inferscope.tab.gpt2.map;

import java.util.Optional;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.OperationWords;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What is written on a node of the path.
 *
 * @param name of the operation or block
 * @param shape what it computes
 * @param flops operations; empty for what is no product
 * @param flopsShare their share, 0 to 1; 0 for what is no product
 * @param timeShare the share of the time, 0 to 1; 0 if it was not measured
 * @param isProduct whether it is a product, or contains some
 * @param isTimed whether its time was measured
 */
record NodeText(
    String name,
    String shape,
    String flops,
    double flopsShare,
    double timeShare,
    boolean isProduct,
    boolean isTimed) {

  /** The text of a node; shares are of the scope. */
  static NodeText of(PathNode node, PassCosts costs, Optional<PassTimes> times, Scope scope) {
    return node.step()
        .map(step -> of(step, costs, times, scope))
        .orElseGet(() -> block(node.layer(), costs, times));
  }

  private static NodeText of(
      WalkStep step, PassCosts costs, Optional<PassTimes> times, Scope scope) {
    Operation operation = step.operation();
    boolean product = PassCosts.PRODUCTS.contains(operation);
    Scope of = PassCosts.isIn(operation, scope) ? scope : Scope.PASS;
    boolean timed = times.isPresent() && operation != Operation.PROBABILITIES;
    return new NodeText(
        OperationWords.name(operation),
        MapWords.shape(costs, step),
        product ? MapWords.flops(costs.flops(operation)) : "",
        costs.flops(operation) / costs.flops(of),
        timed
            ? times.map(each -> each.millis(step) / each.millis(of, step.layer())).orElse(0.0)
            : 0,
        product,
        timed);
  }

  /** A block's shares are always of the pass. */
  private static NodeText block(int layer, PassCosts costs, Optional<PassTimes> times) {
    return new NodeText(
        Texts.get("gpt2map.layer", Numbers.count(layer)),
        "",
        MapWords.flops(costs.layerFlops()),
        costs.layerFlops() / costs.passFlops(),
        times.map(each -> each.layer(layer) / each.total()).orElse(0.0),
        true,
        times.isPresent());
  }
}

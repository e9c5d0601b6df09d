package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Figure;
import org.inferscope.model.linear.LinearRef.Geometry;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Rounded;
import org.inferscope.model.linear.LinearRef.RoundingError;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

/** Follows every link of the figures through the explainer of the whole tab. */
class LinearTrailsTest {
  @Test
  void everyTrailOfAFigureEndsAtLeaves() {
    LinearLayer layer = FigureLayers.random(1, 3, 3);
    LinearExplainer explainer =
        new LinearExplainer(LinearSnapshot.of(layer, FigureLayers.matrix(2, 2, 3)));
    Deque<ValueRef> open = new ArrayDeque<>();
    for (LayerQuantity quantity : LayerQuantity.values()) {
      open.add(new Figure(LayerCost.of(layer, 2, DType.INT4), quantity));
    }
    for (GeometryQuantity quantity : GeometryQuantity.values()) {
      open.add(new Geometry(quantity));
    }
    for (DType dtype : RoundedLayer.FORMATS) {
      open.add(new Rounded(dtype, 1, 2));
      open.add(new RoundingError(dtype, 0, 1));
    }
    Set<ValueRef> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ValueRef next = open.remove();
      if (seen.add(next)) {
        Explanation explanation = explainer.explain(next);
        assertThat(explanation.subject()).isEqualTo(next);
        assertThat(explainer.label(next)).isEqualTo(explanation.title());
        explanation.terms().forEach(term -> open.addAll(term.sources()));
        open.addAll(explanation.sources());
      }
    }
    assertThat(seen).contains(new Weight(2, 1), new Bias(2), new Input(1, 0));
  }
}

package org.inferscope.tab.roofline.desk;

import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.model.roofline.transformer.LayerMatmul;

/** The product that is lit in all views: the same one in each. */
public sealed interface Selection {
  /** None. */
  Selection NOTHING = new Nothing();

  /** None. */
  record Nothing() implements Selection {}

  /** One of the notebook's situations. */
  record OfScenario(Scenario scenario) implements Selection {}

  /** A product of the transformer layer. */
  record OfLayer(LayerMatmul matmul) implements Selection {}

  /** A measured product. */
  record OfMeasured(String impl, MatmulSize size) implements Selection {}

  /** The product whose batch is dragged. */
  record OfWalk() implements Selection {}
}

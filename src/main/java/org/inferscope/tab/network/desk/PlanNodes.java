package org.inferscope.tab.network.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.GivenWeights;
import org.inferscope.model.network.LayerPlan;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;

/** Network plans in lesson files; drawn weights by their seed, others number by number. */
final class PlanNodes {
  private PlanNodes() {}

  static LessonNode write(NetworkPlan plan) {
    return new LessonFields()
        .put("inputs", plan.inputs())
        .put("init", plan.init())
        .put("seed", plan.seed())
        .put("layers", LessonNode.list(plan.layers(), PlanNodes::layer))
        .node();
  }

  private static LessonNode layer(LayerPlan layer) {
    return new LessonFields()
        .put("outputs", layer.outputs())
        .put("activation", layer.activation())
        .put("weights", layer.given().map(PlanNodes::weights).orElse(LessonNode.nothing()))
        .node();
  }

  private static LessonNode weights(GivenWeights given) {
    return new LessonFields()
        .put("w", NumberNodes.write(given.linear().w()))
        .put("b", NumberNodes.write(given.linear().b()))
        .put("origin", given.origin())
        .node();
  }

  static NetworkPlan read(LessonNode node) {
    int inputs = node.get("inputs").whole(1, NetworkPlan.WIDEST);
    List<LayerPlan> layers = new ArrayList<>();
    int before = inputs;
    for (LessonNode item : node.get("layers").items(1, NetworkPlan.DEEPEST)) {
      LayerPlan layer = readLayer(item, before);
      layers.add(layer);
      before = layer.outputs();
    }
    Initialisation init = node.get("init").oneOf(Initialisation.class);
    if (!NetworkPlan.INITIALISATIONS.contains(init)) {
      throw node.get("init").unexpected(Texts.get("network.lesson.init"));
    }
    return new NetworkPlan(inputs, layers, init, node.get("seed").whole(0L, NumpyRandom.MAX_SEED));
  }

  private static LayerPlan readLayer(LessonNode node, int inputs) {
    int outputs = node.get("outputs").whole(1, NetworkPlan.WIDEST);
    Optional<GivenWeights> given =
        node.find("weights").map(weights -> readWeights(weights, outputs, inputs));
    return new LayerPlan(outputs, node.get("activation").oneOf(Activation.class), given);
  }

  private static GivenWeights readWeights(LessonNode node, int outputs, int inputs) {
    Matrix w = NumberNodes.read(node.get("w"), NetworkPlan.WIDEST, NetworkPlan.WIDEST);
    Matrix b = NumberNodes.read(node.get("b"), NetworkPlan.WIDEST, 1);
    requireSize(node.get("w"), w, outputs, inputs);
    requireSize(node.get("b"), b, outputs, 1);
    return new GivenWeights(new LinearLayer(w, b), node.get("origin").text());
  }

  private static void requireSize(LessonNode node, Matrix matrix, int rows, int cols) {
    if (matrix.rows() != rows || matrix.cols() != cols) {
      throw node.unexpected(
          Texts.get("network.lesson.size", Integer.toString(rows), Integer.toString(cols)));
    }
  }
}

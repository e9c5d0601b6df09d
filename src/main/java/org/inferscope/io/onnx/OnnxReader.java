package org.inferscope.io.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.compute.Pointwise;
import org.inferscope.io.network.LoadedNetwork;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Follows a graph's only path from its input to its output and makes layers of the nodes on it. */
final class OnnxReader {
  private static final double LEAK_TOLERANCE = 1e-6;

  private final OnnxGraph graph;
  private final OnnxTensors tensors;
  private final LinearNodes linear;
  private final List<LayerInProgress> layers = new ArrayList<>();
  private final Set<String> passed = new LinkedHashSet<>();

  OnnxReader(OnnxGraph graph) {
    this.graph = graph;
    tensors = new OnnxTensors(graph);
    linear = new LinearNodes(graph, tensors);
  }

  LoadedNetwork read() {
    Set<String> seen = new HashSet<>();
    String value = graph.input();
    while (!value.equals(graph.output())) {
      if (!seen.add(value)) {
        throw graph.problem(Texts.get("networkfiles.onnx.circle", value));
      }
      value = follow(value);
    }
    if (layers.isEmpty()) {
      throw graph.problem(Texts.get("networkfiles.noTensors"));
    }
    Network network = new Network(layers.stream().map(LayerInProgress::layer).toList());
    return new LoadedNetwork(
        network,
        passed.isEmpty()
            ? Optional.empty()
            : Optional.of(Texts.get("networkfiles.note.passed", String.join(", ", passed))));
  }

  /** Goes on from a value to the next one on the path. */
  private String follow(String value) {
    List<NodeProto> takers = graph.takers(value);
    if (takers.isEmpty()) {
      throw graph.problem(Texts.get("networkfiles.onnx.deadEnd", value, graph.output()));
    }
    if (takers.size() == 1) {
      take(takers.get(0), value);
      return output(takers.get(0));
    }
    Optional<NodeProto> product = sigmoidProduct(takers, value);
    if (product.isEmpty()) {
      throw graph.problem(
          Texts.get(
              "networkfiles.onnx.branch",
              value,
              OnnxGraph.name(takers.get(0)),
              OnnxGraph.name(takers.get(1))));
    }
    activate(product.get(), Activation.SILU);
    return output(product.get());
  }

  private String output(NodeProto node) {
    if (node.getOutputCount() == 0) {
      throw graph.unsupported(node);
    }
    return node.getOutput(0);
  }

  /** The product of a value and its sigmoid, if that is what its two takers make of it. */
  private Optional<NodeProto> sigmoidProduct(List<NodeProto> takers, String value) {
    for (NodeProto sigmoid : takers) {
      for (NodeProto product : takers) {
        if (takers.size() == 2
            && isStandard(sigmoid, "Sigmoid")
            && isStandard(product, "Mul")
            && graph.takers(output(sigmoid)).equals(List.of(product))
            && Set.copyOf(product.getInputList()).equals(Set.of(value, output(sigmoid)))) {
          return Optional.of(product);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isStandard(NodeProto node, String type) {
    boolean standard = node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
    return standard && node.getOpType().equals(type);
  }

  private void take(NodeProto node, String value) {
    if (!isStandard(node, node.getOpType())) {
      throw graph.unsupported(node);
    }
    switch (node.getOpType()) {
      case "Gemm" -> add(linear.gemm(node, value));
      case "MatMul" -> add(linear.matMul(node, value));
      case "Add" -> addBias(node, value);
      case "Relu" -> activate(node, Activation.RELU);
      case "LeakyRelu" -> leaky(node);
      case "Sigmoid" -> activate(node, Activation.SIGMOID);
      case "Tanh" -> activate(node, Activation.TANH);
      case "Softmax" -> softmax(node);
      case "Gelu" -> gelu(node);
      case "Swish" -> swish(node);
      case "Identity", "Dropout" -> passed.add(node.getOpType());
      case "Flatten" -> flatten(node);
      case "Reshape" -> reshape(node);
      default -> throw graph.unsupported(node);
    }
  }

  private Optional<LayerInProgress> last() {
    return layers.isEmpty() ? Optional.empty() : Optional.of(layers.get(layers.size() - 1));
  }

  private void add(LayerInProgress layer) {
    Optional<LayerInProgress> before = last();
    if (before.isPresent() && before.get().outputs() != layer.w().cols()) {
      throw graph.problem(
          Texts.get(
              "networkfiles.onnx.misfit",
              layer.name(),
              Numbers.count(layer.w().cols()),
              before.get().name(),
              Numbers.count(before.get().outputs())));
    }
    if (layers.size() == NetworkPlan.DEEPEST) {
      throw graph.problem(
          Texts.get(
              "networkfiles.tooDeep",
              Texts.get("networkfiles.onnx.more", Numbers.count(NetworkPlan.DEEPEST)),
              Numbers.count(NetworkPlan.DEEPEST)));
    }
    layers.add(layer);
  }

  private void addBias(NodeProto node, String value) {
    LayerInProgress layer = unactivated(node);
    layers.set(layers.size() - 1, layer.plus(linear.addend(node, value, layer.outputs())));
  }

  private void activate(NodeProto node, Activation activation) {
    LayerInProgress layer = unactivated(node);
    layers.set(layers.size() - 1, layer.with(activation));
  }

  /** The layer that a bias or an activation belongs to. */
  private LayerInProgress unactivated(NodeProto node) {
    return last()
        .filter(layer -> !layer.isActivated())
        .orElseThrow(
            () -> graph.problem(Texts.get("networkfiles.onnx.noSums", OnnxGraph.name(node))));
  }

  private void leaky(NodeProto node) {
    double alpha =
        OnnxGraph.attribute(node, "alpha").map(AttributeProto::getF).orElse((float) Pointwise.LEAK);
    if (!(Math.abs(alpha - Pointwise.LEAK) <= LEAK_TOLERANCE)) {
      throw graph.problem(
          Texts.get("networkfiles.onnx.leak", OnnxGraph.name(node), Numbers.full((float) alpha)));
    }
    activate(node, Activation.LEAKY_RELU);
  }

  private void softmax(NodeProto node) {
    long axis = OnnxGraph.attribute(node, "axis").map(AttributeProto::getI).orElse(-1L);
    if (axis != -1 && axis != 1) {
      throw graph.problem(
          Texts.get("networkfiles.onnx.axis", OnnxGraph.name(node), Long.toString(axis)));
    }
    activate(node, Activation.SOFTMAX);
  }

  private void gelu(NodeProto node) {
    String form =
        OnnxGraph.attribute(node, "approximate").map(a -> a.getS().toStringUtf8()).orElse("none");
    if (!form.equals("tanh")) {
      throw graph.problem(Texts.get("networkfiles.onnx.gelu", OnnxGraph.name(node), form));
    }
    activate(node, Activation.GELU);
  }

  private void swish(NodeProto node) {
    float alpha = OnnxGraph.attribute(node, "alpha").map(AttributeProto::getF).orElse(1f);
    if (alpha != 1) {
      throw graph.problem(
          Texts.get("networkfiles.onnx.swish", OnnxGraph.name(node), Numbers.full(alpha)));
    }
    activate(node, Activation.SILU);
  }

  private void flatten(NodeProto node) {
    long axis = OnnxGraph.attribute(node, "axis").map(AttributeProto::getI).orElse(1L);
    if (axis != 1) {
      throw graph.problem(
          Texts.get("networkfiles.onnx.axis", OnnxGraph.name(node), Long.toString(axis)));
    }
    passed.add(node.getOpType());
  }

  /** Leaves a matrix a matrix of the same rows, or makes one of the input. */
  private void reshape(NodeProto node) {
    TensorProto tensor = graph.stored(node, 1);
    List<Long> shape = tensors.wholes(tensor);
    long width = shape.size() == 2 ? shape.get(1) : 0;
    long known = last().map(LayerInProgress::outputs).orElse(0);
    if (width == 0 || width < -1 || (known > 0 && width > 0 && width != known)) {
      throw graph.problem(
          Texts.get("networkfiles.onnx.reshape", OnnxGraph.name(node), shape.toString()));
    }
    passed.add(node.getOpType());
  }
}

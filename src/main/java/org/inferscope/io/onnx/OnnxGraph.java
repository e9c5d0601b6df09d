package org.inferscope.io.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** A graph, to be looked up in: which tensors it stores, and which node takes which value. */
final class OnnxGraph {
  private final Path path;
  private final Map<String, TensorProto> stored = new HashMap<>();
  private final Map<String, NodeProto> producers = new HashMap<>();
  private final Map<String, List<NodeProto>> takers = new HashMap<>();
  private final String input;
  private final String output;

  OnnxGraph(Path path, GraphProto graph) {
    this.path = path;
    graph.getInitializerList().forEach(tensor -> stored.put(tensor.getName(), tensor));
    for (NodeProto node : graph.getNodeList()) {
      if (!store(node)) {
        node.getOutputList().forEach(name -> producers.put(name, node));
        node.getInputList().stream()
            .distinct()
            .forEach(name -> takers.computeIfAbsent(name, n -> new ArrayList<>()).add(node));
      }
    }
    input = input(graph);
    output = output(graph);
  }

  /** Whether a node only stands for a stored tensor, which then is known by its output's name. */
  private boolean store(NodeProto node) {
    if (node.getOutputCount() != 1) {
      return false;
    }
    Optional<TensorProto> tensor = Optional.empty();
    if (node.getOpType().equals("Constant")) {
      tensor = attribute(node, "value").map(AttributeProto::getT);
    } else if (node.getOpType().equals("Identity") && node.getInputCount() == 1) {
      tensor = Optional.ofNullable(stored.get(node.getInput(0)));
    }
    tensor.ifPresent(value -> stored.put(node.getOutput(0), value));
    return tensor.isPresent();
  }

  private String input(GraphProto graph) {
    List<String> inputs =
        graph.getInputList().stream()
            .map(ValueInfoProto::getName)
            .filter(name -> !stored.containsKey(name)) // Older files list the weights as inputs.
            .toList();
    if (inputs.size() != 1) {
      throw problem(Texts.get("networkfiles.onnx.inputs", Numbers.count(inputs.size())));
    }
    return inputs.get(0);
  }

  private String output(GraphProto graph) {
    if (graph.getOutputCount() != 1) {
      throw problem(Texts.get("networkfiles.onnx.outputs", Numbers.count(graph.getOutputCount())));
    }
    return graph.getOutput(0).getName();
  }

  /** The value that comes in. */
  String input() {
    return input;
  }

  /** The value that comes out. */
  String output() {
    return output;
  }

  /** The nodes that take a value, in the file's order. */
  List<NodeProto> takers(String value) {
    return takers.getOrDefault(value, List.of());
  }

  /** A stored tensor, if the value is one. */
  Optional<TensorProto> find(String value) {
    return Optional.ofNullable(stored.get(value));
  }

  /** A stored tensor that a node takes. */
  TensorProto stored(NodeProto node, int index) {
    String value = index < node.getInputCount() ? node.getInput(index) : "";
    TensorProto tensor = stored.get(value);
    if (tensor != null) {
      return tensor;
    }
    NodeProto producer = producers.get(value);
    throw producer == null
        ? problem(Texts.get("networkfiles.onnx.notStored", name(node), value))
        : unsupported(producer);
  }

  /** An attribute of a node. */
  static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
  }

  /** A node's type and, where it has one, its name, else its output's. */
  static String name(NodeProto node) {
    String name = node.getName();
    if (name.isEmpty() && node.getOutputCount() > 0) {
      name = node.getOutput(0);
    }
    String domain = node.getDomain().isEmpty() ? "" : node.getDomain() + ".";
    return domain + node.getOpType() + " \"" + name + "\"";
  }

  /** The error of a node that cannot be had. */
  InferscopeException unsupported(NodeProto node) {
    return problem(Texts.get("networkfiles.onnx.unsupported", name(node)));
  }

  /** An error that names the file. */
  InferscopeException problem(String sentence) {
    return ReadProblem.in(path, sentence);
  }
}

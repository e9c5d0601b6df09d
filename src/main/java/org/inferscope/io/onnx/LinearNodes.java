package org.inferscope.io.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Makes layers of the nodes that multiply and add. */
final class LinearNodes {
  private final OnnxGraph graph;
  private final OnnxTensors tensors;

  LinearNodes(OnnxGraph graph, OnnxTensors tensors) {
    this.graph = graph;
    this.tensors = tensors;
  }

  /** alpha·(x·B) + beta·C, where B [I, O] may be stored transposed. */
  LayerInProgress gemm(NodeProto node, String value) {
    if (integer(node, "transA") != 0 || node.getInputCount() == 0 || !isFirst(node, value)) {
      throw graph.problem(Texts.get("networkfiles.onnx.notRows", OnnxGraph.name(node)));
    }
    TensorProto weights = graph.stored(node, 1);
    Matrix w = weights(weights, integer(node, "transB") != 0);
    float alpha = scale(node, "alpha");
    float beta = scale(node, "beta");
    if (alpha != 1) {
      w = scaled(w, alpha);
    }
    Matrix b = Matrix.zeros(w.rows(), 1);
    if (node.getInputCount() > 2 && !node.getInput(2).isEmpty()) {
      float[] bias = bias(graph.stored(node, 2), w.rows());
      b = scaled(Matrix.owning(w.rows(), 1, bias), beta);
    }
    return new LayerInProgress(weights.getName(), w, b, Activation.IDENTITY);
  }

  /** x·B, where B is [I, O]. */
  LayerInProgress matMul(NodeProto node, String value) {
    if (node.getInputCount() != 2 || !isFirst(node, value)) {
      throw graph.problem(Texts.get("networkfiles.onnx.notRows", OnnxGraph.name(node)));
    }
    TensorProto weights = graph.stored(node, 1);
    Matrix w = weights(weights, false);
    return new LayerInProgress(
        weights.getName(), w, Matrix.zeros(w.rows(), 1), Activation.IDENTITY);
  }

  /** What a node adds to a value: a number for each of the outputs. */
  float[] addend(NodeProto node, String value, int outputs) {
    if (node.getInputCount() != 2) {
      throw graph.unsupported(node);
    }
    return bias(graph.stored(node, isFirst(node, value) ? 1 : 0), outputs);
  }

  private static boolean isFirst(NodeProto node, String value) {
    return node.getInput(0).equals(value);
  }

  private static long integer(NodeProto node, String attribute) {
    return OnnxGraph.attribute(node, attribute).map(AttributeProto::getI).orElse(0L);
  }

  private float scale(NodeProto node, String attribute) {
    float scale = OnnxGraph.attribute(node, attribute).map(AttributeProto::getF).orElse(1f);
    if (!Float.isFinite(scale)) {
      throw graph.problem(
          Texts.get(
              "networkfiles.onnx.scale", OnnxGraph.name(node), attribute, Numbers.full(scale)));
    }
    return scale;
  }

  private static Matrix scaled(Matrix matrix, float scale) {
    return scale == 1
        ? matrix
        : Matrix.generate(matrix.rows(), matrix.cols(), (i, j) -> matrix.get(i, j) * scale);
  }

  /** W [O, I]. */
  private Matrix weights(TensorProto tensor, boolean outputsFirst) {
    List<Long> shape = tensor.getDimsList();
    if (shape.size() != 2) {
      throw graph.problem(
          Texts.get("networkfiles.onnx.notMatrix", tensor.getName(), OnnxTensors.shape(tensor)));
    }
    for (long width : shape) {
      if (width < 1 || width > NetworkPlan.WIDEST) {
        throw graph.problem(
            Texts.get(
                "networkfiles.width",
                tensor.getName(),
                OnnxTensors.shape(tensor),
                Numbers.count(NetworkPlan.WIDEST)));
      }
    }
    int rows = shape.get(0).intValue();
    int cols = shape.get(1).intValue();
    Matrix stored = Matrix.owning(rows, cols, tensors.floats(tensor));
    return outputsFirst ? stored : stored.transpose();
  }

  /** A bias [O], stored as that, as a row, or as one number for all. */
  private float[] bias(TensorProto tensor, int outputs) {
    List<Long> shape = tensor.getDimsList();
    long last = shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
    boolean isRow = shape.stream().limit(Math.max(0, shape.size() - 1)).allMatch(n -> n == 1);
    if (!isRow || (last != 1 && last != outputs)) {
      throw graph.problem(
          Texts.get(
              "networkfiles.onnx.bias",
              tensor.getName(),
              OnnxTensors.shape(tensor),
              "[" + outputs + "]"));
    }
    float[] values = tensors.floats(tensor);
    if (values.length == outputs) {
      return values;
    }
    float[] same = new float[outputs];
    Arrays.fill(same, values[0]);
    return same;
  }
}

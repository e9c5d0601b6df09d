package org.inferscope.io.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Builds small ONNX models: a chain of nodes from "x" on, with stored tensors. */
final class Onnx {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
  private String value = "x";
  private int nodes;

  Onnx() {
    graph.addInput(ValueInfoProto.newBuilder().setName("x"));
  }

  /** A stored tensor of float32 in raw bytes. */
  Onnx tensor(String name, List<Long> shape, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.FLOAT_VALUE)
            .addAllDims(shape)
            .setRawData(ByteString.copyFrom(bytes)));
  }

  Onnx tensor(TensorProto.Builder tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  /** A node that takes the value before and these others, and gives a new value. */
  Onnx node(String type, List<String> others, AttributeProto... attributes) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(type).setName("n" + nodes);
    node.addInput(value).addAllInput(others).addAllAttribute(List.of(attributes));
    return node(node);
  }

  Onnx node(String type) {
    return node(type, List.of());
  }

  /** A node with its own inputs, whose output is the next value. */
  Onnx node(NodeProto.Builder node) {
    value = "v" + nodes++;
    graph.addNode(node.addOutput(value));
    return this;
  }

  /** The value that the last node gave. */
  String value() {
    return value;
  }

  GraphProto.Builder graph() {
    return graph;
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  /** The model, whose output is the last value. */
  byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(20))
        .setGraph(graph.clone().addOutput(ValueInfoProto.newBuilder().setName(value)))
        .build()
        .toByteArray();
  }
}

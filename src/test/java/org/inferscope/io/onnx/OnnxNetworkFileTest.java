package org.inferscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.io.onnx.Onnx.integer;
import static org.inferscope.io.onnx.Onnx.real;
import static org.inferscope.io.onnx.Onnx.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.network.LoadedNetwork;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNetworkFileTest {
  private static final Matrix W = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}});

  @TempDir private Path folder;

  private LoadedNetwork load(Onnx model) throws IOException {
    return OnnxNetworkFile.load(Files.write(folder.resolve("m.onnx"), model.bytes()));
  }

  private void refused(Onnx model, String sentence) throws IOException {
    refused(model.bytes(), sentence);
  }

  private void refused(byte[] content, String sentence) throws IOException {
    Path file = Files.write(folder.resolve("m.onnx"), content);
    assertThatThrownBy(() -> OnnxNetworkFile.load(file))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("m.onnx: " + sentence);
  }

  /** 3 inputs, 2 outputs, the weights stored as PyTorch exports them. */
  private static Onnx oneLayer() {
    return new Onnx()
        .tensor("fc.weight", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
        .tensor("fc.bias", List.of(2L), 7, 8)
        .node("Gemm", List.of("fc.weight", "fc.bias"), integer("transB", 1));
  }

  private NetworkLayer onlyLayer(Onnx model) throws IOException {
    Network network = load(model).network();
    assertThat(network.depth()).isEqualTo(1);
    return network.layer(0);
  }

  @Test
  void aChainOfGemmAndActivationsIsLoaded() throws IOException {
    Onnx model =
        oneLayer()
            .node("Relu")
            .tensor("w2", List.of(1L, 2L), 9, 10)
            .tensor("b2", List.of(1L), 11)
            .node("Gemm", List.of("w2", "b2"), integer("transB", 1))
            .node("Softmax", List.of(), integer("axis", -1));
    LoadedNetwork loaded = load(model);
    assertThat(loaded.note()).isEmpty();
    assertThat(loaded.network().layers())
        .extracting(NetworkLayer::activation)
        .containsExactly(Activation.RELU, Activation.SOFTMAX);
    assertThat(loaded.network().layer(0).w()).isEqualTo(W);
    assertThat(loaded.network().layer(0).b().column(0)).containsExactly(7, 8);
    assertThat(loaded.network().layer(1).w().row(0)).containsExactly(9, 10);
  }

  @Test
  void matMulWithAddIsALayerWhicheverSideTheBiasIsOn() throws IOException {
    for (boolean biasFirst : new boolean[] {false, true}) {
      Onnx model =
          new Onnx()
              .tensor("w", List.of(3L, 2L), 1, 4, 2, 5, 3, 6)
              .tensor("b", List.of(1L, 2L), 7, 8)
              .node("MatMul", List.of("w"));
      NodeProto.Builder add = NodeProto.newBuilder().setOpType("Add");
      model.node(
          biasFirst
              ? add.addInput("b").addInput(model.value())
              : add.addInput(model.value()).addInput("b"));
      NetworkLayer layer = onlyLayer(model.node("Tanh"));
      assertThat(layer.w()).isEqualTo(W);
      assertThat(layer.b().column(0)).containsExactly(7, 8);
      assertThat(layer.activation()).isEqualTo(Activation.TANH);
    }
  }

  @Test
  void aProductWithoutABiasHasZeros() throws IOException {
    NetworkLayer layer =
        onlyLayer(new Onnx().tensor("w", List.of(2L, 1L), 1, 2).node("MatMul", List.of("w")));
    assertThat(layer.w().row(0)).containsExactly(1, 2);
    assertThat(layer.b().column(0)).containsExactly(0);
  }

  @Test
  void gemmsScalesAreMultipliedInAndOneNumberIsABiasForAll() throws IOException {
    NetworkLayer layer =
        onlyLayer(
            new Onnx()
                .tensor("w", List.of(1L, 2L), 1, 2)
                .tensor("b", List.of(), 3)
                .node("Gemm", List.of("w", "b"), real("alpha", 0.5f), real("beta", 2)));
    assertThat(layer.w().column(0)).containsExactly(0.5f, 1);
    assertThat(layer.b().column(0)).containsExactly(6, 6);
  }

  @Test
  void everyActivationIsKnown() throws IOException {
    assertThat(onlyLayer(oneLayer().node("Sigmoid")).activation()).isEqualTo(Activation.SIGMOID);
    assertThat(onlyLayer(oneLayer().node("LeakyRelu")).activation())
        .isEqualTo(Activation.LEAKY_RELU);
    assertThat(
            onlyLayer(oneLayer().node("LeakyRelu", List.of(), real("alpha", 0.01f))).activation())
        .isEqualTo(Activation.LEAKY_RELU);
    assertThat(
            onlyLayer(oneLayer().node("Gelu", List.of(), text("approximate", "tanh"))).activation())
        .isEqualTo(Activation.GELU);
    assertThat(onlyLayer(oneLayer().node("Swish")).activation()).isEqualTo(Activation.SILU);
    assertThat(onlyLayer(oneLayer()).activation()).isEqualTo(Activation.IDENTITY);
  }

  @Test
  void aProductWithTheSigmoidIsSilu() throws IOException {
    Onnx model = oneLayer();
    String sums = model.value();
    model.node("Sigmoid");
    model.node(NodeProto.newBuilder().setOpType("Mul").addInput(model.value()).addInput(sums));
    assertThat(onlyLayer(model).activation()).isEqualTo(Activation.SILU);
  }

  @Test
  void whatChangesNoNumberIsLeftOutAndNoted() throws IOException {
    TensorProto.Builder shape =
        TensorProto.newBuilder()
            .setName("shape")
            .setDataType(DataType.INT64_VALUE)
            .addDims(2)
            .addInt64Data(-1)
            .addInt64Data(2);
    Onnx model = new Onnx().node("Flatten");
    model
        .tensor("w", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
        .node("Gemm", List.of("w"), integer("transB", 1))
        .node("Dropout")
        .node("Identity")
        .tensor(shape)
        .node("Reshape", List.of("shape"))
        .node("Relu");
    LoadedNetwork loaded = load(model);
    assertThat(loaded.network().layer(0).activation()).isEqualTo(Activation.RELU);
    assertThat(loaded.note())
        .hasValue("Nodes that change no number are left out: Flatten, Dropout, Identity, Reshape.");
  }

  @Test
  void weightsInOtherTypesAndPlacesAreRead() throws IOException {
    TensorProto.Builder listed = TensorProto.newBuilder().setName("w").addDims(2).addDims(1);
    TensorProto.Builder half = listed.clone().setDataType(DataType.FLOAT16_VALUE);
    List<TensorProto.Builder> same =
        List.of(
            listed.clone().setDataType(DataType.FLOAT_VALUE).addFloatData(1).addFloatData(-2.5f),
            listed.clone().setDataType(DataType.DOUBLE_VALUE).addDoubleData(1).addDoubleData(-2.5),
            half.clone().addInt32Data(0x3c00).addInt32Data(0xc100),
            half.clone().setRawData(ByteString.copyFrom(new byte[] {0, 0x3c, 0, (byte) 0xc1})));
    for (TensorProto.Builder tensor : same) {
      NetworkLayer layer = onlyLayer(new Onnx().tensor(tensor).node("MatMul", List.of("w")));
      assertThat(layer.w().row(0)).containsExactly(1, -2.5f);
    }
  }

  @Test
  void weightsMayComeThroughConstantsAndIdentitiesAndBeListedAsInputs() throws IOException {
    Onnx model = new Onnx().tensor("stored", List.of(1L, 1L), 5);
    model.graph().addInput(ValueInfoProto.newBuilder().setName("stored"));
    model
        .graph()
        .addNode(
            NodeProto.newBuilder().setOpType("Identity").addInput("stored").addOutput("alias"));
    TensorProto bias =
        TensorProto.newBuilder()
            .setDataType(DataType.FLOAT_VALUE)
            .addDims(1)
            .addFloatData(6)
            .build();
    model
        .graph()
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput("bias")
                .addAttribute(AttributeProto.newBuilder().setName("value").setT(bias)));
    NetworkLayer layer = onlyLayer(model.node("Gemm", List.of("alias", "bias")));
    assertThat(layer.w().get(0, 0)).isEqualTo(5);
    assertThat(layer.b().get(0, 0)).isEqualTo(6);
  }

  @Test
  void anUnsupportedNodeIsNamedWithItsType() throws IOException {
    String supported =
        " isn't supported: only Gemm, MatMul, Add, Relu, LeakyRelu, Gelu, Sigmoid, Tanh, Softmax,"
            + " Swish, Identity, Dropout, Flatten and Reshape are.";
    refused(oneLayer().node("Conv"), "the node Conv \"n1\"" + supported);
    refused(
        oneLayer()
            .node(
                NodeProto.newBuilder().setOpType("Gelu").setDomain("com.microsoft").addInput("v0")),
        "the node com.microsoft.Gelu \"v1\"" + supported);
    Onnx quantised = new Onnx().tensor("q", List.of(1L, 1L), 1);
    quantised
        .graph()
        .addNode(
            NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .setName("dq")
                .addInput("q")
                .addOutput("w"));
    refused(quantised.node("MatMul", List.of("w")), "the node DequantizeLinear \"dq\"" + supported);
  }

  @Test
  void formsOfNodesThatComputeSomethingElseAreNamed() throws IOException {
    refused(
        oneLayer().node("LeakyRelu", List.of(), real("alpha", 0.2f)),
        "the node LeakyRelu \"n1\" has alpha = 0.2, but only 0.01 is supported.");
    refused(
        oneLayer().node("Gelu"),
        "the node Gelu \"n1\" is of the form \"none\", but only \"tanh\" is supported.");
    refused(
        oneLayer().node("Softmax", List.of(), integer("axis", 0)),
        "the node Softmax \"n1\" goes along axis 0, but only the last of two is supported.");
    refused(
        new Onnx().tensor("w", List.of(1L, 1L), 1).node("Gemm", List.of("w"), integer("transA", 1)),
        "the node Gemm \"n0\" must multiply the rows that come in, not transposed, by stored"
            + " weights.");
    refused(
        new Onnx().node("Relu"),
        "the node Relu \"n0\" must come right after the Gemm or MatMul of its layer, or after its"
            + " bias.");
    refused(
        oneLayer().node("Relu").node("Tanh"),
        "the node Tanh \"n2\" must come right after the Gemm or MatMul of its layer, or after its"
            + " bias.");
  }

  @Test
  void shapesThatDoNotFitAreNamed() throws IOException {
    refused(
        oneLayer().tensor("w2", List.of(3L, 1L), 1, 2, 3).node("MatMul", List.of("w2")),
        "the weights w2 take 3 numbers, but fc.weight before them give 2.");
    refused(
        oneLayer().tensor("b2", List.of(3L), 1, 2, 3).node("Add", List.of("b2")),
        "the bias b2 has the shape [3], but must have [2].");
    refused(
        new Onnx().tensor("w", List.of(2L, 2L), 1, 2, 3).node("MatMul", List.of("w")),
        "tensor w has the shape [2, 2], but 3 numbers are stored.");
    refused(
        new Onnx().tensor("w", List.of(2L), 1, 2).node("MatMul", List.of("w")),
        "the weights w have the shape [2], but must have two sizes.");
    refused(
        new Onnx().tensor("w", List.of(1L, 4097L), new float[4097]).node("MatMul", List.of("w")),
        "tensor w has the shape [1, 4097], but layers can be 1 to 4,096 wide.");
  }

  @Test
  void moreLayersThanThereCanBeAreRefused() throws IOException {
    Onnx model = new Onnx().tensor("w", List.of(1L, 1L), 1);
    for (int l = 0; l < 25; l++) {
      model.node("MatMul", List.of("w"));
    }
    refused(
        model, "there are more than 24 layers in this file, but a network can have at most 24.");
  }

  @Test
  void numbersThatAreNotThereOrNotFiniteAreNamed() throws IOException {
    refused(
        new Onnx()
            .tensor("w", List.of(1L, 2L), 1, Float.POSITIVE_INFINITY)
            .node("MatMul", List.of("w")),
        "tensor w [1, 2] has ∞ at [1, 2], but weights must be finite numbers.");
    TensorProto.Builder external =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(DataType.FLOAT_VALUE)
            .addDims(1)
            .addDims(1)
            .setDataLocation(DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue("w.bin"));
    refused(
        new Onnx().tensor(external).node("MatMul", List.of("w")),
        "the numbers of tensor w are in another file: save the model as one file.");
    refused(
        new Onnx()
            .tensor(
                TensorProto.newBuilder()
                    .setName("w")
                    .setDataType(DataType.INT8_VALUE)
                    .addDims(1)
                    .addDims(1)
                    .addInt32Data(1))
            .node("MatMul", List.of("w")),
        "tensor w is of type INT8, but only FLOAT, FLOAT16, BFLOAT16 and DOUBLE can be read.");
    refused(
        new Onnx().node("MatMul", List.of("w")),
        "the node MatMul \"n0\" takes w, which the file does not store.");
  }

  @Test
  void onlyOneChainFromOneInputToOneOutputIsANetwork() throws IOException {
    Onnx twoInputs = oneLayer();
    twoInputs.graph().addInput(ValueInfoProto.newBuilder().setName("mask"));
    refused(twoInputs, "the model has 2 inputs, but a network has one.");

    Onnx twoOutputs = oneLayer();
    twoOutputs.graph().addOutput(ValueInfoProto.newBuilder().setName("hidden"));
    refused(twoOutputs, "the model has 2 outputs, but a network has one.");

    Onnx residual = oneLayer();
    residual.node("Relu").node(NodeProto.newBuilder().setOpType("Add").addInput("v0"));
    refused(
        residual,
        "the model branches at v0, which goes to Relu \"n1\" and to Add \"v2\": a network here is"
            + " one chain of layers.");

    Onnx circle = new Onnx();
    circle
        .graph()
        .addNode(NodeProto.newBuilder().setOpType("Identity").addInput("x").addOutput("a"))
        .addNode(NodeProto.newBuilder().setOpType("Identity").addInput("a").addOutput("a"));
    refused(
        circle.node(NodeProto.newBuilder().setOpType("Relu").addInput("z")),
        "the model goes round in a circle at a.");

    Onnx cut = oneLayer();
    cut.node(NodeProto.newBuilder().setOpType("Relu").addInput("elsewhere"));
    refused(cut, "nothing in the model takes v0, so that its output v1 is never reached.");

    refused(new Onnx().node("Identity"), "there are no weights of linear layers in this file.");
  }

  @Test
  void whatIsNoOnnxModelIsSaidToBeNone() throws IOException {
    byte[] whole = oneLayer().bytes();
    String sentence = "this is no ONNX model, or only a part of one.";
    refused(new byte[0], sentence);
    refused("not a model".getBytes(StandardCharsets.UTF_8), sentence);
    refused(Arrays.copyOf(whole, whole.length - 3), sentence);
    Path none = folder.resolve("none.onnx");
    assertThatThrownBy(() -> OnnxNetworkFile.load(none))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(none + " can't be opened: there is no such file.");
    assertThatThrownBy(() -> OnnxNetworkFile.load(folder))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(folder + " can't be opened: it is a folder.");
  }

  @Test
  void aFileThatMemoryCannotHoldIsNotRead() throws IOException {
    Path file = Files.write(folder.resolve("m.onnx"), oneLayer().bytes());
    assertThatThrownBy(() -> OnnxNetworkFile.load(file, 50))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("and there are 50 B.");
    assertThat(OnnxNetworkFile.load(file, 10_000).note()).isEqualTo(Optional.empty());
  }
}

package org.inferscope.io.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.io.safetensors.SafetensorsWriter;
import org.inferscope.io.safetensors.TensorData;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.WeightDrawing;
import org.inferscope.support.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
  @TempDir private Path folder;

  private static Network drawn(NetworkPlan plan) {
    return new WeightDrawing().build(plan, share -> {});
  }

  private static Network everyActivation() {
    NetworkPlan plan = NetworkPlan.of(3, 5, 4, 6, 5, 3, 2, 4, 3);
    Activation[] all = Activation.values();
    for (int l = 0; l < all.length; l++) {
      plan = plan.with(l, all[l]);
    }
    return drawn(plan.drawn(Initialisation.PYTORCH, 7));
  }

  /** A tensor whose numbers count up from 0. */
  private static TensorData tensor(String name, long... shape) {
    int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    List<Long> sizes = Arrays.stream(shape).boxed().toList();
    return new TensorData(name, sizes, FloatBuffer.wrap(values));
  }

  private Path file(Map<String, String> metadata, TensorData... tensors) {
    Path path = folder.resolve("w.safetensors");
    SafetensorsWriter.write(path, List.of(tensors), metadata);
    return path;
  }

  private LoadedNetwork load(TensorData... tensors) {
    return NetworkFile.load(file(Map.of(), tensors));
  }

  private void refused(String sentence, TensorData... tensors) {
    refused(sentence, Map.of(), tensors);
  }

  private void refused(String sentence, Map<String, String> metadata, TensorData... tensors) {
    assertThatThrownBy(() -> NetworkFile.load(file(metadata, tensors)))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("w.safetensors: " + sentence);
  }

  @Test
  void whatIsSavedIsLoadedWithItsActivationsAndNothingToNote() {
    Path path = folder.resolve("n.safetensors");
    for (Network network : List.of(drawn(NetworkPlan.of(8, 16, 8, 4)), everyActivation())) {
      NetworkFile.save(path, network);
      assertThat(NetworkFile.load(path)).isEqualTo(new LoadedNetwork(network, Optional.empty()));
    }
  }

  @Test
  void theNotebooksNetworkHasPyTorchsNames() {
    Path path = folder.resolve("n.safetensors");
    NetworkFile.save(path, drawn(NetworkPlan.of(8, 16, 8, 4)));
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      assertThat(file.tensors())
          .extracting(tensor -> tensor.name() + " " + tensor.shapeText())
          .containsExactly(
              "network.0.weight [16, 8]",
              "network.0.bias [16]",
              "network.2.weight [8, 16]",
              "network.2.bias [8]",
              "network.4.weight [4, 8]",
              "network.4.bias [4]");
      assertThat(file.metadata())
          .containsOnly(Map.entry("format", "pt"), Map.entry("activations", "relu,relu,identity"));
    }
  }

  @Test
  void aLayerWithoutActivationTakesOneNumber() {
    Path path = folder.resolve("n.safetensors");
    NetworkFile.save(path, drawn(NetworkPlan.of(2, 3, 4, 5).with(0, Activation.IDENTITY)));
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      assertThat(file.names()).contains("network.0.weight", "network.1.weight", "network.3.weight");
    }
  }

  @Test
  void anyPrefixWillDoAndReluIsTakenBetweenAndSaid() {
    for (String name : List.of("%d.", "fc%d.", "layers.%d.", "model.net.%d.linear.")) {
      LoadedNetwork loaded =
          load(
              tensor(name.formatted(10) + "weight", 2, 4),
              tensor(name.formatted(10) + "bias", 2),
              tensor(name.formatted(9) + "bias", 4),
              tensor(name.formatted(9) + "weight", 4, 3));
      assertThat(loaded.network().layers())
          .extracting(NetworkLayer::activation)
          .containsExactly(Activation.RELU, Activation.IDENTITY);
      assertThat(loaded.network().layer(0).w().row(1)).containsExactly(3, 4, 5);
      assertThat(loaded.network().layer(1).b().column(0)).containsExactly(0, 1);
      assertThat(loaded.note())
          .hasValue(
              "The file doesn't say which activations it is for: ReLU is taken between the layers"
                  + " and none after the last.");
    }
  }

  @Test
  void aSingleLayerNeedsNoPrefix() {
    LoadedNetwork loaded = load(tensor("weight", 2, 3), tensor("bias", 2));
    assertThat(loaded.network().depth()).isEqualTo(1);
    assertThat(loaded.note()).hasValueSatisfying(note -> assertThat(note).contains("none is"));
  }

  @Test
  void namesWithoutNumbersAreOrderedByTheirShapes() {
    LoadedNetwork loaded =
        load(tensor("fc.weight", 5, 4), tensor("head.weight", 2, 5), tensor("stem.weight", 4, 3));
    assertThat(loaded.network().width(0)).isEqualTo(3);
    assertThat(loaded.network().outputs()).isEqualTo(2);
    assertThat(loaded.note().orElseThrow())
        .startsWith(
            "The names don't tell the order of the layers; by their shapes it is stem.weight,"
                + " fc.weight, head.weight. The file has no biases: all are 0.");
  }

  @Test
  void anEncoderComesBeforeItsDecoder() {
    LoadedNetwork loaded =
        load(
            tensor("decoder.0.weight", 6, 2),
            tensor("decoder.2.weight", 9, 6),
            tensor("encoder.0.weight", 6, 9),
            tensor("encoder.2.weight", 2, 6));
    assertThat(loaded.network().layers())
        .extracting(NetworkLayer::outputs)
        .containsExactly(6, 2, 6, 9);
  }

  @Test
  void shapesThatDoNotFitAreNamedBoth() {
    refused(
        "tensor l.2.weight has the shape [2, 5], but must have [2, 4] to take what l.0.weight"
            + " [4, 3] gives.",
        tensor("l.0.weight", 4, 3),
        tensor("l.2.weight", 2, 5));
    refused(
        "tensor l.0.bias has the shape [3], but must have [4] to fit l.0.weight [4, 3].",
        tensor("l.0.weight", 4, 3),
        tensor("l.0.bias", 3));
    refused(
        "tensor b.weight has the shape [9, 8], but must have [9, 3] to take what a.weight [3, 2]"
            + " gives.",
        tensor("a.weight", 3, 2),
        tensor("b.weight", 9, 8));
  }

  @Test
  void aMissingTensorIsNamed() {
    refused(
        "tensor l.1.bias [2] is missing: l.1.weight [2, 4] needs it, as other layers here have a"
            + " bias.",
        tensor("l.0.weight", 4, 3),
        tensor("l.0.bias", 4),
        tensor("l.1.weight", 2, 4));
    refused(
        "tensor l.0.weight is missing: l.0.bias [4] needs weights [4, …] beside it.",
        tensor("l.0.bias", 4),
        tensor("l.1.weight", 2, 4),
        tensor("l.1.bias", 2));
    refused(
        "tensor network.2.weight is missing: the file says that it has 3 layers.",
        Map.of("activations", "relu,relu,identity"),
        tensor("network.0.weight", 4, 4),
        tensor("network.4.weight", 4, 4));
    refused(
        "the file lists 1 activations for 2 layers.",
        Map.of("activations", "relu"),
        tensor("network.0.weight", 4, 4),
        tensor("network.4.weight", 4, 4));
  }

  @Test
  void unknownActivationsAreTakenAsNotTold() {
    Path path =
        file(
            Map.of("activations", "relu,mish"), tensor("0.weight", 1, 1), tensor("1.weight", 1, 1));
    assertThat(NetworkFile.load(path).note().orElseThrow()).contains("doesn't say which");
  }

  @Test
  void whatIsNoLayerIsNamed() {
    refused(
        "tensor conv.weight [4, 3, 3, 3] is no weight [outputs, inputs] or bias [outputs] of a"
            + " linear layer, and only networks of linear layers can be opened.",
        tensor("conv.weight", 4, 3, 3, 3));
    refused(
        "tensor norm.running_mean [4] is no weight [outputs, inputs] or bias [outputs] of a linear"
            + " layer, and only networks of linear layers can be opened.",
        tensor("norm.running_mean", 4));
    refused("there are no weights of linear layers in this file.");
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    refused(
        "tensor 0.weight has the shape [1, 4097], but layers can be 1 to 4,096 wide.",
        tensor("0.weight", 1, 4097));
    refused(
        "tensor 0.weight has the shape [0, 2], but layers can be 1 to 4,096 wide.",
        tensor("0.weight", 0, 2));
    refused(
        "there are 25 layers in this file, but a network can have at most 24.",
        IntStream.range(0, 25)
            .mapToObj(l -> tensor(l + ".weight", 1, 1))
            .toArray(TensorData[]::new));
  }

  @Test
  void aNumberThatIsNoneIsNamedWithItsPlace() {
    TensorData weight =
        new TensorData(
            "l.weight", List.of(2L, 2L), FloatBuffer.wrap(new float[] {1, 2, Float.NaN, 4}));
    refused(
        "tensor l.weight [2, 2] has NaN at [2, 1], but weights must be finite numbers.", weight);
  }

  @Test
  void weightsThatMemoryCannotHoldAreNotRead() {
    Path path = file(Map.of(), tensor("0.weight", 100, 25), tensor("0.bias", 100));
    assertThat(NetworkFile.load(path, 10_400).network().parameters()).isEqualTo(2600);
    assertThatThrownBy(() -> NetworkFile.load(path, 9_000))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("w.safetensors: these weights need 10.4 kB of memory, and there are 9 kB.");
  }

  @Test
  void aFileThatPythonWroteByHandIsLoaded() throws IOException, InterruptedException {
    Python python = python();
    Path path = folder.resolve("python.safetensors");
    Python.Result result =
        python.run(
            """
            import json, struct
            import numpy as np
            rng = np.random.default_rng(5)
            tensors = {"network.%%d.%%s" %% (i, kind): rng.standard_normal(shape).astype(np.float32)
                       for i, o, n in [(0, 5, 3), (2, 4, 5)]
                       for kind, shape in [("weight", (o, n)), ("bias", (o,))]}
            header, data = {"__metadata__": {"format": "pt"}}, b""
            for name in sorted(tensors):
                value = tensors[name].tobytes()
                header[name] = {"dtype": "F32", "shape": tensors[name].shape,
                                "data_offsets": [len(data), len(data) + len(value)]}
                data += value
            text = json.dumps(header).encode()
            text += b" " * (-len(text) %% 8)
            with open(%s, "wb") as file:
                file.write(struct.pack("<Q", len(text)) + text + data)
            for name in tensors:
                print(" ".join(x.hex() for x in tensors[name].ravel().tolist()))
            """
                .formatted(quoted(path)));
    assertThat(result.err()).isEmpty();
    Network network = NetworkFile.load(path).network();
    assertThat(lines(network)).isEqualTo(result.out());
  }

  @Test
  void pythonReadsByHandWhatWeWrote() throws IOException, InterruptedException {
    Python python = python();
    Path path = folder.resolve("ours.safetensors");
    Network network = everyActivation();
    NetworkFile.save(path, network);
    Python.Result result =
        python.run(
            """
            import json, struct
            import numpy as np
            data = open(%s, "rb").read()
            size, = struct.unpack("<Q", data[:8])
            header = json.loads(data[8:8 + size])
            assert size %% 8 == 0
            assert header.pop("__metadata__")["format"] == "pt"
            for name in header:
                begin, end = header[name]["data_offsets"]
                values = np.frombuffer(data[8 + size + begin:8 + size + end], dtype="<f4")
                values = values.reshape(header[name]["shape"])
                print(" ".join(x.hex() for x in values.ravel().tolist()))
            """
                .formatted(quoted(path)));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(lines(network));
  }

  private static Python python() throws IOException, InterruptedException {
    Optional<Python> python = Python.withNumpy();
    assumeTrue(python.isPresent(), "no Python with NumPy here");
    return python.orElseThrow();
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("\\", "\\\\") + "'";
  }

  /** W and b of each layer, a line each, as Python writes them exactly. */
  private static String lines(Network network) {
    List<float[]> tensors = new ArrayList<>();
    for (NetworkLayer layer : network.layers()) {
      tensors.add(layer.w().toArray());
      tensors.add(layer.b().toArray());
    }
    return tensors.stream()
        .map(values -> IntStream.range(0, values.length).mapToObj(i -> hex(values[i])))
        .map(numbers -> numbers.collect(Collectors.joining(" ")) + "\n")
        .collect(Collectors.joining());
  }

  /** Python has 13 hexadecimal digits after the point, Java as many as there are. */
  private static String hex(double x) {
    if (x == 0) {
      return 1 / x < 0 ? "-0x0.0p+0" : "0x0.0p+0";
    }
    String[] parts = Double.toHexString(x).split("[.p]", -1);
    String digits = parts[1] + "0".repeat(13 - parts[1].length());
    return parts[0] + "." + digits + "p" + (parts[2].startsWith("-") ? "" : "+") + parts[2];
  }

  @Test
  void savingLeavesNothingElseBehind() throws IOException {
    NetworkFile.save(folder.resolve("a.safetensors"), drawn(NetworkPlan.of(2, 2)));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }
}

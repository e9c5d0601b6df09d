package org.inferscope.io.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.StateNames;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Makes a network of the tensors in a file; checks all that the header tells before it reads. */
final class NetworkReader {
  private final SafetensorsFile file;
  private final long free;
  private final List<String> notes = new ArrayList<>();

  /**
   * A reader of an open file.
   *
   * @param free bytes that the weights may take
   */
  NetworkReader(SafetensorsFile file, long free) {
    this.file = file;
    this.free = free;
  }

  LoadedNetwork read() {
    List<LayerTensors> found = LayerPairs.of(file.tensors(), this::problem);
    Optional<List<Activation>> told = ActivationNames.read(file.metadata());
    told.ifPresent(activations -> requireAll(activations, found));
    LayerOrder order = LayerOrder.of(found, this::problem);
    requireMemory(order.layers());
    List<Activation> activations = told.orElseGet(() -> usual(order.layers().size()));
    List<NetworkLayer> layers = new ArrayList<>();
    for (int l = 0; l < activations.size(); l++) {
      layers.add(new NetworkLayer(layer(order.layers().get(l)), activations.get(l)));
    }
    note(order, told.isPresent());
    String note = String.join(" ", notes);
    return new LoadedNetwork(
        new Network(layers), note.isEmpty() ? Optional.empty() : Optional.of(note));
  }

  private void note(LayerOrder order, boolean activationsTold) {
    if (order.guessed()) {
      String names =
          order.layers().stream()
              .map(layer -> layer.weight().name())
              .collect(Collectors.joining(", "));
      notes.add(Texts.get("networkfiles.note.order", names));
    }
    if (order.layers().get(0).bias().isEmpty()) {
      notes.add(Texts.get("networkfiles.note.noBias"));
    }
    if (!activationsTold) {
      notes.add(
          order.layers().size() > 1
              ? Texts.get("networkfiles.note.activations")
              : Texts.get("networkfiles.note.activation"));
    }
  }

  /** ReLU between the layers and nothing after the last, as the notebook has it. */
  private static List<Activation> usual(int layers) {
    List<Activation> usual = new ArrayList<>(Collections.nCopies(layers, Activation.RELU));
    usual.set(layers - 1, Activation.IDENTITY);
    return usual;
  }

  /** Where the file itself says how many layers it has, names the first that is not there. */
  private void requireAll(List<Activation> activations, List<LayerTensors> found) {
    Set<String> names = Set.copyOf(file.names());
    StateNames expected = StateNames.of(activations);
    String list = Numbers.count(activations.size());
    for (int l = 0; l < activations.size() && activations.size() > found.size(); l++) {
      if (!names.contains(expected.weight(l))) {
        throw problem(Texts.get("networkfiles.listed", expected.weight(l), list));
      }
    }
    if (activations.size() != found.size()) {
      throw problem(Texts.get("networkfiles.activationCount", list, Numbers.count(found.size())));
    }
  }

  private void requireMemory(List<LayerTensors> layers) {
    double bytes = Float.BYTES * layers.stream().mapToDouble(LayerTensors::count).sum();
    if (bytes > free) {
      throw problem(
          Texts.get("networkfiles.memory", Numbers.bytes(bytes), Numbers.bytes((double) free)));
    }
  }

  private LinearLayer layer(LayerTensors tensors) {
    int out = (int) tensors.outputs();
    int in = (int) tensors.inputs();
    Matrix w = Matrix.owning(out, in, finite(tensors.weight()));
    Matrix b =
        tensors
            .bias()
            .map(bias -> Matrix.owning(out, 1, finite(bias)))
            .orElseGet(() -> Matrix.zeros(out, 1));
    return new LinearLayer(w, b);
  }

  private float[] finite(TensorInfo tensor) {
    float[] values = file.read(tensor.name());
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw problem(
            Texts.get(
                "networkfiles.notFinite",
                tensor.name(),
                tensor.shapeText(),
                Numbers.full(values[i]),
                Indices.text(tensor.shape(), i)));
      }
    }
    return values;
  }

  private InferscopeException problem(String sentence) {
    return ReadProblem.in(file.path(), sentence);
  }
}

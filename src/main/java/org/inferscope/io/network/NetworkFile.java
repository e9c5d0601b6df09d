package org.inferscope.io.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.io.safetensors.SafetensorsWriter;
import org.inferscope.io.safetensors.TensorData;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.StateNames;

/** Networks as safetensors files with PyTorch's names. Waits for the disk: for a job. */
public final class NetworkFile {
  /** How the name of such a file ends. */
  public static final String SUFFIX = SafetensorsFile.SUFFIX;

  private NetworkFile() {}

  /**
   * Writes weights, biases and the names of the activations. The file has the new content, or on
   * any failure the old one.
   *
   * @throws InferscopeException if it cannot be written, saying why
   */
  public static void save(Path path, Network network) {
    StateNames names = StateNames.of(network);
    List<TensorData> tensors = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      NetworkLayer layer = network.layer(l);
      long out = layer.outputs();
      long in = layer.inputs();
      tensors.add(new TensorData(names.weight(l), List.of(out, in), layer.w().buffer()));
      tensors.add(new TensorData(names.bias(l), List.of(out), layer.b().buffer()));
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt"); // What PyTorch's own writer says; some loaders want it.
    metadata.put(ActivationNames.KEY, ActivationNames.write(network));
    SafetensorsWriter.write(path, tensors, metadata);
  }

  /**
   * Reads a network: pairs each {@code ….weight} [O, I] with its {@code ….bias} [O], whatever
   * stands before, in the order of the numbers in their names.
   *
   * @throws InferscopeException in one sentence with the file's name and the tensor's, and where
   *     shapes are wrong with both; also if the network is larger than the tab or the memory allows
   */
  public static LoadedNetwork load(Path path) {
    Runtime runtime = Runtime.getRuntime();
    return load(path, runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()));
  }

  /**
   * The same with a given amount of memory.
   *
   * @param free bytes that the weights may take
   */
  static LoadedNetwork load(Path path, long free) {
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      return new NetworkReader(file, free).read();
    }
  }
}

package org.inferscope.io.gpt2;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.inferscope.io.safetensors.SafetensorsWriter;
import org.inferscope.io.safetensors.TensorData;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Config.Parameter;

/** A model's folder that can be changed before it is written: 2 blocks of width 4, random. */
final class TinyModel {
  static final Gpt2Config SIZES = new Gpt2Config(2, 2, 4, 16, 8, 12, 1e-5f);

  final Map<String, TensorData> tensors = new LinkedHashMap<>();
  String config =
      """
      {"model_type": "gpt2", "n_layer": 2, "n_head": 2, "n_embd": 4, "n_inner": null,
       "n_positions": 8, "vocab_size": 12, "activation_function": "gelu_new",
       "task_specific_params": {"text-generation": {"max_length": 50}}}""";

  TinyModel() {
    Random random = new Random(6);
    for (Parameter parameter : SIZES.parameters()) {
      List<Long> shape = parameter.shape().dims().stream().map(Integer::longValue).toList();
      put(parameter.name(), shape, random);
    }
  }

  /** Adds a tensor, or replaces one. */
  TinyModel put(String name, List<Long> shape, Random random) {
    FloatBuffer values = FloatBuffer.allocate(shape.stream().mapToInt(Long::intValue).sum() * 64);
    values.limit(shape.stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b));
    for (int i = 0; i < values.limit(); i++) {
      values.put(i, (float) random.nextGaussian());
    }
    tensors.put(name, new TensorData(name, shape, values));
    return this;
  }

  /** The same numbers under another name. */
  TinyModel copy(String from, String to) {
    TensorData tensor = tensors.get(from);
    tensors.put(to, new TensorData(to, tensor.shape(), tensor.parts()));
    return this;
  }

  Path write(Path folder) throws IOException {
    Files.writeString(folder.resolve(ConfigFile.NAME), config);
    SafetensorsWriter.write(
        folder.resolve(WeightFiles.NAME), List.copyOf(tensors.values()), Map.of());
    return folder;
  }

  /** Writes two files and an index of them. */
  Path writeShards(Path folder) throws IOException {
    Files.writeString(folder.resolve(ConfigFile.NAME), config);
    List<TensorData> all = new ArrayList<>(tensors.values());
    StringBuilder map = new StringBuilder();
    for (int shard = 0; shard < 2; shard++) {
      String file = "part-" + shard + ".safetensors";
      List<TensorData> some = shard == 0 ? all.subList(0, 9) : all.subList(9, all.size());
      SafetensorsWriter.write(folder.resolve(file), some, Map.of());
      some.forEach(tensor -> map.append(",\"%s\":\"%s\"".formatted(tensor.name(), file)));
    }
    Files.writeString(
        folder.resolve(ShardIndex.NAME), "{\"weight_map\":{" + map.substring(1) + "}}");
    return folder;
  }
}

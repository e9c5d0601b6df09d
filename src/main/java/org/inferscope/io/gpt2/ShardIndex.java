package org.inferscope.io.gpt2;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Which of several files holds which tensor, as {@code model.safetensors.index.json} says.
 *
 * @param path the index
 * @param files a file's name by a tensor's
 */
record ShardIndex(Path path, Map<String, String> files) {
  /** Its name in a model's folder. */
  static final String NAME = "model.safetensors.index.json";

  private static final String MAP = "weight_map";
  private static final int MOST_BYTES = 10_000_000;
  private static final int MOST_SHARDS = 1000;

  /** Reads the file of a folder. */
  static ShardIndex read(Path folder) {
    return of(JsonFile.read(folder.resolve(NAME), MOST_BYTES));
  }

  /**
   * Understands it.
   *
   * @throws InferscopeException if it is no such index, or names a file outside of its folder
   */
  static ShardIndex of(Path path, byte[] bytes) {
    return of(JsonFile.parse(path, bytes, MOST_BYTES));
  }

  private static ShardIndex of(JsonFile json) {
    if (!(json.find(MAP).orElse(null) instanceof JsonObject map) || map.isEmpty()) {
      throw json.wrong(MAP, Texts.get("gpt2files.wanted.map"));
    }
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : map.entrySet()) {
      files.put(entry.getKey(), file(json.path(), entry.getKey(), entry.getValue()));
    }
    ShardIndex index = new ShardIndex(json.path(), files);
    if (index.shards().size() > MOST_SHARDS) {
      throw index.problem(Texts.get("gpt2files.tooManyShards", Numbers.count(MOST_SHARDS)));
    }
    return index;
  }

  private static String file(Path index, String tensor, JsonElement value) {
    if (value instanceof JsonPrimitive text
        && text.isString()
        && isNameOfATensorFile(text.getAsString())) {
      return text.getAsString();
    }
    throw ReadProblem.in(
        index,
        Texts.get(
            "gpt2files.shardName",
            JsonFile.shortened(tensor),
            JsonFile.shortened(String.valueOf(value)),
            SafetensorsFile.SUFFIX));
  }

  /** Only a name: with a path in it, an index could have any file on this machine read. */
  private static boolean isNameOfATensorFile(String name) {
    try {
      return name.endsWith(SafetensorsFile.SUFFIX)
          && !name.contains("/")
          && !name.contains("\\")
          && Path.of(name).getRoot() == null;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The names of the files, each once. */
  List<String> shards() {
    return files.values().stream().distinct().toList();
  }

  /** Refuses files that hold other tensors than the index says. */
  void requireAgreement(Map<String, SafetensorsFile> shards) {
    files.forEach(
        (tensor, name) -> {
          SafetensorsFile file = shards.get(name);
          if (file == null || file.find(tensor).isEmpty()) {
            throw problem(Texts.get("gpt2files.notInShard", JsonFile.shortened(tensor), name));
          }
        });
    shards.forEach(
        (name, file) -> {
          for (String tensor : file.names()) {
            if (!name.equals(files.get(tensor))) {
              throw problem(Texts.get("gpt2files.notInIndex", JsonFile.shortened(tensor), name));
            }
          }
        });
  }

  private InferscopeException problem(String sentence) {
    return ReadProblem.in(path, sentence);
  }
}

package org.inferscope.io.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** Which files a GPT-2 model consists of, at the hub and in a folder. */
final class Gpt2Files {
  static final String CONFIG = "config.json";
  static final String WEIGHTS = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private static final String TOKENIZER = "tokenizer.json";
  private static final List<String> OLD_TOKENIZER = List.of("vocab.json", "merges.txt");
  private static final long LONGEST_TEXT = 16_000_000;

  private Gpt2Files() {}

  /**
   * The small files of a listed model, and either its weights or the index of their parts.
   *
   * @throws InferscopeException if one is missing
   */
  static List<HubFile> first(HubListing listing, ModelId id) {
    List<HubFile> files = new ArrayList<>();
    files.add(need(listing, CONFIG, id));
    if (listing.file(TOKENIZER).isPresent()) {
      files.add(need(listing, TOKENIZER, id));
    } else {
      for (String name : OLD_TOKENIZER) {
        files.add(need(listing, name, id));
      }
    }
    boolean whole = listing.file(WEIGHTS).isPresent();
    files.add(need(listing, whole || listing.file(INDEX).isEmpty() ? WEIGHTS : INDEX, id));
    return files;
  }

  /** The parts that an index names, each of which must be listed. */
  static List<HubFile> shards(Path index, HubListing listing, ModelId id) {
    List<HubFile> files = new ArrayList<>();
    for (String name : shardNames(index).orElse(List.of())) {
      files.add(need(listing, name, id));
    }
    if (files.isEmpty()) {
      throw new InferscopeException(Texts.get("hub.badIndex", id.text(), INDEX));
    }
    return files;
  }

  private static HubFile need(HubListing listing, String name, ModelId id) {
    return listing
        .file(name)
        .orElseThrow(() -> new InferscopeException(Texts.get("hub.noFile", id.text(), name)));
  }

  /**
   * Refuses a model that is something else, before its weights are on their way.
   *
   * @throws InferscopeException then
   */
  static void checkKind(Path config, ModelId id) {
    String kind = kind(config);
    if (!kind.equals("gpt2")) {
      throw new InferscopeException(
          kind.isEmpty()
              ? Texts.get("hub.noKind", id.text())
              : Texts.get("hub.otherKind", id.text(), kind));
    }
  }

  /** Whether a folder holds all files of a GPT-2 model; links are followed. */
  static boolean isComplete(Path folder) {
    boolean tokenizer =
        has(folder, TOKENIZER) || OLD_TOKENIZER.stream().allMatch(name -> has(folder, name));
    return tokenizer && hasWeights(folder) && kind(folder.resolve(CONFIG)).equals("gpt2");
  }

  private static boolean hasWeights(Path folder) {
    return has(folder, WEIGHTS)
        || shardNames(folder.resolve(INDEX))
            .map(names -> !names.isEmpty() && names.stream().allMatch(name -> has(folder, name)))
            .orElse(false);
  }

  private static boolean has(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private static Optional<List<String>> shardNames(Path index) {
    Optional<JsonObject> map =
        json(index).map(object -> object.get("weight_map")).flatMap(Gpt2Files::object);
    return map.map(
        weights -> {
          TreeSet<String> names = new TreeSet<>();
          weights.asMap().values().forEach(value -> names.add(plainName(value)));
          return List.copyOf(names);
        });
  }

  /** A name that leads nowhere else; empty, which no file has, for one that might. */
  private static String plainName(JsonElement value) {
    boolean text = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    String name = text ? value.getAsString() : "";
    return name.matches("\\w[\\w.-]*\\.safetensors") ? name : "";
  }

  /** What {@code config.json} says the model is; empty if it does not. */
  private static String kind(Path config) {
    return json(config)
        .map(object -> object.get("model_type"))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .orElse("");
  }

  private static Optional<JsonObject> json(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_TEXT) {
        return Optional.empty();
      }
      return object(JsonParser.parseString(Files.readString(file)));
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> object(JsonElement element) {
    return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
  }
}

package org.inferscope.io.gpt2;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A tiny model (1 block, 2 heads, width 8, 16 positions, 300 tokens) in folders of different forms:
 * the good ones must all give the same logits, the bad ones must be refused.
 */
public final class RobustnessModels {
  private static final String ROOT = "/org/inferscope/io/gpt2/robustness/";

  /** How far the logits of the model stored in half precision may be off. */
  private static final double HALF_TOLERANCE = 0.05;

  private RobustnessModels() {}

  /**
   * What the good ones give.
   *
   * @param lastLogits [V], after the last token
   * @param tolerance how far any may be off
   */
  public record Expected(
      List<Integer> ids, List<Double> lastLogits, int argmax, double tolerance) {}

  /** The names of those that load. */
  public static List<String> good() {
    return names("loads");
  }

  /** The names of those that are refused. */
  public static List<String> bad() {
    return names("error");
  }

  private static List<String> names(String expect) {
    return json("manifest.json").entrySet().stream()
        .filter(entry -> expectation(entry).startsWith(expect))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String expectation(Map.Entry<String, JsonElement> entry) {
    return entry.getValue().getAsJsonObject().get("expect").getAsString();
  }

  /** Where one is; not to be written to. */
  public static Path folder(String name) {
    return path(name);
  }

  /** What a good one gives for its prompt. */
  public static Expected expected(String name) {
    JsonObject json = json("expected.json");
    return new Expected(
        list(json.getAsJsonArray("token_ids")).stream().map(JsonElement::getAsInt).toList(),
        list(json.getAsJsonArray("last_logits")).stream().map(JsonElement::getAsDouble).toList(),
        json.get("argmax").getAsInt(),
        name.equals("ok-f16") ? HALF_TOLERANCE : json.get("tolerance").getAsDouble());
  }

  private static List<JsonElement> list(JsonArray array) {
    return array.asList();
  }

  private static JsonObject json(String name) {
    try {
      return JsonParser.parseString(Files.readString(path(name))).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String name) {
    URL url = RobustnessModels.class.getResource(ROOT + name);
    if (url == null) {
      throw new IllegalArgumentException("'name' must be a file's, but was " + name);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

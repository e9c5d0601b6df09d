package org.inferscope.tab.gpt2;

import java.util.List;
import java.util.stream.Collectors;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.io.safetensors.StoredType;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What is said of a model. Stateless, any thread. */
final class ModelWords {
  private static final double FP32_BYTES = 4;
  private static final double FP16_BYTES = 2;
  private static final double GIGA = 1e9;

  private ModelWords() {}

  /**
   * A fact of a model.
   *
   * @param name "Hidden size"
   * @param value "768"
   * @param about what it means, in a sentence
   */
  record Fact(String name, String value, String about) {}

  /** The facts that the notebook prints, in its order. */
  static List<Fact> facts(ModelInUse model) {
    Gpt2Config config = model.config();
    long parameters = model.facts().parameters();
    return List.of(
        new Fact(
            Texts.get("gpt2tab.fact.hidden"),
            Numbers.count(config.width()),
            Texts.get("gpt2tab.fact.hidden.tip")),
        new Fact(
            Texts.get("gpt2tab.fact.layers"),
            Numbers.count(config.layers()),
            Texts.get("gpt2tab.fact.layers.tip")),
        new Fact(
            Texts.get("gpt2tab.fact.heads"),
            Numbers.count(config.heads()),
            Texts.get("gpt2tab.fact.heads.tip", Numbers.count(config.headWidth()))),
        new Fact(
            Texts.get("gpt2tab.fact.vocabulary"),
            Numbers.count(config.vocabulary()),
            Texts.get("gpt2tab.fact.vocabulary.tip")),
        new Fact(
            Texts.get("gpt2tab.fact.context"),
            Numbers.count(config.context()),
            Texts.get("gpt2tab.fact.context.tip")),
        new Fact(
            Texts.get("gpt2tab.fact.parameters"),
            Numbers.count(parameters),
            Texts.get("gpt2tab.fact.parameters.tip")),
        new Fact(
            Texts.get("gpt2tab.fact.fp32"),
            gigabytes(parameters * FP32_BYTES),
            Texts.get("gpt2tab.fact.fp32.tip", Numbers.count(parameters))),
        new Fact(
            Texts.get("gpt2tab.fact.fp16"),
            gigabytes(parameters * FP16_BYTES),
            Texts.get("gpt2tab.fact.fp16.tip", Numbers.count(parameters))));
  }

  /** With two digits, as the notebook prints it. */
  private static String gigabytes(double bytes) {
    return Texts.get("gpt2tab.gigabytes", Numbers.fixed(bytes / GIGA, 2));
  }

  /** How its numbers are kept in its files: "F16, 12.1 MB on disk". */
  static String stored(ModelInUse model) {
    String types =
        model.facts().types().stream().map(StoredType::toString).collect(Collectors.joining(", "));
    return Texts.get("gpt2tab.stored", types, Numbers.si((double) model.facts().bytes(), "B"));
  }

  /** The facts in a line, from the longest wording to the shortest. */
  static List<String> lines(ModelInUse model) {
    Gpt2Config config = model.config();
    String layers = Numbers.count(config.layers());
    String heads = Numbers.count(config.heads());
    String width = Numbers.count(config.width());
    String parameters = Numbers.si((double) model.facts().parameters(), "").strip();
    String fp32 = gigabytes(model.facts().parameters() * FP32_BYTES);
    String fp16 = gigabytes(model.facts().parameters() * FP16_BYTES);
    return List.of(
        Texts.get(
            "gpt2tab.line.long",
            width,
            layers,
            heads,
            Numbers.count(config.vocabulary()),
            Numbers.count(config.context()),
            parameters,
            fp32,
            fp16),
        Texts.get("gpt2tab.line.middle", width, layers, heads, parameters, fp32),
        Texts.get("gpt2tab.line.short", layers, heads, parameters),
        parameters);
  }

  /** Where a model comes from. */
  static String origin(FoundModel found) {
    return switch (found.origin()) {
      case EMBEDDED -> Texts.get("gpt2tab.origin.embedded");
      case OWN -> Texts.get("gpt2tab.origin.own", found.folder().toString());
      case HUB -> Texts.get("gpt2tab.origin.hub", found.folder().toString());
    };
  }

  /** A found one's name in the menu. */
  static String name(FoundModel found) {
    return found.origin() == FoundModel.Origin.EMBEDDED
        ? Texts.get("gpt2files.embedded")
        : found.id();
  }
}

package org.inferscope.cli.model;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.ModelFacts;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.io.safetensors.StoredType;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inferscope model info}: opens a model, checking all of it, and says what it is. */
@Command(name = "info", mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  private static final int FP32_BYTES = 4;
  private static final int FP16_BYTES = 2;
  private static final double GB = 1e9;

  private final ModelDesk desk;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "DIR|ID",
      defaultValue = EmbeddedModel.ID,
      descriptionKey = "cli.model.model")
  private String model = EmbeddedModel.ID;

  @Option(names = "--json", descriptionKey = "cli.model.json")
  private boolean json;

  InfoCommand(ModelDesk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (OpenModel open = desk.local().open(model)) {
      if (json) {
        out.println(
            new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(asJson(open)));
      } else {
        Aligned.of(asRows(open), List.of()).forEach(out::println);
      }
    }
    out.flush();
    return 0;
  }

  private static Map<String, Object> asJson(OpenModel open) {
    Gpt2Config config = open.config();
    ModelFacts facts = open.facts();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", open.name());
    json.put("folder", open.folder().toString());
    json.put("layers", config.layers());
    json.put("heads", config.heads());
    json.put("hidden_size", config.width());
    json.put("mlp_size", config.inner());
    json.put("vocabulary", config.vocabulary());
    json.put("context", config.context());
    json.put("parameters", facts.parameters());
    json.put("gb_fp32", facts.parameters() * FP32_BYTES / GB);
    json.put("gb_fp16", facts.parameters() * FP16_BYTES / GB);
    json.put("bytes", facts.bytes());
    json.put("stored_types", facts.types().stream().map(StoredType::name).toList());
    json.put("in_place", facts.inPlace());
    json.put("tied_unembedding", facts.tied());
    json.put("tokenizer_size", open.tokenizer().size());
    json.put("left_aside", facts.leftAside());
    return json;
  }

  private static List<List<String>> asRows(OpenModel open) {
    Gpt2Config config = open.config();
    ModelFacts facts = open.facts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(Texts.get("cli.model.info.name"), open.name()));
    rows.add(row(Texts.get("cli.model.info.folder"), open.folder().toString()));
    rows.add(row(Texts.get("cli.model.info.layers"), Numbers.count(config.layers())));
    rows.add(row(Texts.get("cli.model.info.heads"), heads(config)));
    rows.add(row(Texts.get("cli.model.info.width"), Numbers.count(config.width())));
    rows.add(row(Texts.get("cli.model.info.mlp"), Numbers.count(config.inner())));
    rows.add(row(Texts.get("cli.model.info.vocabulary"), Numbers.count(config.vocabulary())));
    rows.add(row(Texts.get("cli.model.info.context"), tokens(config.context())));
    rows.add(row(Texts.get("cli.model.info.parameters"), Numbers.count(facts.parameters())));
    rows.add(row(Texts.get("cli.model.info.memory"), memory(facts.parameters())));
    rows.add(row(Texts.get("cli.model.info.stored"), stored(facts)));
    rows.add(row(Texts.get("cli.model.info.unembedding"), unembedding(facts)));
    rows.add(row(Texts.get("cli.model.info.tokenizer"), tokens(open.tokenizer().size())));
    if (!facts.leftAside().isEmpty()) {
      rows.add(row(Texts.get("cli.model.info.leftAside"), String.join(", ", facts.leftAside())));
    }
    return rows;
  }

  private static List<String> row(String name, String value) {
    return List.of(name, value);
  }

  private static String heads(Gpt2Config config) {
    return Texts.get(
        "cli.model.info.headsOf", Numbers.count(config.heads()), Numbers.count(config.headWidth()));
  }

  private static String tokens(int count) {
    return Texts.get("cli.model.info.tokens", Numbers.count(count));
  }

  private static String memory(long parameters) {
    return Texts.get(
        "cli.model.info.memoryIs",
        Numbers.significant(parameters * FP32_BYTES / GB),
        Numbers.significant(parameters * FP16_BYTES / GB));
  }

  private static String stored(ModelFacts facts) {
    String types = String.join(", ", facts.types().stream().map(StoredType::name).toList());
    String bytes = Numbers.bytes((double) facts.bytes());
    return facts.inPlace()
        ? Texts.get("cli.model.info.storedInPlace", types, bytes)
        : Texts.get("cli.model.info.storedConverted", types, bytes);
  }

  private static String unembedding(ModelFacts facts) {
    return facts.tied() ? Texts.get("cli.model.info.tied") : Texts.get("cli.model.info.untied");
  }
}

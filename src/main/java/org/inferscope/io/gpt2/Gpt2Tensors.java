package org.inferscope.io.gpt2;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Config.Parameter;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Shape;
import org.inferscope.text.Texts;

/**
 * Finds a model's parameters among the tensors of its files and checks that each is there in its
 * shape. Looks at headers only.
 */
final class Gpt2Tensors {
  private static final String PREFIX = "transformer.";

  /** Which positions may look at which: PyTorch's buffers, the same in every GPT-2. */
  private static final Pattern MASK = Pattern.compile("h\\.\\d+\\.attn\\.(masked_)?bias");

  /** What would take part in the computation of a hidden state. */
  private static final Pattern INSIDE = Pattern.compile("(h|wte|wpe|ln_f)\\..*");

  private static final Pattern BLOCK = Pattern.compile("h\\.(\\d{1,9})\\..*");

  private final WeightFiles files;
  private final ConfigFile config;
  private final List<Parameter> parameters;

  /** By name without the prefix; masks left out. */
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

  private Gpt2Tensors(WeightFiles files, ConfigFile config) {
    this.files = files;
    this.config = config;
    parameters = config.config().parameters();
  }

  /**
   * Collects and checks.
   *
   * @throws InferscopeException naming the tensor, what was found and what the config asks for
   */
  static Gpt2Tensors of(WeightFiles files, ConfigFile config) {
    Gpt2Tensors found = new Gpt2Tensors(files, config);
    found.collect();
    found.checkEmbeddings();
    found.checkBlocks();
    found.parameters.forEach(found::check);
    found.checkUnembedding();
    found.checkRest();
    return found;
  }

  private void collect() {
    for (SafetensorsFile file : files.files()) {
      for (TensorInfo info : file.tensors()) {
        String name = info.name();
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        StoredTensor tensor = new StoredTensor(file, info);
        if (!MASK.matcher(plain).matches() && tensors.put(plain, tensor) != null) {
          throw tensor.problem(Texts.get("gpt2files.twice", JsonFile.shortened(plain), PREFIX));
        }
      }
    }
  }

  /** A wrong size in the config is told as that, not as a wrong shape of every tensor. */
  private void checkEmbeddings() {
    Parameter tokens = parameters.get(0);
    Parameter positions = parameters.get(1);
    checkSize(tokens, 0, "vocab_size");
    checkSize(tokens, 1, "n_embd");
    checkSize(positions, 0, "n_positions");
  }

  private void checkSize(Parameter parameter, int dim, String key) {
    StoredTensor tensor = get(parameter);
    int expected = parameter.shape().dim(dim);
    TensorInfo info = tensor.info();
    if (info.rank() == 2 && info.shape().get(dim) != expected) {
      throw tensor.problem(
          Texts.get(
              "gpt2files.otherSize",
              info.name(),
              info.shapeText(),
              ConfigFile.NAME,
              key,
              Numbers.count(expected)));
    }
  }

  private void checkBlocks() {
    OptionalInt last =
        tensors.keySet().stream()
            .map(BLOCK::matcher)
            .filter(Matcher::matches)
            .mapToInt(block -> Integer.parseInt(block.group(1)))
            .max();
    int blocks = last.orElse(-1) + 1;
    int layers = config.config().layers();
    if (blocks != layers) {
      throw problem(
          Texts.get(
              "gpt2files.otherDepth",
              Numbers.count(blocks),
              ConfigFile.NAME,
              Numbers.count(layers)));
    }
  }

  private void check(Parameter parameter) {
    StoredTensor tensor = get(parameter);
    TensorInfo info = tensor.info();
    List<Long> expected = longs(parameter.shape());
    if (!info.shape().equals(expected)) {
      throw tensor.problem(
          Texts.get(
              "gpt2files.shape",
              info.name(),
              info.shapeText(),
              TensorInfo.text(expected),
              ConfigFile.NAME));
    }
    if (!info.type().isReadable()) {
      throw tensor.problem(Texts.get("gpt2files.type", info.name(), info.type().name()));
    }
  }

  private static List<Long> longs(Shape shape) {
    return shape.dims().stream().map(Integer::longValue).toList();
  }

  private void checkUnembedding() {
    if (unembedding().isPresent()) {
      check(new Parameter(Gpt2Weights.UNEMBEDDING, embeddingShape()));
    } else if (!config.tied()) {
      throw problem(Texts.get("gpt2files.untied", Gpt2Weights.UNEMBEDDING, ConfigFile.NAME));
    }
  }

  private Shape embeddingShape() {
    return Shape.of(config.config().vocabulary(), config.config().width());
  }

  private void checkRest() {
    for (String name : leftAside()) {
      if (INSIDE.matcher(name).matches()) {
        throw problem(Texts.get("gpt2files.unknownTensor", JsonFile.shortened(name)));
      }
    }
  }

  /** All parameters, in the order of the computation. */
  List<Parameter> parameters() {
    return parameters;
  }

  private InferscopeException problem(String sentence) {
    return ReadProblem.in(files.main(), sentence);
  }

  /** The sizes. */
  Gpt2Config config() {
    return config.config();
  }

  /** Where a parameter is stored. */
  StoredTensor get(Parameter parameter) {
    StoredTensor tensor = tensors.get(parameter.name());
    if (tensor == null) {
      throw problem(
          Texts.get(
              "gpt2files.tensorMissing",
              parameter.name(),
              TensorInfo.text(longs(parameter.shape())),
              ConfigFile.NAME));
    }
    return tensor;
  }

  /** An unembedding that the files have beside the token embedding; it may be the same. */
  Optional<StoredTensor> unembedding() {
    return Optional.ofNullable(tensors.get(Gpt2Weights.UNEMBEDDING));
  }

  /** Tensors that are no parameters of a GPT-2, in the order of the files. */
  List<String> leftAside() {
    Set<String> rest = new LinkedHashSet<>(tensors.keySet());
    parameters.forEach(parameter -> rest.remove(parameter.name()));
    rest.remove(Gpt2Weights.UNEMBEDDING);
    return List.copyOf(rest);
  }
}

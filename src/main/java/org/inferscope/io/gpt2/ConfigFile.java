package org.inferscope.io.gpt2;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What {@code config.json} says, in Hugging Face's words.
 *
 * @param path the file
 * @param config the sizes
 * @param tied whether logits come from the token embedding, if the weights do not say otherwise
 */
record ConfigFile(Path path, Gpt2Config config, boolean tied) {
  /** Its name in a model's folder. */
  static final String NAME = "config.json";

  /** GPT-2's have less than 1 kB; others with long lists of labels some hundred. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int MOST_LAYERS = 1000;
  private static final int MOST = 1 << 24;

  /** Both are {@code 0.5x(1 + tanh(√(2/π)(x + 0.044715x³)))}. */
  private static final List<String> ACTIVATIONS = List.of("gelu_new", "gelu_pytorch_tanh");

  /** Reads the file of a folder. */
  static ConfigFile read(Path folder) {
    return of(JsonFile.read(folder.resolve(NAME), MOST_BYTES));
  }

  /**
   * Understands it; what is not there and has a value by default has that.
   *
   * @throws InferscopeException if a size is missing or wrong, or this is another kind of model
   */
  static ConfigFile of(Path path, byte[] bytes) {
    return of(JsonFile.parse(path, bytes, MOST_BYTES));
  }

  private static ConfigFile of(JsonFile json) {
    requireText(json, "model_type", "gpt2", List.of("gpt2"));
    int layers = json.whole("n_layer", 1, MOST_LAYERS);
    int heads = json.whole("n_head", 1, MOST);
    int width = json.whole("n_embd", 1, MOST);
    int inner = json.findWhole("n_inner", 1, MOST).orElse(Math.min(4 * width, MOST));
    int vocabulary = json.whole("vocab_size", 1, MOST);
    int context = context(json);
    double epsilon = json.number("layer_norm_epsilon", Gpt2Config.EPSILON, 0, 1);
    if (width % heads != 0) {
      throw json.wrong(
          "n_embd", Texts.get("gpt2files.wanted.multiple", "n_head", Numbers.count(heads)));
    }
    requireGpt2(json);
    return new ConfigFile(
        json.path(),
        new Gpt2Config(layers, heads, width, inner, context, vocabulary, (float) epsilon),
        json.flag("tie_word_embeddings", true));
  }

  /** Older files call the positions n_ctx only. */
  private static int context(JsonFile json) {
    return json.findWhole("n_positions", 1, MOST)
        .or(() -> json.findWhole("n_ctx", 1, MOST))
        .orElseGet(() -> json.whole("n_positions", 1, MOST));
  }

  /** What would make the same weights compute something else. */
  private static void requireGpt2(JsonFile json) {
    requireText(json, "activation_function", ACTIVATIONS.get(0), ACTIVATIONS);
    requireFlag(json, "scale_attn_weights", true);
    requireFlag(json, "scale_attn_by_inverse_layer_idx", false);
    requireFlag(json, "add_cross_attention", false);
  }

  private static void requireText(
      JsonFile json, String key, String otherwise, List<String> allowed) {
    if (!allowed.contains(json.text(key, otherwise))) {
      String words = String.join(", ", allowed.stream().map(word -> "\"" + word + "\"").toList());
      throw json.wrong(key, Texts.get("gpt2files.wanted.oneOf", words));
    }
  }

  private static void requireFlag(JsonFile json, String key, boolean wanted) {
    if (json.flag(key, wanted) != wanted) {
      throw json.wrong(key, Texts.get("gpt2files.wanted.oneOf", String.valueOf(wanted)));
    }
  }
}

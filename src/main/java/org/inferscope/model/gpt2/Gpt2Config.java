package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Shape;

/**
 * The sizes of a GPT-2 (Radford et al., 2019), which say all about its architecture. Immutable, any
 * thread.
 *
 * @param layers L, blocks
 * @param heads H, of each block; divides the width
 * @param width D, numbers that stand for a token between blocks
 * @param inner F, neurons of a block's MLP; four times the width unless said otherwise
 * @param context positions there are, the most tokens that can be looked at together
 * @param vocabulary V, tokens there are
 * @param epsilon added to the variance in layer norms
 */
public record Gpt2Config(
    int layers, int heads, int width, int inner, int context, int vocabulary, float epsilon) {
  /** What GPT-2's own models add to a variance. */
  public static final float EPSILON = 1e-5f;

  /** The smallest of the four that were published: 124,439,808 parameters. */
  public static final Gpt2Config SMALL = published(12, 12, 768);

  /** 354,823,168 parameters. */
  public static final Gpt2Config MEDIUM = published(24, 16, 1024);

  /** 774,030,080 parameters. */
  public static final Gpt2Config LARGE = published(36, 20, 1280);

  /** 1,557,611,200 parameters. */
  public static final Gpt2Config XL = published(48, 25, 1600);

  /** Refuses sizes that make no model. */
  public Gpt2Config {
    Args.positive(layers, "layers");
    Args.positive(heads, "heads");
    Args.positive(width, "width");
    Args.positive(inner, "inner");
    Args.positive(context, "context");
    Args.positive(vocabulary, "vocabulary");
    Args.require(width % heads == 0, "width", width, "a multiple of " + heads + " heads");
    Args.require(epsilon >= 0 && Float.isFinite(epsilon), "epsilon", epsilon, "0 or more");
  }

  private static Gpt2Config published(int layers, int heads, int width) {
    return new Gpt2Config(layers, heads, width, 4 * width, 1024, 50257, EPSILON);
  }

  /** D / H, the width of a head. */
  public int headWidth() {
    return width / heads;
  }

  /**
   * A parameter: its name as Hugging Face has it, without a prefix, and its shape.
   *
   * @param name "h.0.attn.c_attn.weight"
   * @param shape [in, out] for a layer's weights
   */
  public record Parameter(String name, Shape shape) {}

  /**
   * All parameters in the order of the computation, embeddings first. The unembedding is not among
   * them: it is the token embedding, unless a model has an {@link Gpt2Weights#UNEMBEDDING} of its
   * own.
   */
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("wte.weight", Shape.of(vocabulary, width)));
    all.add(new Parameter("wpe.weight", Shape.of(context, width)));
    for (int layer = 0; layer < layers; layer++) {
      String block = "h." + layer + ".";
      norm(all, block + "ln_1");
      linear(all, block + "attn.c_attn", width, 3 * width);
      linear(all, block + "attn.c_proj", width, width);
      norm(all, block + "ln_2");
      linear(all, block + "mlp.c_fc", width, inner);
      linear(all, block + "mlp.c_proj", inner, width);
    }
    norm(all, "ln_f");
    return List.copyOf(all);
  }

  private void norm(List<Parameter> all, String name) {
    all.add(new Parameter(name + ".weight", Shape.of(width)));
    all.add(new Parameter(name + ".bias", Shape.of(width)));
  }

  private static void linear(List<Parameter> all, String name, int in, int out) {
    all.add(new Parameter(name + ".weight", Shape.of(in, out)));
    all.add(new Parameter(name + ".bias", Shape.of(out)));
  }

  /** How many numbers all parameters are together; a tied unembedding counts once. */
  public long parameterCount() {
    return parameters().stream().mapToLong(parameter -> parameter.shape().size()).sum();
  }
}

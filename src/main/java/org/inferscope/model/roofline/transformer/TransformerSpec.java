package org.inferscope.model.roofline.transformer;

import org.inferscope.tensor.Args;

/**
 * The sizes of a transformer.
 *
 * @param layers L
 * @param hidden D
 * @param heads H; the width of a head is E = D / H
 * @param kvHeads G, divides H; fewer than H where several heads share keys and values
 * @param ffn F
 * @param gated whether the feed-forward block has a gate beside its way up (SwiGLU): one more
 *     product of the same size
 * @param vocabulary V
 * @param tied whether the output head uses the embedding's numbers
 * @param positions how many learned position vectors there are; 0 for rotary ones
 */
public record TransformerSpec(
    int layers,
    int hidden,
    int heads,
    int kvHeads,
    int ffn,
    boolean gated,
    int vocabulary,
    boolean tied,
    int positions) {
  /** The largest of any size. */
  public static final int LARGEST = 1 << 20;

  /** The scale of Llama-2 7B, as the notebook has it. */
  public static final TransformerSpec NOTEBOOK =
      new TransformerSpec(32, 4096, 32, 32, 11008, true, 32000, false, 0);

  /** Refuses sizes that are not positive or do not divide. */
  public TransformerSpec {
    size(layers, "layers");
    size(hidden, "hidden");
    size(heads, "heads");
    size(kvHeads, "kvHeads");
    size(ffn, "ffn");
    size(vocabulary, "vocabulary");
    Args.require(hidden % heads == 0, "hidden", hidden, "a multiple of heads = " + heads);
    Args.require(heads % kvHeads == 0, "heads", heads, "a multiple of kvHeads = " + kvHeads);
    Args.require(positions >= 0 && positions <= LARGEST, "positions", positions, "0 or more");
  }

  private static void size(int size, String name) {
    Args.require(size >= 1 && size <= LARGEST, name, size, "from 1 to " + LARGEST);
  }

  /** E. */
  public int headWidth() {
    return hidden / heads;
  }

  /** Columns of keys, and of values: G·E. */
  public int kvWidth() {
    return kvHeads * headWidth();
  }

  /** Weights of a layer's products. */
  public double layerWeights() {
    double d = hidden;
    return d * (d + 2.0 * kvWidth()) + d * d + (gated ? 3.0 : 2.0) * d * ffn;
  }

  /** Weights of the output head's product, shared with the embedding or not. */
  public double headWeights() {
    return (double) hidden * vocabulary;
  }

  /**
   * All learned numbers that products and look-ups need: embedding, positions, layers, head. Biases
   * and norms, far less than 1 %, are not counted.
   */
  public double parameters() {
    return (tied ? 1 : 2) * headWeights() + (double) positions * hidden + layers * layerWeights();
  }
}

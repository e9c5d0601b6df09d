package org.inferscope.model.gpt2;

import java.util.Arrays;
import java.util.List;

/**
 * A place in the forward pass whose values can be kept or replaced, in the order of the pass. The
 * names are TransformerLens'. Letters: T tokens, D width, H heads, F neurons of the MLP.
 */
public enum Site {
  /** Token embeddings [T, D]. */
  EMBED("hook_embed", Values.STREAM),
  /** Position embeddings [T, D]. */
  POS_EMBED("hook_pos_embed", Values.STREAM),
  /** The residual stream before a block [T, D]. */
  RESID_PRE("blocks.*.hook_resid_pre", Values.STREAM),
  /** After the first layer norm, with gain and bias [T, D]. */
  LN1("blocks.*.ln1.hook_normalized", Values.STREAM),
  /** Queries [T, D], head after head. */
  Q("blocks.*.attn.hook_q", Values.HEADS),
  /** Keys [T, D], head after head. */
  K("blocks.*.attn.hook_k", Values.HEADS),
  /** Values [T, D], head after head. */
  V("blocks.*.attn.hook_v", Values.HEADS),
  /** Scores before softmax, q·k / sqrt(D/H): H lower triangles [T, T]. */
  SCORES("blocks.*.attn.hook_attn_scores", Values.PAIRS),
  /** Attention probabilities: H lower triangles [T, T]. */
  PATTERN("blocks.*.attn.hook_pattern", Values.PAIRS),
  /** What the heads read: values weighted by the pattern [T, D], head after head. */
  Z("blocks.*.attn.hook_z", Values.HEADS),
  /** What each head adds to the residual stream, without the bias [T, H·D]. */
  RESULT("blocks.*.attn.hook_result", Values.RESULTS),
  /** What all heads and the bias add to the residual stream [T, D]. */
  ATTN_OUT("blocks.*.hook_attn_out", Values.STREAM),
  /** The residual stream between attention and MLP [T, D]. */
  RESID_MID("blocks.*.hook_resid_mid", Values.STREAM),
  /** After the second layer norm, with gain and bias [T, D]. */
  LN2("blocks.*.ln2.hook_normalized", Values.STREAM),
  /** The MLP's neurons before GELU [T, F]. */
  PRE("blocks.*.mlp.hook_pre", Values.NEURONS),
  /** The MLP's neurons after GELU [T, F]. */
  POST("blocks.*.mlp.hook_post", Values.NEURONS),
  /** What the MLP adds to the residual stream [T, D]. */
  MLP_OUT("blocks.*.hook_mlp_out", Values.STREAM),
  /** The residual stream after a block [T, D]. */
  RESID_POST("blocks.*.hook_resid_post", Values.STREAM),
  /** After the final layer norm, with gain and bias [T, D]. */
  LN_FINAL("ln_final.hook_normalized", Values.STREAM);

  private static final String LAYER = "*";

  /** What a row, the values of one token, consists of. */
  private enum Values {
    STREAM,
    HEADS,
    NEURONS,
    RESULTS,
    PAIRS
  }

  private final String pattern;
  private final Values values;

  Site(String pattern, Values values) {
    this.pattern = pattern;
    this.values = values;
  }

  /** All, as a list. */
  static List<Site> all() {
    return List.of(values());
  }

  /** Whether every block has it. */
  public boolean isInBlocks() {
    return pattern.contains(LAYER);
  }

  /** Whether it has values for each pair of tokens rather than for each token. */
  public boolean isOfPairs() {
    return values == Values.PAIRS;
  }

  /** Whether its values belong to heads. */
  public boolean isOfHeads() {
    return values == Values.HEADS || values == Values.RESULTS || values == Values.PAIRS;
  }

  /**
   * How many numbers a token has here.
   *
   * @throws IllegalArgumentException for pairs, where it depends on the token
   */
  public int columns(Gpt2Config config) {
    return switch (values) {
      case STREAM, HEADS -> config.width();
      case NEURONS -> config.inner();
      case RESULTS -> Math.multiplyExact(config.heads(), config.width());
      case PAIRS -> throw new IllegalArgumentException(this + " has values of pairs");
    };
  }

  String name(int layer) {
    return pattern.replace(LAYER, String.valueOf(layer));
  }

  /** What stands before and after the number of the block. */
  List<String> parts() {
    return Arrays.asList(pattern.split("\\*", -1));
  }
}

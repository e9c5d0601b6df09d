package org.inferscope.model.gpt2.explain;

import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;

/**
 * A number of a forward pass. All indices count from 0; positions are those of the prompt's tokens.
 */
public sealed interface Gpt2Ref extends ValueRef {
  /**
   * A number that a token has at a place of the pass.
   *
   * @param point no place of pairs
   * @param position the token
   * @param unit the column: a dimension of the stream, a neuron, or head after head
   */
  record At(HookPoint point, int position, int unit) implements Gpt2Ref {}

  /**
   * A number that a pair of tokens has: a score before softmax, or an attention probability.
   *
   * @param point a place of pairs
   * @param query the token that looks
   * @param key the token that is looked at, not later
   */
  record Pair(HookPoint point, int head, int query, int key) implements Gpt2Ref {}

  /** How much a token is spoken for to come after a position, before softmax. */
  record Logit(int position, int id) implements Gpt2Ref {}

  /** How probable a token is to come after a position. */
  record Probability(int position, int id) implements Gpt2Ref {}

  /**
   * The length of a hidden state (L2 norm).
   *
   * @param state from 0 to L, as Hugging Face counts
   */
  record Norm(int state, int position) implements Gpt2Ref {}

  /**
   * The cosine between a hidden state and the next.
   *
   * @param state the earlier one, from 0 to L − 1
   */
  record Cosine(int state, int position) implements Gpt2Ref {}

  /**
   * The logit that a hidden state would give if the model ended there.
   *
   * @param state from 0 to L
   */
  record LensLogit(int state, int position, int id) implements Gpt2Ref {}

  /**
   * The probability that a hidden state would give if the model ended there.
   *
   * @param state from 0 to L
   */
  record LensProbability(int state, int position, int id) implements Gpt2Ref {}

  /**
   * What softmax divides a probability by: the exponentials of all logits after a position, the
   * largest logit taken off each.
   */
  record LogitSum(int position) implements Gpt2Ref {}

  /** A logit as the sum of what each part of the model wrote into the residual stream for it. */
  record LogitParts(int position, int id) implements Gpt2Ref {}

  /**
   * What one part of the model adds to a logit directly: what it wrote into the residual stream at
   * the logit's position, through the final layer norm as it is for the whole stream, times the
   * unembedding.
   */
  record Contribution(int position, int id, Part part) implements Gpt2Ref {}

  /** What a head adds to a logit directly, as the sum over the tokens that it reads. */
  record HeadTokens(int position, int id, int layer, int head) implements Gpt2Ref {}

  /**
   * What softmax divides the attention of a token by: the exponentials of all its scores, the
   * largest score taken off each.
   *
   * @param query the token that looks
   */
  record ScoreSum(int layer, int head, int query) implements Gpt2Ref {}

  /**
   * The mean of a token's row, which a layer norm takes off it.
   *
   * @param point in the residual stream, or a hidden state's
   */
  record Mean(HookPoint point, int position) implements Gpt2Ref {}

  /**
   * The variance of a token's row, by whose root a layer norm divides.
   *
   * @param point in the residual stream, or a hidden state's
   */
  record Variance(HookPoint point, int position) implements Gpt2Ref {}

  /**
   * A number of a hidden state after the final layer norm, which the logit lens unembeds.
   *
   * @param state from 0 to L − 1
   */
  record LensEntry(int state, int position, int unit) implements Gpt2Ref {}

  /**
   * What softmax divides a probability of the logit lens by.
   *
   * @param state from 0 to L
   */
  record LensSum(int state, int position) implements Gpt2Ref {}

  /**
   * A number of the model's weights, which nothing stands behind.
   *
   * @param parameter as Hugging Face names it
   * @param row 0 for a vector
   */
  record Weight(String parameter, int row, int col) implements Gpt2Ref {}

  /** A token of the prompt, which was typed. */
  record Typed(int position) implements Gpt2Ref {}
}

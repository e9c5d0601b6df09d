package org.inferscope.model.gpt2.attention;

import java.util.List;
import org.inferscope.text.Texts;

/**
 * What is measured of a head in a prompt. With weights A[q, k] of query q on key k ≤ q (each row
 * adds up to 1), and tokens t₀ … t₍T₋₁₎, each figure is
 *
 * <pre>(1 / |Q|) · Σ over q in Q of Σ over k in K(q) of part(q, k, A[q, k])</pre>
 *
 * where Q are the queries from 1 on that have a key in K(q). Query 0 sees only itself, and has no
 * choice. A figure without any such query cannot be computed.
 */
public enum HeadFigure {
  /**
   * Average distance in tokens: all k ≤ q, part A[q, k] · (q − k). 0 for a head that looks at
   * itself. The mean attention distance of Vig and Belinkov, 2019, "Analyzing the Structure of
   * Attention in a Transformer Language Model", here of one prompt.
   */
  DISTANCE,
  /**
   * Entropy in bits: all k ≤ q, part −A[q, k] · log₂ A[q, k], and 0 for a weight of 0. From 0, all
   * weight on one token, to the mean of log₂(q + 1). As in Clark et al., 2019, "What Does BERT Look
   * At?", there in nats.
   */
  ENTROPY,
  /**
   * Entropy as a share of the most that is possible: part −A[q, k] · log₂ A[q, k] / log₂(q + 1). 1
   * for a head that looks at all visible tokens alike, however many each query sees.
   */
  EVENNESS,
  /**
   * Previous-token score: k = q − 1, part A[q, k]. The heads that Elhage et al., 2021, "A
   * Mathematical Framework for Transformer Circuits", find below induction heads.
   */
  PREVIOUS,
  /**
   * Induction score: all k with 1 ≤ k &lt; q and t₍k₋₁₎ = t₍q₎, part A[q, k]: the weight on tokens
   * that followed an earlier occurrence of the current one. The prefix matching score of Olsson et
   * al., 2022, "In-context Learning and Induction Heads", on this prompt rather than on repeated
   * random tokens.
   */
  INDUCTION,
  /**
   * First-token score: k = 0, part A[q, k]. The attention sink of Xiao et al., 2023, "Efficient
   * Streaming Language Models with Attention Sinks".
   */
  FIRST,
  /**
   * Duplicate-token score: all k &lt; q with t₍k₎ = t₍q₎, part A[q, k]: the weight on earlier
   * occurrences of the current token. The duplicate token heads of Wang et al., 2022,
   * "Interpretability in the Wild: a Circuit for Indirect Object Identification in GPT-2 Small".
   */
  DUPLICATE;

  private static final double LN_2 = Math.log(2);

  /** All, in their order on screen. */
  public static List<HeadFigure> all() {
    return List.of(values());
  }

  /** Whether it is a weight on certain tokens, from 0 to 1, that a tag may be given for. */
  public boolean isScore() {
    return switch (this) {
      case PREVIOUS, INDUCTION, FIRST, DUPLICATE -> true;
      case DISTANCE, ENTROPY, EVENNESS -> false;
    };
  }

  /** Whether it needs a token that comes twice in the prompt. */
  public boolean needsRepeats() {
    return this == INDUCTION || this == DUPLICATE;
  }

  /** Whether a larger one can be 1 at most. */
  public boolean isShare() {
    return isScore() || this == EVENNESS;
  }

  /**
   * What a pair of tokens adds to a query's sum.
   *
   * @param weight A[q, k], from 0 to 1
   */
  double part(int query, int key, double weight) {
    return switch (this) {
      case DISTANCE -> weight * (query - key);
      case ENTROPY -> bits(weight);
      case EVENNESS -> bits(weight) / log2(query + 1.0);
      case PREVIOUS, INDUCTION, FIRST, DUPLICATE -> weight;
    };
  }

  static double log2(double x) {
    return Math.log(x) / LN_2;
  }

  /** −w · log₂ w, which is 0 for 0. */
  static double bits(double weight) {
    return weight > 0 ? -weight * log2(weight) : 0;
  }

  /** Its name: "induction". */
  public String title() {
    return switch (this) {
      case DISTANCE -> Texts.get("attentionmodel.distance");
      case ENTROPY -> Texts.get("attentionmodel.entropy");
      case EVENNESS -> Texts.get("attentionmodel.evenness");
      case PREVIOUS -> Texts.get("attentionmodel.previous");
      case INDUCTION -> Texts.get("attentionmodel.induction");
      case FIRST -> Texts.get("attentionmodel.first");
      case DUPLICATE -> Texts.get("attentionmodel.duplicate");
    };
  }

  /** What it says, in a sentence. */
  public String meaning() {
    return switch (this) {
      case DISTANCE -> Texts.get("attentionmodel.distance.means");
      case ENTROPY -> Texts.get("attentionmodel.entropy.means");
      case EVENNESS -> Texts.get("attentionmodel.evenness.means");
      case PREVIOUS -> Texts.get("attentionmodel.previous.means");
      case INDUCTION -> Texts.get("attentionmodel.induction.means");
      case FIRST -> Texts.get("attentionmodel.first.means");
      case DUPLICATE -> Texts.get("attentionmodel.duplicate.means");
    };
  }

  /** What it is counted in; empty for a share. */
  public String unit() {
    return switch (this) {
      case DISTANCE -> Texts.get("attentionmodel.tokens");
      case ENTROPY -> Texts.get("attentionmodel.bits");
      case EVENNESS, PREVIOUS, INDUCTION, FIRST, DUPLICATE -> "";
    };
  }

  /** The formula in symbols. */
  String formula() {
    return switch (this) {
      case DISTANCE -> Texts.get("attentionmodel.distance.formula");
      case ENTROPY -> Texts.get("attentionmodel.entropy.formula");
      case EVENNESS -> Texts.get("attentionmodel.evenness.formula");
      case PREVIOUS -> Texts.get("attentionmodel.previous.formula");
      case INDUCTION -> Texts.get("attentionmodel.induction.formula");
      case FIRST -> Texts.get("attentionmodel.first.formula");
      case DUPLICATE -> Texts.get("attentionmodel.duplicate.formula");
    };
  }
}

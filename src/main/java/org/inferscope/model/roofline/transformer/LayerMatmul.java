package org.inferscope.model.roofline.transformer;

import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.MatmulShape.Right;
import org.inferscope.text.Texts;

/**
 * The products of a transformer layer, in the order they are computed. Attention is counted in
 * full, as the notebook does, though the causal mask makes half of a prompt's scores useless.
 */
public enum LayerMatmul {
  /** [B·S, D] x [D, D + 2·G·E]: queries, keys and values. */
  QKV,
  /** B·G times [H/G·S, E] x [E, C]: queries times keys. */
  SCORES,
  /** B·G times [H/G·S, C] x [C, E]: weights of attention times values. */
  VALUES,
  /** [B·S, D] x [D, D]. */
  OUTPUT,
  /** [B·S, D] x [D, 2·F], or F without a gate. */
  FFN_UP,
  /** [B·S, F] x [F, D]. */
  FFN_DOWN;

  /** The product's sizes. */
  public MatmulShape shape(TransformerSpec spec, Workload work) {
    double tokens = work.tokens();
    double groups = (double) work.batch() * spec.kvHeads();
    double rows = (double) spec.heads() / spec.kvHeads() * work.newTokens();
    double d = spec.hidden();
    double e = spec.headWidth();
    return switch (this) {
      case QKV -> MatmulShape.of(tokens, d, d + 2.0 * spec.kvWidth());
      case SCORES -> new MatmulShape(groups, rows, e, work.context(), Right.CACHE);
      case VALUES -> new MatmulShape(groups, rows, work.context(), e, Right.CACHE);
      case OUTPUT -> MatmulShape.of(tokens, d, d);
      case FFN_UP -> MatmulShape.of(tokens, d, (spec.gated() ? 2.0 : 1.0) * spec.ffn());
      case FFN_DOWN -> MatmulShape.of(tokens, spec.ffn(), d);
    };
  }

  /** Whether it belongs to the feed-forward block rather than to attention. */
  public boolean isFfn() {
    return this == FFN_UP || this == FFN_DOWN;
  }

  /** Its name on screen. */
  public String title(TransformerSpec spec) {
    return switch (this) {
      case QKV -> Texts.get("rooflinemodel.matmul.qkv");
      case SCORES -> Texts.get("rooflinemodel.matmul.scores");
      case VALUES -> Texts.get("rooflinemodel.matmul.values");
      case OUTPUT -> Texts.get("rooflinemodel.matmul.output");
      case FFN_UP ->
          spec.gated()
              ? Texts.get("rooflinemodel.matmul.gateUp")
              : Texts.get("rooflinemodel.matmul.up");
      case FFN_DOWN -> Texts.get("rooflinemodel.matmul.down");
    };
  }
}

package org.inferscope.model.gpt2.attention;

import org.inferscope.model.explain.ValueRef;

/** A number about the heads of a forward pass. All indices count from 0. */
public sealed interface AttentionRef extends ValueRef {
  /** The block. */
  int layer();

  /** A figure of a head. */
  record OfHead(HeadFigure figure, int layer, int head) implements AttentionRef {}

  /** What one query adds to a figure of a head, before the mean over queries. */
  record OfQuery(HeadFigure figure, int layer, int head, int query) implements AttentionRef {}

  /** A weight averaged over all heads of a block. */
  record MeanWeight(int layer, int query, int key) implements AttentionRef {}

  /** A figure averaged over all heads of a block. */
  record OfLayer(HeadFigure figure, int layer) implements AttentionRef {}
}

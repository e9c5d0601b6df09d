package org.inferscope.model.gpt2;

/**
 * What a forward pass does, in the order in which it is done. Letters: T tokens, D width, H heads,
 * F neurons of an MLP, V vocabulary.
 */
public enum Operation {
  /** Looks up each token's row of the embedding: [T, D]. */
  TOKENS(Part.START),
  /** Adds each position's row to it: [T, D]. */
  POSITIONS(Part.START),
  /** The layer norm before attention: [T, D]. */
  NORM_1(Part.ATTENTION),
  /** Queries, keys and values: [T, D] x [D, 3D] -> [T, 3D]. */
  QKV(Part.ATTENTION),
  /** Queries times keys: H times [T, D/H] x [D/H, T] -> [T, T]. */
  SCORES(Part.ATTENTION),
  /** Softmax of each row of scores, over the tokens it may look at: H times [T, T]. */
  SOFTMAX(Part.ATTENTION),
  /** Values weighted with attention: H times [T, T] x [T, D/H] -> [T, D/H]. */
  MIX(Part.ATTENTION),
  /** What the heads read, projected back: [T, D] x [D, D] -> [T, D]. */
  OUTPUT(Part.ATTENTION),
  /** Attention's result, added to the residual stream: [T, D]. */
  ADD_ATTENTION(Part.ATTENTION),
  /** The layer norm before the MLP: [T, D]. */
  NORM_2(Part.MLP),
  /** To the MLP's neurons: [T, D] x [D, F] -> [T, F]. */
  UP(Part.MLP),
  /** GELU of each neuron: [T, F]. */
  GELU(Part.MLP),
  /** Back from the neurons: [T, F] x [F, D] -> [T, D]. */
  DOWN(Part.MLP),
  /** The MLP's result, added to the residual stream: [T, D]. */
  ADD_MLP(Part.MLP),
  /** The layer norm after the last block: [T, D]. */
  FINAL_NORM(Part.END),
  /** The unembedding: [T, D] x [D, V] -> [T, V]. */
  LOGITS(Part.END),
  /** Softmax over the vocabulary: [T, V]. No part of the pass itself, which ends with logits. */
  PROBABILITIES(Part.END);

  /** Where in the model an operation stands. */
  public enum Part {
    /** Before the blocks. */
    START,
    /** In each block, first. */
    ATTENTION,
    /** In each block, second. */
    MLP,
    /** After the blocks. */
    END
  }

  private final Part part;

  Operation(Part part) {
    this.part = part;
  }

  /** Where it stands. */
  public Part part() {
    return part;
  }

  /** Whether every block has it. */
  public boolean isInBlocks() {
    return part == Part.ATTENTION || part == Part.MLP;
  }
}

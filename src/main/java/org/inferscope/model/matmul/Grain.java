package org.inferscope.model.matmul;

/** How much of the work one playback step does. */
public enum Grain {
  /** The whole product at once. */
  PRODUCT,
  /**
   * One natural group of the algorithm: an output element for the dot product, a row update for the
   * row combination and so on; see {@link Algorithm#groupName()}.
   */
  ELEMENT,
  /** One multiply-add, or one clock tick of the systolic array. */
  MULTIPLY_ADD
}

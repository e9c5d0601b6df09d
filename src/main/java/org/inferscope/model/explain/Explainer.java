package org.inferscope.model.explain;

/**
 * Explains the values of one snapshot of one model. Implementations are immutable, cheap to ask,
 * and may be called on any thread.
 */
public interface Explainer {
  /**
   * How the value came to be.
   *
   * @throws IllegalArgumentException when the reference belongs to another model or lies outside
   *     this snapshot
   */
  Explanation explain(ValueRef ref);

  /** The short name of a value, for the trail and for links: "A₁₂". */
  String label(ValueRef ref);

  /** Whether this snapshot knows the value, so that {@link #explain} will answer. */
  boolean knows(ValueRef ref);
}

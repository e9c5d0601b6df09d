package org.inferscope.model.linear;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;

/** Explains some kinds of a snapshot's values; {@link LinearExplainer} asks one after another. */
interface ExplainerPart {
  /** Whether values of this kind are explained here, whatever their indices. */
  boolean handles(ValueRef ref);

  /** Whether the value is of a kind explained here and lies inside the snapshot. */
  boolean knows(ValueRef ref);

  /** How a known value came to be. */
  Explanation explain(ValueRef ref);

  /** The short name of a value of a kind explained here. */
  String label(ValueRef ref);
}

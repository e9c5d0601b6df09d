package org.inferscope.model.network.explain;

import org.inferscope.model.explain.Explanation;

/** Explains some kinds of a snapshot's values; {@link NetworkExplainer} asks one after another. */
interface ExplainerPart {
  /** Whether values of this kind are explained here, whatever their indices. */
  boolean handles(NetworkRef ref);

  /** Whether a value of a kind explained here lies inside the snapshot. */
  boolean knows(NetworkRef ref);

  /** How a known value came to be. */
  Explanation explain(NetworkRef ref);

  /** The short name of a value of a kind explained here. */
  String label(NetworkRef ref);
}

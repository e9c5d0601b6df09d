package org.inferscope.model.gpt2.explain;

import org.inferscope.compute.InferscopeException;
import org.inferscope.model.explain.Explanation;

/** Explains some kinds of a pass's numbers; {@link Gpt2Explainer} asks one after another. */
interface ExplainerPart {
  /** Whether numbers of this kind are explained here, whatever their indices. */
  boolean handles(Gpt2Ref ref);

  /** Whether a number of a kind explained here is there. */
  boolean knows(Gpt2Ref ref);

  /** Whether what a known number was computed from was kept. */
  boolean hasInputs(Gpt2Ref ref);

  /** What a known number is called in plain words. */
  String title(Gpt2Ref ref);

  /** What the screen shows for it; NaN if that takes weights, which may not be readable. */
  double shown(Gpt2Ref ref);

  /**
   * How a known number with its inputs came to be.
   *
   * @throws InferscopeException if the weights can no longer be read
   */
  Explanation explain(Gpt2Ref ref);
}

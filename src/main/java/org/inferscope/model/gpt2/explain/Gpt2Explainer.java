package org.inferscope.model.gpt2.explain;

import java.util.function.IntFunction;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;

/** Explains the numbers of one forward pass. For any thread on which the weights may be read. */
public final class Gpt2Explainer implements Explainer {
  private final Gpt2Trace trace;
  private final Gpt2Weights weights;
  private final IntFunction<String> tokenText;

  /**
   * An explainer of a pass.
   *
   * @param trace with all sites but the heads' results, and the logits of all tokens
   * @param weights of the model that it was traced with
   * @param tokenText a token's text on screen by its id
   */
  public Gpt2Explainer(Gpt2Trace trace, Gpt2Weights weights, IntFunction<String> tokenText) {
    this.trace = trace;
    this.weights = weights;
    this.tokenText = tokenText;
  }

  @Override
  public Explanation explain(ValueRef ref) {
    throw new IllegalArgumentException(
        "not of this pass of " + trace.tokens() + " tokens: " + ref + weights.config());
  }

  @Override
  public String label(ValueRef ref) {
    return tokenText.apply(0) + ref;
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof Gpt2Ref;
  }
}

package org.inferscope.model.gpt2.explain;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.tensor.Args;

/**
 * Explains the numbers of one forward pass, each recomputed in float64 from what the pass itself
 * computed it from: the float32 numbers one step before, and the weights. For any thread on which
 * the weights may be read; nothing of them is held between calls.
 *
 * <p>A number that an experiment replaced has nothing behind it. Of one whose inputs were not kept,
 * or whose weights can no longer be read, that is said, with the number itself.
 */
public final class Gpt2Explainer implements Explainer {
  private final Pass pass;
  private final Names names;
  private final DirectPart direct;
  private final List<ExplainerPart> parts;

  /**
   * An explainer of a pass.
   *
   * @param trace of the pass; what was not kept is not explained
   * @param weights of the model that it was traced with
   * @param tokenText a token's text on screen by its id
   */
  public Gpt2Explainer(Gpt2Trace trace, Gpt2Weights weights, IntFunction<String> tokenText) {
    this(trace, weights, tokenText, List.of());
  }

  /**
   * An explainer of a pass in which values were replaced.
   *
   * @param interventions those of the pass
   */
  public Gpt2Explainer(
      Gpt2Trace trace,
      Gpt2Weights weights,
      IntFunction<String> tokenText,
      List<Intervention> interventions) {
    pass = new Pass(trace, weights, interventions);
    names = new Names(pass, tokenText);
    Tools tools = new Tools(pass, names, new SiteWords(pass, names));
    direct = new DirectPart(tools);
    parts =
        List.of(
            new StreamPart(tools),
            new NormPart(tools),
            new LinearPart(tools),
            new AttentionPart(tools),
            new HeadPart(tools),
            new GeluPart(tools),
            new LogitPart(tools, direct),
            direct,
            new StatePart(tools),
            new LensPart(tools),
            new LeafPart(tools));
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!(ref instanceof Gpt2Ref ours) || !knows(ours)) {
      throw new IllegalArgumentException(
          "no number of this pass of " + pass.trace().tokens() + " tokens: " + ref);
    }
    ExplainerPart part = part(ours);
    if (pass.replaced(ours).isPresent()) {
      return Leaves.replaced(ours, part, pass.replaced(ours).get());
    }
    if (!part.hasInputs(ours)) {
      return Leaves.notKept(ours, part);
    }
    try {
      return part.explain(ours);
    } catch (InferscopeException e) {
      return Leaves.unreadable(ours, part, e.sentence());
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the reference belongs to another model
   */
  @Override
  public String label(ValueRef ref) {
    return names.label(ref);
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof Gpt2Ref ours && part(ours).knows(ours);
  }

  private ExplainerPart part(Gpt2Ref ref) {
    for (ExplainerPart part : parts) { // Asked thousands of times for one explanation.
      if (part.handles(ref)) {
        return part;
      }
    }
    throw new IllegalStateException("nobody explains " + ref);
  }

  // ---- direct contributions

  /** Whether {@link #contributions} can be told: all that was written to the stream was kept. */
  public boolean hasContributions(int position) {
    return pass.isPosition(position) && direct.canTell(position, 0);
  }

  /**
   * What each part of the model adds to a logit directly, the largest first, whatever its sign:
   * what it wrote into the residual stream, through the final layer norm with the division of the
   * whole stream, times the unembedding. Together they are the logit, but for float32's rounding.
   * Some milliseconds for GPT-2 small.
   *
   * @param position after which the token would come
   * @param id the token
   * @throws InferscopeException if the weights can no longer be read
   * @throws IllegalArgumentException if not all that was written was kept
   */
  public List<PartContribution> contributions(int position, int id) {
    Args.require(direct.canTell(position, id), "position", position, "one that was kept whole");
    return direct.contributions(position, id).stream()
        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.value())))
        .toList();
  }

  /** The name of a part on screen: "head 3.5". */
  public String label(Part part) {
    return names.part(part);
  }
}

package org.inferscope.model.gpt2.whatif;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.explain.Gpt2Explainer;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.text.Texts;

/**
 * Explains the numbers of a comparison: those of either pass as {@link Gpt2Explainer} does, and
 * what holds one against the other. For any thread on which the weights may be read.
 */
public final class WhatIfExplainer implements Explainer {
  private final Gpt2Explainer before;
  private final Gpt2Explainer after;
  private final ComparisonPart comparison;
  private final ChangePart changes;

  /**
   * An explainer of two passes.
   *
   * @param before explains the pass with all parts
   * @param trace of that pass
   * @param without the pass without some, which kept as much
   * @param weights of the model that both were traced with
   * @param ablation what was taken away in the second
   * @param importance what single parts do for a token, as far as it is known
   * @param tokenText a token's text on screen by its id
   */
  public WhatIfExplainer(
      Gpt2Explainer before,
      Gpt2Trace trace,
      Gpt2Trace without,
      Gpt2Weights weights,
      Ablation ablation,
      Optional<Importance> importance,
      IntFunction<String> tokenText) {
    this.before = before;
    after =
        ablation.isEmpty()
            ? before
            : new Gpt2Explainer(without, weights, tokenText, ablation.interventions());
    comparison = new ComparisonPart(trace, without, tokenText);
    changes = new ChangePart(trace, weights, importance, tokenText);
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (ref instanceof WhatIfRef.After of) {
      return marked(of, after.explain(of.ref()));
    }
    if (ref instanceof WhatIfRef.Divergence of) {
      return comparison.divergence(of);
    }
    if (ref instanceof WhatIfRef.Difference of) {
      return comparison.difference(of);
    }
    return ref instanceof WhatIfRef.Change of ? changes.explain(of) : before.explain(ref);
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof WhatIfRef.After of) {
      return Texts.get("whatifmodel.after", after.label(of.ref()));
    }
    if (ref instanceof WhatIfRef.Divergence) {
      return Texts.get("whatifmodel.divergence.label");
    }
    if (ref instanceof WhatIfRef.Difference of) {
      return comparison.label(of);
    }
    return ref instanceof WhatIfRef.Change of ? changes.label(of) : before.label(ref);
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof WhatIfRef.After of) {
      return after.knows(of.ref());
    }
    if (ref instanceof WhatIfRef.Divergence of) {
      return comparison.knows(of.position());
    }
    if (ref instanceof WhatIfRef.Difference of) {
      return comparison.knows(of.position());
    }
    return ref instanceof WhatIfRef.Change of ? changes.knows(of) : before.knows(ref);
  }

  /** An explanation of the pass without some parts, whose sources are of that pass too. */
  private static Explanation marked(WhatIfRef.After ref, Explanation plain) {
    return new Explanation(
        ref,
        Texts.get("whatifmodel.after", plain.title()),
        Texts.get("whatifmodel.after.meaning", plain.meaning()),
        plain.shown(),
        plain.exact(),
        plain.unit(),
        plain.formula(),
        plain.substituted(),
        plain.terms().stream().map(WhatIfExplainer::marked).toList(),
        marked(plain.sources()),
        marked(plain.seeAlso()));
  }

  private static Term marked(Term term) {
    return new Term(term.label(), term.numbers(), term.contribution(), marked(term.sources()));
  }

  /** What was typed and what lies in a file is the same in both passes. */
  private static List<ValueRef> marked(List<ValueRef> sources) {
    return sources.stream()
        .map(
            source ->
                source instanceof Gpt2Ref ref
                        && !(ref instanceof Gpt2Ref.Weight || ref instanceof Gpt2Ref.Typed)
                    ? new WhatIfRef.After(ref)
                    : source)
        .toList();
  }
}

package org.inferscope.model.gpt2.explain;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.model.gpt2.Intervention.Replacement;
import org.inferscope.text.Texts;

/** Explains numbers of which no more can be told than what they are. Stateless. */
final class Leaves {
  private Leaves() {}

  /** A number that an experiment set. */
  static Explanation replaced(Gpt2Ref ref, ExplainerPart part, Intervention by) {
    Replacement replacement = by.by();
    if (replacement instanceof Replacement.Zero) {
      return leaf(ref, part, Texts.get("gpt2explain.replaced.zero"));
    }
    return leaf(
        ref,
        part,
        replacement instanceof Replacement.Mean
            ? Texts.get("gpt2explain.replaced.mean")
            : Texts.get("gpt2explain.replaced.patch"));
  }

  /** A number whose inputs were not kept. */
  static Explanation notKept(Gpt2Ref ref, ExplainerPart part) {
    return leaf(ref, part, Texts.get("gpt2explain.notKept"));
  }

  /** A number whose weights cannot be read. */
  static Explanation unreadable(Gpt2Ref ref, ExplainerPart part, String why) {
    return leaf(ref, part, Texts.get("gpt2explain.unreadable", why));
  }

  private static Explanation leaf(Gpt2Ref ref, ExplainerPart part, String meaning) {
    double shown = part.shown(ref);
    return new Draft(ref, part.title(ref), meaning).values(shown, shown).done();
  }
}

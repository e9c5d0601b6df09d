package org.inferscope.model.network.explain;

import java.util.List;
import java.util.function.Function;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;

/** Explanations of another explainer told in this one's references. */
final class Translated {
  private Translated() {}

  /** The same explanation under another reference, name and meaning, its sources translated. */
  static Explanation of(
      Explanation original,
      ValueRef subject,
      String title,
      String meaning,
      Function<ValueRef, ValueRef> refs) {
    List<Term> terms =
        original.terms().stream()
            .map(
                term ->
                    new Term(
                        term.label(),
                        term.numbers(),
                        term.contribution(),
                        refs(term.sources(), refs)))
            .toList();
    return new Explanation(
        subject,
        title,
        meaning,
        original.shown(),
        original.exact(),
        original.unit(),
        original.formula(),
        original.substituted(),
        terms,
        refs(original.sources(), refs));
  }

  private static List<ValueRef> refs(List<ValueRef> originals, Function<ValueRef, ValueRef> refs) {
    return originals.stream().map(refs).toList();
  }
}

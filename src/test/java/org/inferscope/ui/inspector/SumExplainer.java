package org.inferscope.ui.inspector;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.tensor.Numbers;

/** Explains the sum of a few numbers, each of which was typed. */
final class SumExplainer implements Explainer {
  private final double[] addends;

  private final List<ValueRef> seeAlso;

  SumExplainer(double... addends) {
    this(addends.clone(), List.of());
  }

  private SumExplainer(double[] addends, List<ValueRef> seeAlso) {
    this.addends = addends;
    this.seeAlso = seeAlso;
  }

  /** The same, where the sum points to other values, too. */
  SumExplainer seeAlso(ValueRef... others) {
    return new SumExplainer(addends, List.of(others));
  }

  /** The sum itself. */
  record Sum() implements ValueRef {}

  /** One of the addends. */
  record Addend(int index) implements ValueRef {}

  @Override
  public Explanation explain(ValueRef ref) {
    if (ref instanceof Addend addend) {
      double x = addends[addend.index()];
      return new Explanation(
          ref, label(ref), "You typed this number.", x, x, "", "", "", List.of(), List.of());
    }
    List<ValueRef> sources =
        IntStream.range(0, addends.length).<ValueRef>mapToObj(Addend::new).toList();
    List<Term> terms =
        IntStream.range(0, addends.length)
            .mapToObj(
                i ->
                    new Term(
                        "2·" + label(sources.get(i)),
                        "2·" + Numbers.cell(addends[i]),
                        2 * addends[i],
                        List.of(sources.get(i))))
            .toList();
    double sum = 2 * DoubleStream.of(addends).sum();
    return new Explanation(
        ref,
        "s",
        "Twice the sum of the numbers you typed.",
        (float) sum,
        sum,
        "",
        "s = Σᵢ 2·xᵢ",
        "s = " + String.join(" + ", terms.stream().map(Term::numbers).toList()),
        terms,
        sources,
        seeAlso);
  }

  @Override
  public String label(ValueRef ref) {
    return ref instanceof Addend addend ? "x" + (addend.index() + 1) : "s";
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof Sum || (ref instanceof Addend a && a.index() < addends.length);
  }
}

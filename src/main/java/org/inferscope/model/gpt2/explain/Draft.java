package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.tensor.Numbers;

/** An explanation in the making. */
final class Draft {
  private final Gpt2Ref subject;
  private final String title;
  private final String meaning;
  private double shown;
  private double exact;
  private String formula = "";
  private String numbers = "";
  private List<Term> terms = List.of();
  private List<ValueRef> sources = List.of();
  private List<ValueRef> seeAlso = List.of();

  Draft(Gpt2Ref subject, String title, String meaning) {
    this.subject = subject;
    this.title = title;
    this.meaning = meaning;
  }

  /** Both values. */
  Draft values(double onScreen, double float64) {
    shown = onScreen;
    exact = float64;
    return this;
  }

  /**
   * The formula.
   *
   * @param symbols what is computed, without the name of the value
   * @param plugged the same with numbers, without the result
   */
  Draft formula(String symbols, String plugged) {
    formula = symbols;
    numbers = plugged;
    return this;
  }

  /** The parts that add up to it. */
  Draft terms(List<Term> parts) {
    terms = parts;
    return this;
  }

  /** What was read. */
  Draft sources(List<ValueRef> read) {
    sources = read;
    return this;
  }

  /** Terms and sources of a sum. */
  Draft sum(LongSum sum) {
    terms = sum.terms();
    sources = sum.sources();
    return this;
  }

  /** Other numbers that tell of this one from another side. */
  Draft seeAlso(List<ValueRef> others) {
    seeAlso = others;
    return this;
  }

  Explanation done() {
    return new Explanation(
        subject,
        title,
        meaning,
        shown,
        exact,
        "",
        formula,
        numbers.isEmpty() ? "" : numbers + " = " + Numbers.cell(shown),
        terms,
        sources,
        seeAlso);
  }
}

package org.inferscope.model.explain;

import java.util.List;
import java.util.Objects;

/**
 * How one value came to be.
 *
 * @param subject the value explained
 * @param title its name on screen, "C₁₁"
 * @param meaning one sentence that says what it is
 * @param shown the value as the screen shows it (float32 arithmetic where the model uses it)
 * @param exact the same value recomputed in float64 from the same inputs
 * @param unit unit of both values, empty when they have none
 * @param formula the formula in symbols; empty for a value that was typed
 * @param substituted the formula with its numbers plugged in; empty for a value that was typed
 * @param terms the parts that add up to the value, in the order they are computed; may be empty
 * @param sources every value read, each once; empty for a leaf
 * @param seeAlso values that tell of the same one from another side; may be empty
 */
public record Explanation(
    ValueRef subject,
    String title,
    String meaning,
    double shown,
    double exact,
    String unit,
    String formula,
    String substituted,
    List<Term> terms,
    List<ValueRef> sources,
    List<ValueRef> seeAlso) {
  public Explanation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(substituted, "substituted");
    terms = List.copyOf(terms);
    sources = List.copyOf(sources);
    seeAlso = List.copyOf(seeAlso);
  }

  /** An explanation that stands for itself. */
  public Explanation(
      ValueRef subject,
      String title,
      String meaning,
      double shown,
      double exact,
      String unit,
      String formula,
      String substituted,
      List<Term> terms,
      List<ValueRef> sources) {
    this(
        subject,
        title,
        meaning,
        shown,
        exact,
        unit,
        formula,
        substituted,
        terms,
        sources,
        List.of());
  }

  /**
   * How far the shown value is from the float64 one, in the value's unit and never negative. Zero
   * when both are the same infinity or both are NaN.
   */
  public double error() {
    return Double.compare(shown, exact) == 0 ? 0 : Math.abs(shown - exact);
  }

  /** Whether the trail ends here: nothing else was read to get this value. */
  public boolean isLeaf() {
    return sources.isEmpty();
  }
}

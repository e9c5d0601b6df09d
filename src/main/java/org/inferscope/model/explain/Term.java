package org.inferscope.model.explain;

import java.util.List;
import java.util.Objects;

/**
 * One addend, factor or other part of an explained value.
 *
 * @param label what the term is, in symbols: "A₁₁·B₁₁"
 * @param numbers the same with its numbers plugged in: "1·7"
 * @param contribution how much the term adds to the value, in the value's own unit
 * @param sources the values that the term was read from; empty for a constant
 */
public record Term(String label, String numbers, double contribution, List<ValueRef> sources) {
  public Term {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(numbers, "numbers");
    sources = List.copyOf(sources);
  }
}

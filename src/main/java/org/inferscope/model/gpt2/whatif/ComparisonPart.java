package org.inferscope.model.gpt2.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what holds two passes against each other. */
final class ComparisonPart {
  /** As many of a divergence's terms stand alone; the rest are one. */
  private static final int TERMS = 16;

  private final Gpt2Trace before;
  private final Gpt2Trace after;
  private final IntFunction<String> tokenText;

  ComparisonPart(Gpt2Trace before, Gpt2Trace after, IntFunction<String> tokenText) {
    this.before = before;
    this.after = after;
    this.tokenText = tokenText;
  }

  boolean knows(int position) {
    return position < before.tokens() && before.hasLogits(position) && after.hasLogits(position);
  }

  private Comparison at(int position) {
    return new Comparison(before.logits(position), after.logits(position));
  }

  String label(WhatIfRef.Difference ref) {
    return Texts.get("whatifmodel.difference.label", tokenText.apply(ref.id()));
  }

  /** {@code q − p}. */
  Explanation difference(WhatIfRef.Difference ref) {
    Comparison.Row row = at(ref.position()).row(ref.id());
    Gpt2Ref.Probability own = new Gpt2Ref.Probability(ref.position(), ref.id());
    double p = row.before().probability();
    double q = row.after().probability();
    WhatIfRef.After changed = new WhatIfRef.After(own);
    List<Term> terms =
        List.of(
            new Term("q", Numbers.cell(q), q, List.of(changed)),
            new Term("−p", Numbers.cell(-p), -p, List.of(own)));
    return new Explanation(
        ref,
        label(ref),
        Texts.get("whatifmodel.difference.meaning", tokenText.apply(ref.id())),
        row.change(),
        q - p,
        "",
        Texts.get("whatifmodel.difference.formula"),
        Numbers.cell(q) + " − " + Numbers.cell(p),
        terms,
        List.of(changed, own));
  }

  /** {@code sum p ln(p / q)}: the largest addends, and the rest as one. */
  Explanation divergence(WhatIfRef.Divergence ref) {
    Comparison comparison = at(ref.position());
    double nats = comparison.nats();
    List<Integer> largest =
        IntStream.range(0, comparison.before().size())
            .boxed()
            .sorted(Comparator.comparingDouble(id -> -Math.abs(comparison.addend(id))))
            .limit(TERMS)
            .toList();
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    double told = 0;
    for (int id : largest) {
      Term term = term(comparison, ref.position(), id);
      terms.add(term);
      sources.addAll(term.sources());
      told += term.contribution();
    }
    int rest = comparison.before().size() - largest.size();
    double exact = exact(comparison);
    if (rest > 0) {
      String label = Texts.get("whatifmodel.divergence.rest", Numbers.count(rest));
      terms.add(new Term(label, "", exact - told, List.of()));
    }
    return new Explanation(
        ref,
        Texts.get("whatifmodel.divergence.label"),
        Texts.get("whatifmodel.divergence.meaning", Numbers.significant(Comparison.bits(nats))),
        nats,
        exact,
        Texts.get("whatifmodel.nats"),
        Texts.get("whatifmodel.divergence.formula"),
        substituted(comparison, largest),
        terms,
        sources);
  }

  private Term term(Comparison comparison, int position, int id) {
    Comparison.Row row = comparison.row(id);
    Gpt2Ref.Probability own = new Gpt2Ref.Probability(position, id);
    return new Term(
        tokenText.apply(id),
        numbers(row),
        comparison.addend(id),
        List.of(own, new WhatIfRef.After(own)));
  }

  private static String numbers(Comparison.Row row) {
    String p = Numbers.cell(row.before().probability());
    String q = Numbers.cell(row.after().probability());
    return Texts.get("whatifmodel.divergence.addend", p, q);
  }

  private static String substituted(Comparison comparison, List<Integer> largest) {
    String first =
        String.join(
            " + ", largest.stream().limit(2).map(id -> numbers(comparison.row(id))).toList());
    return largest.size() > 2 ? first + " + …" : first;
  }

  /** Added up one by one; rounding may leave it a little below zero where nothing changed. */
  private static double exact(Comparison comparison) {
    double sum = 0;
    for (int id = 0; id < comparison.before().size(); id++) {
      sum += comparison.addend(id);
    }
    return sum;
  }
}

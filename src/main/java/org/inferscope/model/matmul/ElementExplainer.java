package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.MatmulRef.Element;
import org.inferscope.model.matmul.MatmulRef.Entry;
import org.inferscope.model.matmul.MatmulRef.Factor;
import org.inferscope.model.matmul.MatmulRef.PartialSum;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains elements of C and their running sums: dot products of a row of A and a column of B. */
final class ElementExplainer {
  private final Matrix a;
  private final Matrix b;

  ElementExplainer(Matrix a, Matrix b) {
    this.a = a;
    this.b = b;
  }

  boolean knows(int i, int j, int terms) {
    return a.cols() == b.rows()
        && i >= 0
        && i < a.rows()
        && j >= 0
        && j < b.cols()
        && terms >= 0
        && terms <= a.cols();
  }

  Explanation explain(Element element) {
    int i = element.i();
    int j = element.j();
    String name = DotProductText.name("C", i, j);
    String meaning =
        Texts.get(
            "matmulmodel.explain.element",
            Numbers.count(i + 1L),
            Numbers.count(j + 1L),
            Numbers.count(a.cols()));
    return explain(element, name, meaning, i, j, a.cols());
  }

  Explanation explain(PartialSum sum) {
    String meaning =
        Texts.get(
            "matmulmodel.explain.partial",
            DotProductText.name("C", sum.i(), sum.j()),
            Numbers.count(sum.terms()),
            Numbers.count(a.cols()));
    return explain(sum, label(sum), meaning, sum.i(), sum.j(), sum.terms());
  }

  String label(PartialSum sum) {
    return Texts.get(
        "matmulmodel.explain.partialName",
        DotProductText.name("C", sum.i(), sum.j()),
        Numbers.count(sum.terms()),
        Numbers.count(a.cols()));
  }

  private Explanation explain(
      MatmulRef subject, String title, String meaning, int i, int j, int terms) {
    List<Term> parts = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    for (int k = 0; k < terms; k++) {
      parts.add(term(i, j, k));
      sources.addAll(parts.get(k).sources());
    }
    return new Explanation(
        subject,
        title,
        meaning,
        Dot.float32(a, b, i, j, terms),
        Dot.float64(a, b, i, j, terms),
        "",
        DotProductText.name("C", i, j) + " = " + symbols(parts),
        DotProductText.join(DotProductText.spans(a, b, i, j, terms, Integer.MAX_VALUE)),
        parts,
        sources);
  }

  private Term term(int i, int j, int k) {
    float left = a.get(i, k);
    float right = b.get(k, j);
    return new Term(
        DotProductText.name("A", i, k) + "·" + DotProductText.name("B", k, j),
        DotProductText.factor(left) + "·" + DotProductText.factor(right),
        (double) left * right,
        List.of(new Entry(Factor.A, i, k), new Entry(Factor.B, k, j)));
  }

  private static String symbols(List<Term> terms) {
    return terms.isEmpty()
        ? "0"
        : terms.stream().map(Term::label).collect(Collectors.joining(" + "));
  }
}

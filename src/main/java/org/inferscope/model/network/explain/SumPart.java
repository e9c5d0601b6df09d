package org.inferscope.model.network.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.explain.NetworkRef.Bias;
import org.inferscope.model.network.explain.NetworkRef.PreActivation;
import org.inferscope.model.network.explain.NetworkRef.Product;
import org.inferscope.model.network.explain.NetworkRef.Sum;
import org.inferscope.model.network.explain.NetworkRef.Weight;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains a unit's sum, without and with its bias, and the single products in it. */
final class SumPart implements ExplainerPart {
  /** Products written out in a formula; beyond that the middle is left out. */
  private static final int MOST = 6;

  private static final String PLUS = " + ";

  private final Run run;
  private final NetworkNames names;

  SumPart(Run run, NetworkNames names) {
    this.run = run;
    this.names = names;
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof Sum || ref instanceof PreActivation || ref instanceof Product;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    if (ref instanceof Sum sum) {
      return isSum(sum.l(), sum.row(), sum.i());
    }
    if (ref instanceof PreActivation z) {
      return isSum(z.l(), z.row(), z.i());
    }
    return ref instanceof Product product
        && isSum(product.l(), product.row(), product.i())
        && run.isUnit(product.l(), product.row(), product.j());
  }

  private boolean isSum(int l, int row, int i) {
    return l >= 0 && run.isUnit(l + 1, row, i);
  }

  @Override
  public String label(NetworkRef ref) {
    if (ref instanceof Sum sum) {
      return names.sum(sum.l(), sum.row(), sum.i());
    }
    if (ref instanceof PreActivation z) {
      return names.preActivation(z.l(), z.row(), z.i());
    }
    Product product = (Product) ref;
    return names.product(product.l(), product.row(), product.i(), product.j());
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    if (ref instanceof Product product) {
      return explain(product);
    }
    return ref instanceof Sum sum ? explain(sum) : explain((PreActivation) ref);
  }

  private Explanation explain(Sum sum) {
    int l = sum.l();
    String meaning =
        Texts.get(
            "networkexplain.sum",
            Numbers.count(sum.i() + 1L),
            Numbers.count(l + 1L),
            Numbers.count(run.width(l)),
            names.bias(l, sum.i()));
    return added(
        sum,
        meaning,
        run.sum(l, sum.row(), sum.i()),
        run.exactSum(l, sum.row(), sum.i()),
        terms(l, sum.row(), sum.i()));
  }

  private Explanation explain(PreActivation z) {
    int l = z.l();
    String meaning =
        Texts.get(
            "networkexplain.preActivation",
            Numbers.count(z.i() + 1L),
            Numbers.count(l + 1L),
            Numbers.count(run.width(l)),
            names.bias(l, z.i()));
    float bias = run.bias(l, z.i());
    List<Term> terms = terms(l, z.row(), z.i());
    terms.add(
        new Term(
            names.bias(l, z.i()),
            DotProductText.factor(bias),
            bias,
            List.of(new Bias(l, z.i()))));
    double exact = run.exactSum(l, z.row(), z.i()) + bias;
    return added(z, meaning, run.preActivation(l, z.row(), z.i()), exact, terms);
  }

  /** One for each unit of the column before. */
  private List<Term> terms(int l, int row, int i) {
    List<Term> terms = new ArrayList<>();
    for (int j = 0; j < run.width(l); j++) {
      terms.add(
          new Term(
              names.product(l, row, i, j),
              numbers(l, row, i, j),
              (double) run.weight(l, i, j) * run.value(l, row, j),
              List.of(new Weight(l, i, j), NetworkRef.number(l, row, j))));
    }
    return terms;
  }

  private String numbers(int l, int row, int i, int j) {
    return DotProductText.factor(run.weight(l, i, j))
        + "·"
        + DotProductText.factor(run.value(l, row, j));
  }

  private Explanation added(
      NetworkRef ref, String meaning, float shown, double exact, List<Term> terms) {
    List<String> symbols = terms.stream().map(Term::label).toList();
    List<String> numbers = terms.stream().map(Term::numbers).toList();
    List<ValueRef> sources = new ArrayList<>();
    terms.forEach(term -> sources.addAll(term.sources()));
    return new Explanation(
        ref,
        label(ref),
        meaning,
        shown,
        exact,
        "",
        label(ref) + " = " + written(symbols),
        written(numbers) + " = " + Numbers.cell(shown),
        terms,
        sources);
  }

  /** The parts with a plus between them, of many the first ones and the last. */
  private static String written(List<String> parts) {
    if (parts.size() <= MOST) {
      return String.join(PLUS, parts);
    }
    String last = parts.get(parts.size() - 1);
    return String.join(PLUS, parts.subList(0, MOST - 1)) + PLUS + "…" + PLUS + last;
  }

  private Explanation explain(Product product) {
    int l = product.l();
    int row = product.row();
    int i = product.i();
    int j = product.j();
    float shown = run.product(l, row, i, j);
    return new Explanation(
        product,
        label(product),
        Texts.get(
            "networkexplain.product",
            names.number(l, row, j),
            names.preActivation(l, row, i),
            names.weight(l, i, j)),
        shown,
        (double) run.weight(l, i, j) * run.value(l, row, j),
        "",
        label(product),
        numbers(l, row, i, j) + " = " + Numbers.cell(shown),
        List.of(),
        List.of(new Weight(l, i, j), NetworkRef.number(l, row, j)));
  }
}

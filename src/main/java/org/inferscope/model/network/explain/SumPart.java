package org.inferscope.model.network.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    return added(sum, new Place(sum.l(), sum.row(), sum.i()), false);
  }

  private Explanation explain(PreActivation z) {
    return added(z, new Place(z.l(), z.row(), z.i()), true);
  }

  /** Unit i of layer l for one input. */
  private record Place(int l, int row, int i) {}

  private Explanation added(NetworkRef ref, Place at, boolean withBias) {
    int parts = run.width(at.l()) + (withBias ? 1 : 0);
    float shown =
        withBias ? run.preActivation(at.l(), at.row(), at.i()) : run.sum(at.l(), at.row(), at.i());
    double bias = withBias ? run.bias(at.l(), at.i()) : 0;
    return new Explanation(
        ref,
        label(ref),
        meaning(at, withBias),
        shown,
        run.exactSum(at.l(), at.row(), at.i()) + bias,
        "",
        label(ref) + " = " + Terms.written(parts, k -> symbol(at, k)),
        Terms.written(parts, k -> numbers(at, k)) + " = " + Numbers.cell(shown),
        Terms.of(contributions(at, parts), k -> term(at, k)),
        sources(at, parts));
  }

  private String meaning(Place at, boolean withBias) {
    String unit = Numbers.count(at.i() + 1L);
    String layer = Numbers.count(at.l() + 1L);
    String products = Numbers.count(run.width(at.l()));
    String bias = names.bias(at.l(), at.i());
    return withBias
        ? Texts.get("networkexplain.preActivation", unit, layer, products, bias)
        : Texts.get("networkexplain.sum", unit, layer, products, bias);
  }

  /** Part k of a sum is the product of unit k of the column before; after the last, the bias. */
  private boolean isBias(Place at, int k) {
    return k == run.width(at.l());
  }

  private String symbol(Place at, int k) {
    return isBias(at, k) ? names.bias(at.l(), at.i()) : names.product(at.l(), at.row(), at.i(), k);
  }

  private String numbers(Place at, int k) {
    return isBias(at, k)
        ? DotProductText.factor(run.bias(at.l(), at.i()))
        : numbers(at.l(), at.row(), at.i(), k);
  }

  private String numbers(int l, int row, int i, int j) {
    return DotProductText.factor(run.weight(l, i, j))
        + "·"
        + DotProductText.factor(run.value(l, row, j));
  }

  private double contribution(Place at, int k) {
    return isBias(at, k)
        ? run.bias(at.l(), at.i())
        : (double) run.weight(at.l(), at.i(), k) * run.value(at.l(), at.row(), k);
  }

  private double[] contributions(Place at, int parts) {
    return IntStream.range(0, parts).mapToDouble(k -> contribution(at, k)).toArray();
  }

  private Term term(Place at, int k) {
    return new Term(symbol(at, k), numbers(at, k), contribution(at, k), read(at, k));
  }

  private List<ValueRef> read(Place at, int k) {
    return isBias(at, k)
        ? List.of(new Bias(at.l(), at.i()))
        : List.of(new Weight(at.l(), at.i(), k), NetworkRef.number(at.l(), at.row(), k));
  }

  private List<ValueRef> sources(Place at, int parts) {
    List<ValueRef> sources = new ArrayList<>();
    for (int k = 0; k < parts; k++) {
      sources.addAll(read(at, k));
    }
    return sources;
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

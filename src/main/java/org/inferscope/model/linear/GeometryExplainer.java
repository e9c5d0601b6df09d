package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Geometry;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what a layer from 2 to 2 or 3 to 3 does to the plane or to space, in numbers. */
final class GeometryExplainer implements ExplainerPart {
  private static final String MINUS = "\u2212";

  private final LinearLayer layer;

  GeometryExplainer(LinearSnapshot snapshot) {
    layer = snapshot.layer();
  }

  @Override
  public boolean handles(ValueRef ref) {
    return ref instanceof Geometry;
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof Geometry value
        && LinearGeometry.applies(layer)
        && value.quantity().applies(layer.inputs());
  }

  @Override
  public String label(ValueRef ref) {
    return ((Geometry) ref).quantity().title();
  }

  @Override
  public Explanation explain(ValueRef ref) {
    LinearGeometry geometry = LinearGeometry.of(layer);
    Geometry value = (Geometry) ref;
    return switch (value.quantity()) {
      case DETERMINANT -> determinant(value, geometry);
      case RANK -> rank(value, geometry);
      case SINGULAR_1, SINGULAR_2, SINGULAR_3 -> singular(value, geometry);
      case SHIFT -> shift(value, geometry);
    };
  }

  private Explanation determinant(Geometry ref, LinearGeometry geometry) {
    List<Term> terms = new ArrayList<>();
    StringBuilder formula = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    for (Leibniz product : Leibniz.of(geometry.dimensions())) {
      Term term = product(product, geometry.matrix());
      terms.add(term);
      formula.append(formula.isEmpty() ? "" : product.sign() < 0 ? " " + MINUS + " " : " + ");
      formula.append(term.label().replaceFirst("^" + MINUS, ""));
      numbers.append(numbers.isEmpty() ? "" : product.sign() < 0 ? " " + MINUS + " " : " + ");
      numbers.append(factors(product));
    }
    numbers.append(" = ").append(Numbers.cell(geometry.determinant()));
    return explanation(ref, geometry, "det W = " + formula, numbers.toString(), terms, weights());
  }

  private Term product(Leibniz product, double[][] w) {
    List<ValueRef> sources = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < product.columns().size(); i++) {
      sources.add(new Weight(i, product.columns().get(i)));
      names.add(LinearNames.weight(i, product.columns().get(i)));
    }
    String sign = product.sign() < 0 ? MINUS : "";
    return new Term(
        sign + String.join("·", names), sign + factors(product), product.value(w), sources);
  }

  private String factors(Leibniz product) {
    List<String> factors = new ArrayList<>();
    for (int i = 0; i < product.columns().size(); i++) {
      factors.add(factor(layer.w().get(i, product.columns().get(i))));
    }
    return String.join("·", factors);
  }

  /** Each singular value counts 1 when it is above the tolerance. */
  private Explanation rank(Geometry ref, LinearGeometry geometry) {
    double tolerance = geometry.tolerance();
    List<Term> terms = new ArrayList<>();
    for (GeometryQuantity quantity : singular(geometry)) {
      double value = geometry.value(quantity);
      boolean counts = value > tolerance;
      String numbers =
          Numbers.cell(value) + (counts ? " > " : " \u2264 ") + Numbers.cell(tolerance);
      List<ValueRef> source = List.of(new Geometry(quantity));
      terms.add(new Term(quantity.title(), numbers, counts ? 1 : 0, source));
    }
    String numbers =
        Texts.get(
            "linearfigures.geometry.rank.numbers",
            singular(geometry).stream()
                .map(quantity -> Numbers.cell(geometry.value(quantity)))
                .collect(Collectors.joining(", ")),
            Numbers.cell(geometry.singularValues()[0]),
            Numbers.count(geometry.dimensions()),
            Numbers.cell(LinearGeometry.EPS32),
            Numbers.cell(tolerance),
            Numbers.cell(geometry.value(GeometryQuantity.RANK)));
    List<ValueRef> sources = singular(geometry).stream().<ValueRef>map(Geometry::new).toList();
    return explanation(
        ref,
        geometry,
        Texts.get("linearfigures.geometry.rank.formula"),
        numbers,
        geometry.isFinite() ? terms : List.of(),
        sources);
  }

  private static List<GeometryQuantity> singular(LinearGeometry geometry) {
    return List.of(GeometryQuantity.values()).stream()
        .filter(quantity -> quantity.singular() >= 0 && quantity.applies(geometry.dimensions()))
        .toList();
  }

  /**
   * σ = |W·v| = uᵀ·W·v, the sum of u[i]·W[i,j]·v[j]: what each weight adds to the length that a
   * unit vector v gets. To first order it is also what changing the weight would change.
   */
  private Explanation singular(Geometry ref, LinearGeometry geometry) {
    int k = ref.quantity().singular();
    double[] direction = geometry.svd().direction(k);
    double[] image = geometry.apply(geometry.matrix(), direction);
    String numbers =
        "|W·(%s)| = |(%s)| = %s"
            .formatted(
                GeometryWords.vector(direction),
                GeometryWords.vector(image),
                Numbers.cell(geometry.value(ref.quantity())));
    return explanation(
        ref,
        geometry,
        ref.quantity().title() + " = |W·v|",
        numbers,
        shares(geometry, geometry.svd().image(k), direction),
        weights());
  }

  private List<Term> shares(LinearGeometry geometry, double[] u, double[] v) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < v.length; j++) {
        double weight = geometry.matrix()[i][j];
        terms.add(
            new Term(
                DotProductText.name("u", i)
                    + "·"
                    + LinearNames.weight(i, j)
                    + "·"
                    + DotProductText.name("v", j),
                factor(u[i]) + "·" + factor(weight) + "·" + factor(v[j]),
                u[i] * weight * v[j],
                List.of(new Weight(i, j))));
      }
    }
    return terms;
  }

  private Explanation shift(Geometry ref, LinearGeometry geometry) {
    List<ValueRef> sources = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < geometry.dimensions(); i++) {
      sources.add(new Bias(i));
      names.add(LinearNames.bias(i) + "²");
      numbers.add(factor(layer.b().get(i, 0)) + "²");
    }
    return explanation(
        ref,
        geometry,
        "|b| = √(" + String.join(" + ", names) + ")",
        "√(" + String.join(" + ", numbers) + ") = " + Numbers.cell(geometry.shiftLength()),
        List.of(),
        sources);
  }

  private List<ValueRef> weights() {
    List<ValueRef> weights = new ArrayList<>();
    for (int i = 0; i < layer.outputs(); i++) {
      for (int j = 0; j < layer.inputs(); j++) {
        weights.add(new Weight(i, j));
      }
    }
    return weights;
  }

  private static String factor(double x) {
    return RoundedTerms.bracketed(Numbers.cell(x));
  }

  /** Float64 from the start, so that shown and exact value are one. */
  private static Explanation explanation(
      Geometry ref,
      LinearGeometry geometry,
      String formula,
      String numbers,
      List<Term> terms,
      List<ValueRef> sources) {
    double value = geometry.value(ref.quantity());
    return new Explanation(
        ref,
        ref.quantity().title(),
        ref.quantity().meaning(),
        value,
        value,
        "",
        formula,
        numbers,
        terms,
        sources);
  }
}

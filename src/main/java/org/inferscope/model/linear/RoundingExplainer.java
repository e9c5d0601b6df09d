package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Rounded;
import org.inferscope.model.linear.LinearRef.RoundingError;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains outputs computed in lower precision, and how far they are from float64: which products
 * the rounding of W and x changed, and what the arithmetic added to that.
 */
final class RoundingExplainer implements ExplainerPart {
  private final LinearLayer layer;
  private final Matrix x;

  RoundingExplainer(LinearSnapshot snapshot) {
    layer = snapshot.layer();
    x = snapshot.x();
  }

  @Override
  public boolean handles(ValueRef ref) {
    return ref instanceof Rounded || ref instanceof RoundingError;
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof Rounded rounded) {
      return knows(rounded.dtype(), rounded.row(), rounded.i());
    }
    return ref instanceof RoundingError error && knows(error.dtype(), error.row(), error.i());
  }

  private boolean knows(DType dtype, int row, int i) {
    return RoundedLayer.FORMATS.contains(dtype)
        && row >= 0
        && row < x.rows()
        && i >= 0
        && i < layer.outputs();
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof Rounded rounded) {
      return Texts.get(
          "linearfigures.rounded.name", name(rounded.row(), rounded.i()), rounded.dtype().label());
    }
    RoundingError error = (RoundingError) ref;
    return Texts.get(
        "linearfigures.error.name", name(error.row(), error.i()), error.dtype().label());
  }

  @Override
  public Explanation explain(ValueRef ref) {
    return ref instanceof Rounded rounded ? explain(rounded) : explain((RoundingError) ref);
  }

  private Explanation explain(Rounded ref) {
    RoundedTerms terms = terms(ref.dtype(), ref.row(), ref.i());
    RoundedLayer rounded = terms.rounded();
    return new Explanation(
        ref,
        label(ref),
        terms.meaning(),
        rounded.output(ref.row(), ref.i()),
        rounded.exact(ref.row(), ref.i()),
        "",
        name(ref.row(), ref.i()) + " = " + terms.symbols(),
        terms.numbers(),
        terms.values(),
        leaves(ref.row(), ref.i()));
  }

  private Explanation explain(RoundingError ref) {
    RoundedTerms terms = terms(ref.dtype(), ref.row(), ref.i());
    RoundedLayer rounded = terms.rounded();
    double error = rounded.error(ref.row(), ref.i());
    Rounded output = new Rounded(ref.dtype(), ref.row(), ref.i());
    List<ValueRef> sources = new ArrayList<>(List.of(output));
    sources.addAll(leaves(ref.row(), ref.i()));
    return new Explanation(
        ref,
        label(ref),
        Texts.get("linearfigures.error.meaning", name(ref.row(), ref.i()), ref.dtype().label()),
        error,
        error,
        "",
        Texts.get("linearfigures.error.formula", label(output), name(ref.row(), ref.i())),
        difference(rounded, ref),
        terms.errors(),
        sources);
  }

  private static String difference(RoundedLayer rounded, RoundingError ref) {
    return Numbers.full(rounded.output(ref.row(), ref.i()))
        + " \u2212 "
        + RoundedTerms.bracketed(Numbers.full(rounded.exact(ref.row(), ref.i())))
        + " = "
        + Numbers.cell(rounded.error(ref.row(), ref.i()));
  }

  private RoundedTerms terms(DType dtype, int row, int i) {
    return new RoundedTerms(layer, x, dtype, row, i);
  }

  private List<ValueRef> leaves(int row, int i) {
    List<ValueRef> leaves = new ArrayList<>();
    for (int j = 0; j < layer.inputs(); j++) {
      leaves.add(new Weight(i, j));
      leaves.add(new Input(row, j));
    }
    leaves.add(new Bias(i));
    return leaves;
  }

  private String name(int row, int i) {
    return LinearNames.output(x.rows(), row, i);
  }
}

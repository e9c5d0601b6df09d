package org.inferscope.model.linear;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the numbers of W, b and x, where every trail ends: typed, or filled in. */
final class LeafExplainer implements ExplainerPart {
  private final LinearSnapshot snapshot;

  LeafExplainer(LinearSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public boolean handles(ValueRef ref) {
    return ref instanceof Weight || ref instanceof Bias || ref instanceof Input;
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof Weight weight) {
      return isInside(snapshot.layer().w(), weight.i(), weight.j());
    }
    if (ref instanceof Bias bias) {
      return isInside(snapshot.layer().b(), bias.i(), 0);
    }
    return ref instanceof Input input && isInside(snapshot.x(), input.row(), input.j());
  }

  private static boolean isInside(Matrix matrix, int row, int column) {
    return row >= 0 && row < matrix.rows() && column >= 0 && column < matrix.cols();
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof Weight weight) {
      return LinearNames.weight(weight.i(), weight.j());
    }
    if (ref instanceof Bias bias) {
      return LinearNames.bias(bias.i());
    }
    Input input = (Input) ref;
    return LinearNames.input(snapshot.batch(), input.row(), input.j());
  }

  @Override
  public Explanation explain(ValueRef ref) {
    HeldNumbers held = HeldNumbers.of(snapshot);
    if (ref instanceof Weight weight) {
      return explain(weight, held.layer().w().get(weight.i(), weight.j()));
    }
    if (ref instanceof Bias bias) {
      return explain(bias, held.layer().b().get(bias.i(), 0));
    }
    Input input = (Input) ref;
    return explain(input, held.x().get(input.row(), input.j()));
  }

  private Explanation explain(Weight weight, float held) {
    float shown = snapshot.layer().w().get(weight.i(), weight.j());
    Leaf leaf = Leaf.of(snapshot, weight, shown);
    String meaning =
        Texts.get(
            "linearmodel.explain.weight",
            Numbers.count(weight.i() + 1L),
            Numbers.count(weight.j() + 1L),
            leaf.origin());
    return explanation(weight, meaning, shown, leaf, held);
  }

  private Explanation explain(Bias bias, float held) {
    float shown = snapshot.layer().b().get(bias.i(), 0);
    Leaf leaf = Leaf.of(snapshot, bias, shown);
    String meaning =
        Texts.get("linearmodel.explain.bias", Numbers.count(bias.i() + 1L), leaf.origin());
    return explanation(bias, meaning, shown, leaf, held);
  }

  private Explanation explain(Input input, float held) {
    float shown = snapshot.x().get(input.row(), input.j());
    Leaf leaf = Leaf.of(snapshot, input, shown);
    String number = Numbers.count(input.j() + 1L);
    String meaning =
        snapshot.batch() > 1
            ? Texts.get(
                "linearmodel.explain.batchInput",
                number,
                Numbers.count(input.row() + 1L),
                leaf.origin())
            : Texts.get("linearmodel.explain.input", number, leaf.origin());
    return explanation(input, meaning, shown, leaf, held);
  }

  private Explanation explanation(
      ValueRef ref, String meaning, float shown, Leaf leaf, float held) {
    return new Explanation(
        ref,
        label(ref),
        HeldNumbers.withHeld(meaning, snapshot.precision(), held),
        shown,
        leaf.exact(),
        "",
        "",
        "",
        List.of(),
        List.of());
  }
}

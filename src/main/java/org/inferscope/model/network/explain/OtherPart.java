package org.inferscope.model.network.explain;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.explain.NetworkRef.Difference;
import org.inferscope.model.network.explain.NetworkRef.Other;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains differences to the run that this one is compared with, and that run's own numbers, by
 * asking an explainer of it. The input in focus here stands beside the one in focus there, any
 * other beside the same of the batch.
 */
final class OtherPart implements ExplainerPart {
  private final Trace trace;
  private final NetworkNames names;
  private final Optional<Comparison> compared;

  OtherPart(NetworkSnapshot snapshot, NetworkNames names) {
    this.names = names;
    trace = snapshot.trace();
    compared = snapshot.compared();
  }

  private static NetworkExplainer explainer(Comparison other) {
    return new NetworkExplainer(
        NetworkSnapshot.of(other.plan(), other.trace()).with(other.inputSeed()));
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof Difference || ref instanceof Other;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    if (compared.isEmpty()) {
      return false;
    }
    if (ref instanceof Difference difference) {
      Comparison other = compared.get();
      return new Run(trace).isUnit(difference.c(), difference.row(), difference.i())
          && difference.c() <= other.trace().network().depth()
          && width(other.trace(), difference.c()) == width(trace, difference.c())
          && explainer(other).knows(opposite(difference, other));
    }
    return ref instanceof Other other && explainer(compared.get()).knows(other.value());
  }

  private static int width(Trace trace, int c) {
    return trace.network().width(c);
  }

  private NetworkRef opposite(Difference difference, Comparison other) {
    int row = difference.row() == trace.row() ? other.trace().row() : difference.row();
    return NetworkRef.number(difference.c(), row, difference.i());
  }

  @Override
  public String label(NetworkRef ref) {
    if (ref instanceof Difference difference) {
      return "Δ" + names.number(difference.c(), difference.row(), difference.i());
    }
    NetworkRef value = ((Other) ref).value();
    return compared
        .map(
            other ->
                Texts.get("networkexplain.other.name", explainer(other).label(value), other.name()))
        .orElse("");
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    Comparison other = compared.orElseThrow();
    if (ref instanceof Difference difference) {
      return explain(difference, other);
    }
    Explanation theirs = explainer(other).explain(((Other) ref).value());
    return Translated.of(
        theirs,
        ref,
        label(ref),
        Texts.get("networkexplain.other", theirs.meaning(), other.name()),
        source -> new Other((NetworkRef) source));
  }

  private Explanation explain(Difference difference, Comparison other) {
    int c = difference.c();
    NetworkRef theirRef = opposite(difference, other);
    NetworkRef ourRef = NetworkRef.number(c, difference.row(), difference.i());
    float ours = trace.column(c).get(difference.row(), difference.i());
    float theirs = (float) explainer(other).explain(theirRef).shown();
    ValueRef opposite = new Other(theirRef);
    String name = names.number(c, difference.row(), difference.i());
    float shown = ours - theirs;
    return new Explanation(
        difference,
        label(difference),
        Texts.get("networkexplain.difference", name, other.name()),
        shown,
        (double) ours - theirs,
        "",
        name + " \u2212 " + label((NetworkRef) opposite),
        Numbers.cell(ours)
            + " \u2212 "
            + DotProductText.factor(theirs)
            + " = "
            + Numbers.cell(shown),
        List.of(
            new Term(name, Numbers.cell(ours), ours, List.of(ourRef)),
            new Term(
                "\u2212" + label((NetworkRef) opposite),
                Numbers.cell(-theirs),
                -theirs,
                List.of(opposite))),
        List.of(ourRef, opposite));
  }
}

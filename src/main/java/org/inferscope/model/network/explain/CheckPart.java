package org.inferscope.model.network.explain;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.NetworkCheck;
import org.inferscope.model.network.explain.NetworkRef.CheckDifference;
import org.inferscope.model.network.explain.NetworkRef.TorchDifference;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the largest difference to plain loops, and a layer's largest one to PyTorch. */
final class CheckPart implements ExplainerPart {
  private final NetworkSnapshot snapshot;
  private final NetworkNames names;

  CheckPart(NetworkSnapshot snapshot, NetworkNames names) {
    this.snapshot = snapshot;
    this.names = names;
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof CheckDifference || ref instanceof TorchDifference;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    return result(ref).isPresent();
  }

  private Optional<CheckResult> result(NetworkRef ref) {
    if (!(ref instanceof TorchDifference torch)) {
      return snapshot.check();
    }
    List<TorchComparison> layers = snapshot.torch();
    return torch.l() >= 0 && torch.l() < layers.size()
        ? Optional.of(check(layers.get(torch.l())))
        : Optional.empty();
  }

  private static CheckResult check(TorchComparison torch) {
    return new CheckResult(torch.ours(), torch.theirs(), torch.engine(), torch.atol());
  }

  @Override
  public String label(NetworkRef ref) {
    return ref instanceof TorchDifference torch
        ? Texts.get("networkexplain.torch.name", Numbers.count(torch.l() + 1L))
        : Texts.get("networkexplain.check.name");
  }

  /** The number that differs most. */
  private NetworkRef worst(NetworkRef ref, Cell cell) {
    if (ref instanceof TorchDifference torch) {
      return NetworkRef.number(torch.l() + 1, cell.row(), cell.column());
    }
    NetworkCheck.Place place = new NetworkCheck(snapshot.trace()).place(cell.column());
    int row = snapshot.trace().row();
    return place.activation()
        ? NetworkRef.number(place.layer() + 1, row, place.i())
        : new NetworkRef.PreActivation(place.layer(), row, place.i());
  }

  private String name(NetworkRef number) {
    return number instanceof NetworkRef.PreActivation z
        ? names.preActivation(z.l(), z.row(), z.i())
        : names.number(
            ((NetworkRef.Unit) number).c(),
            ((NetworkRef.Unit) number).row(),
            ((NetworkRef.Unit) number).i());
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    CheckResult result = result(ref).orElseThrow();
    Cell worst = result.worst();
    NetworkRef number = worst(ref, worst);
    String name = name(number);
    float ours = result.loop().get(worst.row(), worst.column());
    float theirs = result.backend().get(worst.row(), worst.column());
    double difference = result.maxAbsDifference();
    List<ValueRef> sources = List.of(number);
    String mine =
        ref instanceof TorchDifference
            ? Texts.get("networkexplain.torch.ours")
            : Texts.get("networkexplain.check.loop");
    return new Explanation(
        ref,
        label(ref),
        Texts.get("networkexplain.check.meaning", mine, result.device(), name),
        difference,
        difference,
        "",
        "|" + mine + " \u2212 " + result.device() + "|",
        "|" + Numbers.full(ours) + " \u2212 " + DotProductText.factor(theirs) + "|",
        List.of(
            new Term(mine, Numbers.full(ours), ours, sources),
            new Term(result.device(), Numbers.full(theirs), -theirs, List.of())),
        sources);
  }
}

package org.inferscope.model.linear;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.CheckDifference;
import org.inferscope.model.linear.LinearRef.Output;
import org.inferscope.model.linear.LinearRef.Rounded;
import org.inferscope.model.linear.LinearRef.TorchDifference;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the largest difference between the loop and the backend, and that to PyTorch. */
final class DifferenceExplainer implements ExplainerPart {
  private final LinearSnapshot snapshot;

  DifferenceExplainer(LinearSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public boolean handles(ValueRef ref) {
    return ref instanceof CheckDifference || ref instanceof TorchDifference;
  }

  @Override
  public boolean knows(ValueRef ref) {
    return (ref instanceof CheckDifference && snapshot.check().isPresent())
        || (ref instanceof TorchDifference && snapshot.torch().isPresent());
  }

  @Override
  public String label(ValueRef ref) {
    return ref instanceof TorchDifference
        ? Texts.get("linearmodel.explain.torch.name")
        : Texts.get("linearmodel.explain.check.name");
  }

  @Override
  public Explanation explain(ValueRef ref) {
    CheckResult result =
        ref instanceof TorchDifference
            ? snapshot.torch().orElseThrow().check()
            : snapshot.check().orElseThrow();
    Cell worst = result.worst();
    String name = LinearNames.output(snapshot.batch(), worst.row(), worst.column());
    float ours = result.loop().get(worst.row(), worst.column());
    float theirs = result.backend().get(worst.row(), worst.column());
    double difference = result.maxAbsDifference();
    List<ValueRef> sources = List.of(output(worst));
    return new Explanation(
        ref,
        label(ref),
        Texts.get("linearmodel.explain.difference.meaning", name, result.device()),
        difference,
        difference,
        "",
        Texts.get("linearmodel.explain.difference.formula", name, result.device()),
        "|" + Numbers.full(ours) + " \u2212 " + DotProductText.factor(theirs) + "|",
        List.of(
            new Term(
                Texts.get("linearmodel.explain.difference.loop"),
                Numbers.full(ours),
                ours,
                sources),
            new Term(result.device(), Numbers.full(theirs), -theirs, List.of())),
        sources);
  }

  /** The output compared, which is FP32 whatever the precision that outputs are shown in. */
  private ValueRef output(Cell cell) {
    return snapshot.precision() == DType.FP32
        ? new Output(cell.row(), cell.column())
        : new Rounded(DType.FP32, cell.row(), cell.column());
  }
}

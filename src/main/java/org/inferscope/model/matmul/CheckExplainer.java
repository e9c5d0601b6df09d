package org.inferscope.model.matmul;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.matmul.MatmulRef.CheckDifference;
import org.inferscope.model.matmul.MatmulRef.Element;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the largest difference between the triple loop and the backend. */
final class CheckExplainer {
  private final MatmulSnapshot snapshot;

  CheckExplainer(MatmulSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  Explanation explain() {
    CheckResult result = snapshot.check().orElseThrow();
    Cell worst = result.worst();
    String name = DotProductText.name("C", worst.row(), worst.column());
    float loop = result.loop().get(worst.row(), worst.column());
    float backend = result.backend().get(worst.row(), worst.column());
    Element element = new Element(worst.row(), worst.column());
    double difference = result.maxAbsDifference();
    return new Explanation(
        new CheckDifference(),
        Texts.get("matmulmodel.explain.check.name"),
        Texts.get("matmulmodel.explain.check.meaning", name, result.device()),
        difference,
        difference,
        "",
        Texts.get("matmulmodel.explain.check.formula", name, result.device()),
        "|" + Numbers.full(loop) + " \u2212 " + DotProductText.factor(backend) + "|",
        List.of(
            new Term(
                Texts.get("matmulmodel.explain.check.loop"),
                Numbers.full(loop),
                loop,
                List.of(element)),
            new Term(result.device(), Numbers.full(backend), -backend, List.of())),
        List.of(element));
  }
}

package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.MatmulRef.CounterAt;
import org.inferscope.model.matmul.MatmulRef.RatioAt;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what follows from the live counters: reads per element, and arithmetic intensity. */
final class RatioExplainer {
  private final MatmulSnapshot snapshot;

  RatioExplainer(MatmulSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  Explanation explain(RatioAt at) {
    MatmulProgram program = snapshot.program().orElseThrow();
    return switch (at.ratio()) {
      case READS_PER_A -> perElement(at, program, Counter.READS_A, ClosedForm.SIZE_A);
      case READS_PER_B -> perElement(at, program, Counter.READS_B, ClosedForm.SIZE_B);
      case READS_PER_C -> perElement(at, program, Counter.READS_C, ClosedForm.SIZE_C);
      case INTENSITY -> intensity(at, program);
    };
  }

  private static Explanation perElement(
      RatioAt at, MatmulProgram program, Counter reads, ClosedForm size) {
    String numbers =
        "%s / (%s) = %s"
            .formatted(
                Numbers.count(program.counters(at.done()).get(reads)),
                size.numbers(program),
                Numbers.cell(at.ratio().at(program, at.done())));
    return explanation(
        at,
        program,
        Texts.get("matmulmodel.ratio.reads.meaning"),
        "",
        reads.title() + " / (" + size.symbols() + ")",
        numbers,
        List.of(new CounterAt(reads, at.done())));
  }

  private static Explanation intensity(RatioAt at, MatmulProgram program) {
    Counters now = program.counters(at.done());
    String numbers =
        "(%s + %s) / (%s·%s) = %s"
            .formatted(
                Numbers.count(now.multiplies()),
                Numbers.count(now.adds()),
                Numbers.count(now.traffic()),
                Numbers.cell(DType.FP32.bytes()),
                Numbers.cell(at.ratio().at(program, at.done())));
    List<ValueRef> sources = new ArrayList<>();
    for (Counter counter : Counter.values()) {
      sources.add(new CounterAt(counter, at.done()));
    }
    return explanation(
        at,
        program,
        Texts.get("matmulmodel.ratio.intensity.meaning"),
        Texts.get("matmulmodel.unit.flopsPerByte"),
        Texts.get("matmulmodel.ratio.intensity.formula"),
        numbers,
        sources);
  }

  private static Explanation explanation(
      RatioAt at,
      MatmulProgram program,
      String meaning,
      String unit,
      String formula,
      String numbers,
      List<ValueRef> sources) {
    double value = at.ratio().at(program, at.done());
    return new Explanation(
        at, at.ratio().title(), meaning, value, value, unit, formula, numbers, List.of(), sources);
  }
}

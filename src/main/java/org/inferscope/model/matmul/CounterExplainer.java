package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.matmul.MatmulRef.CounterAt;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains a live counter: what each group of ticks added so far, and what it will end at. */
final class CounterExplainer {
  private final MatmulSnapshot snapshot;

  CounterExplainer(MatmulSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  Explanation explain(CounterAt at) {
    MatmulProgram program = snapshot.program().orElseThrow();
    Counter counter = at.counter();
    long shown = program.counters(at.done()).get(counter);
    ClosedForm end = ClosedForm.of(program.algorithm(), counter);
    String numbers = end == ClosedForm.ZERO ? "" : end.numbers(program) + " = ";
    return new Explanation(
        at,
        counter.title(),
        counter.meaning() + " " + program.algorithm().memoryModel(),
        shown,
        shown,
        "",
        Texts.get("matmulmodel.explain.counter.formula", counter.title(), end.symbols()),
        Texts.get(
            "matmulmodel.explain.counter.substituted",
            Numbers.count(shown),
            numbers + Numbers.count(end.value(program))),
        groups(program, at),
        List.of());
  }

  /** One term for each natural group that has begun. */
  private static List<Term> groups(MatmulProgram program, CounterAt at) {
    Steps steps = program.steps(Grain.ELEMENT);
    List<Term> terms = new ArrayList<>();
    for (int step = 0; step < steps.count() && steps.start(step) < at.done(); step++) {
      int end = Math.min(steps.end(step), at.done());
      long added =
          program.counters(end).get(at.counter())
              - program.counters(steps.start(step)).get(at.counter());
      String label =
          Texts.get(
              "matmulmodel.explain.counter.group",
              program.algorithm().groupName(),
              Numbers.count(step + 1L));
      terms.add(new Term(label, Numbers.count(added), added, List.of()));
    }
    return terms;
  }
}

package org.inferscope.model.gpt2.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Mean;
import org.inferscope.model.gpt2.explain.Gpt2Ref.ScoreSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Typed;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Variance;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.junit.jupiter.api.Test;

/** Walks random numbers of real passes down to the embeddings. */
class Gpt2WalkTest {
  private static final int WALKS = 1_000;

  /** More steps than the deepest number is from its embedding: up to twenty for each layer. */
  private static final int MOST_STEPS = 150;

  private static final List<List<Integer>> PROMPTS =
      List.of(
          List.of(322, 561, 1204, 17, 988, 2, 1999),
          List.of(5),
          IntStream.range(0, 24).mapToObj(i -> i * 997 % 2048).toList(),
          List.of(40, 41, 42, 40, 41, 42, 40, 41));

  /**
   * What float32 may be off, of the sizes of all terms together: a sum of n rounded products is
   * within {@code n · 2⁻²⁴} of them at the very worst, which is 4.6e-5 for the demo model's 768
   * neurons; in blocks, as sums are computed, a tenth of that is not reached.
   */
  private static final double OF_TERMS = 4e-6;

  private final DemoModel weights = new DemoModel();
  private final Random random = new Random(17);
  private final Set<ValueRef> ends = new HashSet<>();

  @Test
  void aThousandNumbersLeadDownToTheEmbeddings() {
    int walks = 0;
    for (List<Integer> prompt : PROMPTS) {
      Gpt2Trace trace = TracedDemo.trace(weights, prompt);
      Gpt2Explainer explainer = TracedDemo.explainer(trace, weights);
      RandomRefs refs = new RandomRefs(trace, 1 + walks);
      for (int i = 0; i < WALKS / PROMPTS.size(); i++) {
        walk(explainer, refs.next(i % RandomRefs.kinds()));
        walks++;
      }
    }
    assertThat(walks).isEqualTo(WALKS);
    assertThat(ends).allMatch(end -> end instanceof Weight || end instanceof Typed);
    assertThat(ends).anyMatch(Typed.class::isInstance);
    assertThat(ends).anyMatch(end -> isOf(end, "wte.weight")).anyMatch(e -> isOf(e, "wpe.weight"));
  }

  private static boolean isOf(ValueRef ref, String parameter) {
    return ref instanceof Weight weight && weight.parameter().equals(parameter);
  }

  private void walk(Gpt2Explainer explainer, ValueRef start) {
    checkSources(explainer, explainer.explain(start));
    ValueRef at = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      Explanation explanation = check(explainer, at);
      if (explanation.isLeaf()) {
        ends.add(at);
        return;
      }
      at = next(explanation.sources());
    }
    throw new AssertionError("no end from " + start + ", but at " + at);
  }

  /**
   * Any number of the pass that was read; a weight only where there is none, and what is told of a
   * whole row seldom, since it leads back up to that row.
   */
  private ValueRef next(List<ValueRef> sources) {
    List<ValueRef> open = new ArrayList<>(sources);
    open.removeIf(Weight.class::isInstance);
    if (open.isEmpty() || open.get(0) instanceof Typed) {
      return one(sources);
    }
    ValueRef next = one(open);
    boolean ofRow = next instanceof Mean || next instanceof Variance || next instanceof ScoreSum;
    return ofRow && random.nextInt(4) > 0 ? open.get(0) : next;
  }

  private ValueRef one(List<ValueRef> refs) {
    return refs.get(random.nextInt(refs.size()));
  }

  private Explanation check(Gpt2Explainer explainer, ValueRef ref) {
    assertThat(explainer.knows(ref)).as("%s", ref).isTrue();
    Explanation explanation = explainer.explain(ref);
    assertThat(explanation.subject()).isEqualTo(ref);
    assertThat(explainer.label(ref)).isNotBlank().doesNotContain("!");
    assertThat(explanation.title()).isNotBlank().doesNotContain("!", "{");
    assertThat(explanation.meaning()).isNotBlank().doesNotContain("!", "{");
    assertThat(explanation.formula().isEmpty()).as("%s", ref).isEqualTo(explanation.isLeaf());
    double size = Math.max(1e-3, Math.abs(explanation.exact()));
    if (!explanation.terms().isEmpty()) {
      double sum = explanation.terms().stream().mapToDouble(Term::contribution).sum();
      double sizes =
          explanation.terms().stream().mapToDouble(t -> Math.abs(t.contribution())).sum();
      size = Math.max(size, sizes);
      assertThat(sum).as("%s", ref).isEqualTo(explanation.exact(), within(1e-12 * sizes));
    }
    assertThat(explanation.error()).as("%s", ref).isLessThan(OF_TERMS * size);
    assertThat(explanation.seeAlso()).allMatch(explainer::knows);
    return explanation;
  }

  /** Terms were read from nothing but the sources, and each can be explained in turn. */
  private static void checkSources(Gpt2Explainer explainer, Explanation explanation) {
    ValueRef ref = explanation.subject();
    Set<ValueRef> sources = new HashSet<>(explanation.sources());
    assertThat(sources).as("%s", ref).hasSameSizeAs(explanation.sources());
    assertThat(sources.stream().allMatch(explainer::knows)).as("%s", ref).isTrue();
    assertThat(explanation.terms().stream().map(Term::sources).allMatch(sources::containsAll))
        .as("%s", ref)
        .isTrue();
  }
}

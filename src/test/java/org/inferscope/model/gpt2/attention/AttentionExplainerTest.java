package org.inferscope.model.gpt2.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Set;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the embedded model's heads, and what the inspector says of them. */
class AttentionExplainerTest {
  private static final double EXACT = 1e-9;
  private static final double FLOAT = 1e-6;
  private static final String REPEATED = "zor lem kip dax mog zor lem kip dax";

  @TempDir Path folder;
  private Gpt2Rig rig;
  private Gpt2Trace trace;
  private AttentionExplainer explainer;

  @BeforeEach
  void trace() {
    rig = new Gpt2Rig(folder);
    take(rig.type(REPEATED));
  }

  private void take(Shown shown) {
    trace = shown.trace();
    explainer = new AttentionExplainer(trace, shown.tokens()::word, new Below());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** Stands for the pass's own explainer, and knows every number of a pass. */
  private static final class Below implements Explainer {
    @Override
    public Explanation explain(ValueRef ref) {
      throw new UnsupportedOperationException("below");
    }

    @Override
    public String label(ValueRef ref) {
      return "below";
    }

    @Override
    public boolean knows(ValueRef ref) {
      return ref instanceof Gpt2Ref;
    }
  }

  private HeadFigures figures() {
    return HeadFigures.of(trace, () -> {});
  }

  @Test
  void theTermsOfEachFigureAddUpToIt() {
    HeadFigures figures = figures();
    for (HeadFigure figure : HeadFigure.all()) {
      for (Head head : figures.ranked(figure)) {
        AttentionRef ref = new AttentionRef.OfHead(figure, head.layer(), head.head());
        Explanation explanation = explainer.explain(ref);
        double value = figures.of(head.layer(), head.head()).value(figure).orElseThrow();
        assertThat(explanation.shown()).as("%s", ref).isEqualTo(value);
        assertThat(explanation.exact()).as("%s", ref).isEqualTo(value, within(EXACT));
        assertThat(sum(explanation)).as("%s", ref).isEqualTo(value, within(EXACT));
      }
    }
  }

  private static double sum(Explanation explanation) {
    return explanation.terms().stream().mapToDouble(Term::contribution).sum();
  }

  @Test
  void aScoreListsTheWeightsThatItAverages() {
    Explanation explanation =
        explainer.explain(new AttentionRef.OfHead(HeadFigure.INDUCTION, 5, 2));
    // The first word has no space before it, so it is another token than the sixth.
    assertThat(explanation.sources()).containsExactly(pair(6, 2), pair(7, 3), pair(8, 4));
    assertThat(explanation.terms().get(2).label()).isEqualTo("·dax → ·mog");
    assertThat(explanation.terms().get(2).contribution())
        .isEqualTo(trace.pair(new HookPoint(Site.PATTERN, 5), 2, 8, 4) / 3.0, within(EXACT));
    assertThat(explainer.label(explanation.subject())).isEqualTo("induction of 5.2");
  }

  private static Gpt2Ref.Pair pair(int query, int key) {
    return new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, 5), 2, query, key);
  }

  @Test
  void everySourceLeadsDownToWeightsOfThePass() {
    for (HeadFigure figure : HeadFigure.all()) {
      for (ValueRef source : explainer.explain(new AttentionRef.OfHead(figure, 2, 4)).sources()) {
        assertThat(explainer.knows(source)).isTrue();
        assertThat(explainer.label(source)).isNotEmpty();
        if (source instanceof AttentionRef.OfQuery query) {
          Explanation part = explainer.explain(query);
          assertThat(sum(part)).isEqualTo(part.exact(), within(EXACT));
          assertThat(part.sources()).isNotEmpty().allMatch(Gpt2Ref.Pair.class::isInstance);
        } else {
          assertThat(source).isInstanceOf(Gpt2Ref.Pair.class);
        }
      }
    }
  }

  @Test
  void theMeanOfALayerIsTheMeanOfItsHeads() {
    Explanation mean = explainer.explain(new AttentionRef.MeanWeight(4, 8, 0));
    assertThat(mean.terms()).hasSize(6);
    assertThat(mean.exact()).isEqualTo(sum(mean), within(EXACT));
    assertThat(mean.shown()).isEqualTo(mean.exact(), within(FLOAT));
    assertThat(mean.sources()).allMatch(Gpt2Ref.Pair.class::isInstance).hasSize(6);
    float[] row = new LayerMean(trace, 4).row(8);
    double total = 0;
    for (float weight : row) {
      total += weight;
    }
    assertThat(total).isEqualTo(1, within(FLOAT));
    Explanation layer = explainer.explain(new AttentionRef.OfLayer(HeadFigure.FIRST, 4));
    assertThat(layer.exact())
        .isEqualTo(figures().layerMean(4, HeadFigure.FIRST).orElseThrow(), within(EXACT));
  }

  @Test
  void whatThePassItselfHasIsLeftToItsOwnExplainer() {
    assertThat(explainer.knows(pair(8, 4))).isTrue();
    assertThat(explainer.label(pair(8, 4))).isEqualTo("below");
    assertThatThrownBy(() -> explainer.explain(pair(8, 4))).hasMessage("below");
  }

  @Test
  void whatIsNotInThePassIsNotKnown() {
    assertThat(explainer.knows(new AttentionRef.OfHead(HeadFigure.FIRST, 6, 0))).isFalse();
    assertThat(explainer.knows(new AttentionRef.OfHead(HeadFigure.FIRST, 0, 6))).isFalse();
    assertThat(explainer.knows(new AttentionRef.OfQuery(HeadFigure.INDUCTION, 0, 0, 4))).isFalse();
    assertThat(explainer.knows(new AttentionRef.MeanWeight(0, 3, 4))).isFalse();
    assertThatThrownBy(() -> explainer.explain(new AttentionRef.MeanWeight(0, 9, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of this pass");
    take(rig.type("The matrix multiplication is"));
    assertThat(explainer.knows(new AttentionRef.OfHead(HeadFigure.INDUCTION, 5, 2))).isFalse();
    assertThat(explainer.knows(new AttentionRef.OfLayer(HeadFigure.DUPLICATE, 5))).isFalse();
  }

  @Test
  void theInductionHeadsOfTheExampleAreTagged() {
    // The strongest ones that the demo model's examples name for this prompt.
    HeadFigures figures = figures();
    assertThat(figures.of(5, 3).tags()).contains(HeadTag.INDUCTION);
    assertThat(figures.of(5, 2).tags()).contains(HeadTag.INDUCTION);
    assertThat(figures.of(3, 2).tags()).contains(HeadTag.INDUCTION);
    assertThat(figures.ranked(HeadFigure.INDUCTION).subList(0, 3))
        .containsExactlyInAnyOrder(new Head(5, 3), new Head(5, 2), new Head(3, 2));
  }

  @Test
  void theInductionHeadsOfTheModelCardLeadOnEightWordsThreeTimes() {
    String words = "zor lem kip dax mog jat yol lok";
    take(rig.type(words + " " + words + " " + words));
    HeadFigures figures = figures();
    for (Head named : Set.of(new Head(5, 2), new Head(4, 3), new Head(3, 2))) {
      assertThat(figures.of(named.layer(), named.head()).tags())
          .as(named.label())
          .contains(HeadTag.INDUCTION);
      assertThat(figures.ranked(HeadFigure.INDUCTION).subList(0, 5)).contains(named);
    }
    assertThat(figures.ranked(HeadFigure.PREVIOUS)).startsWith(new Head(2, 4));
    assertThat(figures.of(2, 4).tags()).contains(HeadTag.PREVIOUS);
  }

  @Test
  void thePreviousTokenHeadOfTheExampleIsTheOnlyOneTagged() {
    take(rig.type("The residual stream carries information from layer to"));
    HeadFigures figures = figures();
    assertThat(figures.ranked(HeadFigure.PREVIOUS)).startsWith(new Head(2, 4));
    assertThat(figures.count(HeadTag.PREVIOUS)).isEqualTo(1);
    assertThat(figures.of(2, 4).value(HeadFigure.PREVIOUS).orElseThrow())
        .isEqualTo(0.305, within(0.001));
  }

  @Test
  void headsAreRankedAndThoseWithoutAFigureKeepTheirOrder() {
    take(rig.type("The matrix multiplication is"));
    HeadFigures figures = figures();
    assertThat(figures.ranked(HeadFigure.INDUCTION)).startsWith(new Head(0, 0), new Head(0, 1));
    assertThat(figures.layerMean(0, HeadFigure.INDUCTION)).isEmpty();
    assertThat(figures.chance(HeadFigure.DUPLICATE)).isEmpty();
    assertThat(figures.count(HeadTag.INDUCTION)).isZero();
  }
}

package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.generate.explain.NextExplainer;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view's own numbers, followed down to those of the pass. */
class NextExplainerTest {
  @TempDir static Path folder;
  private Gpt2Rig rig;
  private NextPresenter next;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    next = new NextPresenter(rig.presenter);
    rig.presenter.show(View.NEXT);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<Row> rows() {
    return next.rows(next.moment().orElseThrow());
  }

  @Test
  void everyChanceInTheListFollowsFromItsLogitAndTheSum() {
    NextExplainer explainer = next.explainer();
    for (Row row : rows()) {
      Candidate candidate = row.candidate();
      Explanation explanation = explainer.explain(new NextRef.Chance(3, candidate.id()));
      assertThat(explanation.shown()).isEqualTo(candidate.chance());
      assertThat(explanation.error()).isLessThan(1e-12);
      assertThat(explanation.sources()).contains(new Gpt2Ref.Logit(3, candidate.id()));
    }
    Explanation best = explainer.explain(new NextRef.Chance(3, rows().get(0).candidate().id()));
    assertThat(best.meaning()).contains("temperature 0.8, top-k 40, top-p 0.95");
    assertThat(best.sources()).contains(new NextRef.Mass(3), new NextRef.Kept(3));
    assertThat(best.formula()).contains("s = logit / temperature");
    assertThat(best.title()).isEqualTo("Chance of ·a");
  }

  @Test
  void theSumIsThatOfItsTerms() {
    next.sample(old -> SamplingSettings.plain(0), null);
    NextExplainer explainer = next.explainer();
    Explanation mass = explainer.explain(new NextRef.Mass(3));
    assertThat(mass.terms().stream().mapToDouble(Term::contribution).sum())
        .isCloseTo(mass.shown(), within(1e-9));
    assertThat(mass.terms().get(mass.terms().size() - 1).label()).contains("less likely tokens");
    assertThat(mass.error()).isLessThan(1e-9);
    assertThat(explainer.explain(new NextRef.Kept(3)).shown()).isEqualTo(2048);
  }

  @Test
  void aTokenThatIsRuledOutSaysSo() {
    next.sample(old -> new SamplingSettings(false, 1, 3, 1, 0, 1, 0), null);
    int out = rows().get(5).candidate().id();
    Explanation explanation = next.explainer().explain(new NextRef.Chance(3, out));
    assertThat(explanation.shown()).isZero();
    assertThat(explanation.meaning()).contains("the 3 likeliest tokens");
  }

  @Test
  void greedyNeedsNoFormula() {
    next.sample(old -> SamplingSettings.likeliest(), null);
    Explanation explanation =
        next.explainer().explain(new NextRef.Chance(3, rows().get(0).candidate().id()));
    assertThat(explanation.shown()).isEqualTo(1);
    assertThat(explanation.formula()).isEmpty();
  }

  @Test
  void thePenaltyIsPartOfTheScore() {
    next.sample(old -> new SamplingSettings(false, 0.5, 0, 1, 0, 1.5, 0), null);
    int seen = rig.shown().trace().ids().get(3);
    Explanation explanation = next.explainer().explain(new NextRef.Chance(3, seen));
    assertThat(explanation.formula()).contains("repetition penalty");
    assertThat(explanation.error()).isLessThan(1e-12);
  }

  @Test
  void theCachesBytesAreTwoPerLayerTokenAndDimension() {
    Explanation bytes = next.explainer().explain(new NextRef.CacheBytes(4));
    assertThat(bytes.shown()).isEqualTo(2.0 * 6 * 4 * 192 * 4);
    assertThat(bytes.substituted()).isEqualTo("2 · 6 · 4 · 192 · 4 B");
    assertThat(bytes.terms()).extracting(Term::label).containsExactly("Keys", "Values");
    assertThat(next.explainer().explain(new NextRef.CacheShare(4)).shown()).isEqualTo(4 / 256.0);
  }

  @Test
  void mediansLeadToTheTimesTheyWereReadFrom() {
    next.setCache(CacheUse.BOTH);
    next.setTokens(3);
    next.writer().run();
    rig.settle();
    NextExplainer explainer = next.explainer();
    Explanation gain = explainer.explain(new NextRef.Speedup());
    assertThat(gain.sources())
        .containsExactly(new NextRef.MedianTime(false), new NextRef.MedianTime(true));
    Explanation median = explainer.explain(new NextRef.MedianTime(true));
    assertThat(median.sources())
        .containsExactly(new NextRef.TokenTime(5, true), new NextRef.TokenTime(6, true));
    Explanation time = explainer.explain(median.sources().get(0));
    assertThat(time.isLeaf()).isTrue();
    assertThat(time.shown()).isEqualTo(next.writer().trail().steps().get(1).cached().getAsDouble());
    for (ValueRef ref : median.sources()) {
      assertThat(explainer.label(ref)).isNotBlank();
    }
  }

  @Test
  void whatIsNotThereIsNotKnown() {
    NextExplainer explainer = next.explainer();
    assertThat(explainer.knows(new NextRef.Chance(4, 0))).isFalse();
    assertThat(explainer.knows(new NextRef.Chance(3, 2048))).isFalse();
    assertThat(explainer.knows(new NextRef.MedianTime(true))).isFalse();
    assertThat(explainer.knows(new NextRef.TokenTime(4, true))).isFalse();
    assertThat(explainer.knows(new NextRef.Speedup())).isFalse();
    assertThatThrownBy(() -> explainer.explain(new NextRef.Speedup()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOpenChanceFollowsTheSettings() {
    int id = rows().get(0).candidate().id();
    next.explain(new NextRef.Chance(3, id));
    double before = rig.inspector.current().orElseThrow().shown();
    next.sample(old -> new SamplingSettings(false, 0.3, 0, 1, 0, 1, 0), null);
    double after = rig.inspector.current().orElseThrow().shown();
    assertThat(after).isGreaterThan(before);
    assertThat(after).isEqualTo(rows().get(0).candidate().chance());
  }
}

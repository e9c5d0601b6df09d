package org.inferscope.model.gpt2.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.model.gpt2.Intervention.Replacement;
import org.inferscope.model.gpt2.Intervention.Selection;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Logit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitParts;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.junit.jupiter.api.Test;

/** Passes in which an experiment set numbers are explained as they went on from there. */
class ReplacedValuesTest {
  private static final List<Integer> PROMPT = List.of(322, 561, 1204, 17, 988);
  private static final int ID = 77;

  private final DemoModel weights = new DemoModel();

  private static Intervention at(Site site, int layer, Selection where, Replacement by) {
    HookPoint point = site.isInBlocks() ? new HookPoint(site, layer) : HookPoint.of(site);
    return new Intervention(point, where, by);
  }

  private Gpt2Explainer explainer(Intervention... changes) {
    return TracedDemo.explainer(TracedDemo.trace(weights, PROMPT, changes), weights, changes);
  }

  private static void assertSumOfParts(Gpt2Explainer explainer, int position) {
    Explanation parts = explainer.explain(new LogitParts(position, ID));
    assertThat(parts.error()).isLessThan(1e-4);
    assertThat(parts.sources()).allMatch(explainer::knows);
    for (Term term : parts.terms()) {
      Explanation one = explainer.explain(term.sources().get(0));
      assertThat(one.exact()).isEqualTo(term.contribution(), within(1e-5));
    }
  }

  @Test
  void aHeadSetToZeroEndsThere() {
    Gpt2Explainer explainer = explainer(at(Site.Z, 2, Selection.ofHead(3), new Replacement.Zero()));
    Explanation off = explainer.explain(new At(new HookPoint(Site.Z, 2), 1, 3 * 32 + 5));
    assertThat(off.isLeaf()).isTrue();
    assertThat(off.shown()).isZero();
    assertThat(off.meaning()).contains("zero").contains("experiment");
    Explanation on = explainer.explain(new At(new HookPoint(Site.Z, 2), 1, 2 * 32 + 5));
    assertThat(on.isLeaf()).isFalse();
    assertThat(on.error()).isLessThan(1e-6);
    assertSumOfParts(explainer, 4);
    double ofHead =
        explainer.contributions(4, ID).stream()
            .filter(one -> one.part().equals(new Part.Head(2, 3)))
            .mapToDouble(PartContribution::value)
            .sum();
    assertThat(ofHead).isZero();
  }

  @Test
  void meansAndPatchesAreNamed() {
    Replacement patch = new Replacement.Patch(Collections.nCopies(192, 0.5f));
    Gpt2Explainer explainer =
        explainer(
            at(Site.MLP_OUT, 1, Selection.ofPosition(2), new Replacement.Mean()),
            at(Site.ATTN_OUT, 3, Selection.ofPosition(2), patch));
    At mean = new At(new HookPoint(Site.MLP_OUT, 1), 2, 7);
    assertThat(explainer.explain(mean).meaning()).contains("mean");
    assertThat(explainer.explain(mean).isLeaf()).isTrue();
    At patched = new At(new HookPoint(Site.ATTN_OUT, 3), 2, 7);
    assertThat(explainer.explain(patched).shown()).isEqualTo(0.5);
    assertThat(explainer.explain(patched).meaning()).contains("another pass");
    At other = new At(new HookPoint(Site.ATTN_OUT, 3), 1, 7);
    assertThat(explainer.explain(other).isLeaf()).isFalse();
    assertSumOfParts(explainer, 2);
    assertThat(explainer.contributions(2, ID))
        .extracting(PartContribution::part)
        .contains(new Part.Attention(3))
        .doesNotContain(new Part.Head(3, 0), new Part.AttentionBias(3));
  }

  @Test
  void ofAStreamThatWasSetOnlyWhatCameLaterAddsToTheLogit() {
    Gpt2Explainer explainer =
        explainer(at(Site.RESID_MID, 4, Selection.ofPosition(3), new Replacement.Mean()));
    assertThat(explainer.contributions(3, ID))
        .extracting(PartContribution::part)
        .contains(new Part.Stream(new HookPoint(Site.RESID_MID, 4)), new Part.Mlp(4))
        .doesNotContain(new Part.TokenEmbedding(), new Part.Head(4, 0), new Part.Mlp(3));
    assertSumOfParts(explainer, 3);
    assertSumOfParts(explainer, 4);
    assertThat(explainer.contributions(4, ID))
        .extracting(PartContribution::part)
        .contains(new Part.TokenEmbedding());
  }

  @Test
  void attentionThatWasSetIsALeafOfItsPairAlone() {
    Selection pair = new Selection(OptionalInt.of(1), OptionalInt.of(4), OptionalInt.of(2));
    Gpt2Explainer explainer = explainer(at(Site.PATTERN, 0, pair, new Replacement.Zero()));
    HookPoint pattern = new HookPoint(Site.PATTERN, 0);
    assertThat(explainer.explain(new Pair(pattern, 1, 4, 2)).isLeaf()).isTrue();
    assertThat(explainer.explain(new Pair(pattern, 1, 4, 2)).shown()).isZero();
    assertThat(explainer.explain(new Pair(pattern, 1, 4, 1)).isLeaf()).isFalse();
    assertThat(explainer.explain(new Pair(pattern, 1, 3, 2)).isLeaf()).isFalse();
    Explanation read = explainer.explain(new At(new HookPoint(Site.Z, 0), 4, 32));
    assertThat(read.error()).isLessThan(1e-6);
  }

  @Test
  void anEndThatWasSetHasNoPartsButStillALogit() {
    Gpt2Explainer explainer =
        explainer(at(Site.LN_FINAL, 0, Selection.ofUnit(9), new Replacement.Zero()));
    Explanation logit = explainer.explain(new Logit(1, ID));
    assertThat(logit.error()).isLessThan(1e-5);
    assertThat(logit.seeAlso()).isEmpty();
    assertThat(explainer.hasContributions(1)).isFalse();
    assertThat(explainer.explain(new At(HookPoint.of(Site.LN_FINAL), 1, 9)).isLeaf()).isTrue();
  }

  @Test
  void headsResultsThatWereSetAreToldFromWhatWasKept() {
    Intervention zero = at(Site.RESULT, 1, Selection.ofHead(2), new Replacement.Zero());
    At head = new At(new HookPoint(Site.RESULT, 1), 3, 2 * 192 + 11);
    At other = new At(new HookPoint(Site.RESULT, 1), 3, 192 + 11);
    At all = new At(new HookPoint(Site.ATTN_OUT, 1), 3, 11);
    Set<HookPoint> points = new HashSet<>(TracedDemo.everything(weights.config()).points());
    points.add(head.point());
    Gpt2Trace kept = TracedDemo.trace(weights, PROMPT, new Keep(points, Keep.Logits.ALL), zero);
    Gpt2Explainer explainer = TracedDemo.explainer(kept, weights, zero);
    assertThat(explainer.explain(head).isLeaf()).isTrue();
    assertThat(explainer.explain(other).error()).isLessThan(1e-6);
    assertThat(explainer.explain(all).error()).isLessThan(1e-6);
    assertThat(explainer.explain(all).sources()).contains(head, other);
    assertSumOfParts(explainer, 3);
    Gpt2Explainer without = explainer(zero);
    assertThat(without.knows(head)).isFalse();
    assertThat(without.explain(all).isLeaf()).isTrue();
    assertSumOfParts(without, 3);
  }
}

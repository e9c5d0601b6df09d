package org.inferscope.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.model.gpt2.Intervention.Replacement;
import org.inferscope.model.gpt2.Intervention.Selection;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pass that goes on from the first block that is touched, against the whole pass. */
class RerunTest {
  private static final List<Integer> PROMPT = List.of(322, 561, 1204, 17, 988, 2, 1999);
  private static final Set<Site> KEPT = EnumSet.complementOf(EnumSet.of(Site.RESULT));
  private static final Keep KEEP =
      new Keep(Keep.everywhere(DemoModel.CONFIG, KEPT), Keep.Logits.ALL);

  private Backend backend;
  private Gpt2 model;
  private Gpt2Trace before;

  @BeforeEach
  void load() {
    backend = new OpenBlasLoader().load();
    model = Gpt2.load(backend, new DemoModel(), () -> {});
    before = model.trace(PROMPT, KEEP, List.of(), () -> {});
  }

  @AfterEach
  void close() {
    model.close();
    backend.close();
  }

  private static Intervention zero(Site site, int layer, Selection where) {
    return new Intervention(new HookPoint(site, layer), where, new Replacement.Zero());
  }

  private static Intervention mean(Site site, int layer, Selection where) {
    return new Intervention(new HookPoint(site, layer), where, new Replacement.Mean());
  }

  private static List<List<Intervention>> ways() {
    return List.of(
        List.of(zero(Site.Z, 0, Selection.ofHead(5))),
        List.of(mean(Site.Z, 3, Selection.ofHead(2))),
        List.of(zero(Site.MLP_OUT, 5, Selection.ALL)),
        List.of(zero(Site.RESID_PRE, 0, Selection.ofPosition(1))),
        List.of(zero(Site.EMBED, 0, Selection.ofPosition(2))),
        List.of(
            mean(Site.PATTERN, 4, Selection.ofHead(0)), zero(Site.POST, 2, Selection.ofUnit(7))),
        List.of(zero(Site.LN_FINAL, 0, Selection.ofUnit(3))));
  }

  @Test
  void keepsWhatTheWholePassKeeps() {
    for (List<Intervention> way : ways()) {
      Gpt2Trace whole = model.trace(PROMPT, KEEP, way, () -> {});
      Gpt2Trace again = Rerun.trace(model, before, way, () -> {});
      assertThat(again.kept()).isEqualTo(whole.kept());
      for (HookPoint point : whole.kept()) {
        assertThat(difference(whole, again, point)).as("%s %s", way, point).isLessThan(1e-5);
      }
      for (int position = 0; position < PROMPT.size(); position++) {
        float[] logits = again.logits(position).logits();
        assertThat(Accuracy.maxAbsDiff(logits, whole.logits(position).logits())).isLessThan(1e-4);
      }
    }
  }

  private static double difference(Gpt2Trace a, Gpt2Trace b, HookPoint point) {
    if (!point.site().isOfPairs()) {
      return Accuracy.maxAbsDiff(a.values(point).toArray(), b.values(point).toArray())
          / Math.max(1, largest(a.values(point)));
    }
    double most = 0;
    for (int head = 0; head < a.config().heads(); head++) {
      for (int query = 0; query < a.tokens(); query++) {
        float[] row = a.pairs(point, head, query);
        most = Math.max(most, Accuracy.maxAbsDiff(row, b.pairs(point, head, query)));
      }
    }
    return most;
  }

  private static double largest(Matrix values) {
    double most = 0;
    for (float each : values.toArray()) {
      most = Math.max(most, Math.abs(each));
    }
    return most;
  }

  @Test
  void severalWaysAtOnceGiveWhatEachGivesAlone() {
    for (int position : new int[] {2, 6}) {
      Rerun.Ends ends = Rerun.ends(model, before, ways(), position, () -> {});
      for (int i = 0; i < ways().size(); i++) {
        Gpt2Trace alone = model.trace(PROMPT, KEEP, ways().get(i), () -> {});
        float[] logits = ends.next().get(i).logits();
        assertThat(Accuracy.maxAbsDiff(logits, alone.logits(position).logits()))
            .as("way %s, position %s", i, position)
            .isLessThan(1e-4);
        float[] normal = alone.values(HookPoint.of(Site.LN_FINAL)).row(position);
        assertThat(Accuracy.maxAbsDiff(ends.normal().row(i), normal)).isLessThan(1e-4);
      }
    }
  }

  @Test
  void goesOnFromAStreamThatWasKeptUnderAnotherName() {
    Set<HookPoint> states = new HashSet<>(Keep.hiddenStates(DemoModel.CONFIG));
    Gpt2Trace little = model.trace(PROMPT, new Keep(states, Keep.Logits.LAST), List.of(), () -> {});
    Intervention head = zero(Site.Z, 4, Selection.ofHead(1));
    List<Integer> blocks = new ArrayList<>();
    Gpt2Trace again = Rerun.trace(model, little, List.of(head), () -> blocks.add(0));
    Gpt2Trace whole = model.trace(PROMPT, KEEP, List.of(head), () -> {});
    assertThat(again.kept()).isEqualTo(states);
    assertThat(again.hasLogits(0)).isFalse();
    assertThat(Accuracy.maxAbsDiff(again.next().logits(), whole.next().logits())).isLessThan(1e-4);
    assertThat(blocks).as("blocks 4 and 5, and one look before the logits").hasSize(3);
  }

  @Test
  void sharesWhatLiesBeforeTheFirstReplacedValue() {
    Gpt2Trace again =
        Rerun.trace(model, before, List.of(zero(Site.Z, 3, Selection.ofHead(0))), () -> {});
    HookPoint early = new HookPoint(Site.MLP_OUT, 2);
    assertThat(again.values(early)).isSameAs(before.values(early));
    HookPoint late = new HookPoint(Site.MLP_OUT, 3);
    assertThat(again.values(late)).isNotEqualTo(before.values(late));
  }

  @Test
  void headsWithoutAValueLeaveTheBiasAlone() {
    // All heads of a block read nothing: what attention adds is the bias of its projection.
    List<Intervention> heads = new ArrayList<>();
    for (int head = 0; head < DemoModel.CONFIG.heads(); head++) {
      heads.add(zero(Site.Z, 2, Selection.ofHead(head)));
    }
    float[] bias = new float[DemoModel.CONFIG.width()];
    new DemoModel().values("h.2.attn.c_proj.bias").get(0).get(bias);
    List<Float> rows = new ArrayList<>();
    for (int t = 0; t < PROMPT.size(); t++) {
      for (float each : bias) {
        rows.add(each);
      }
    }
    Intervention patched =
        new Intervention(
            new HookPoint(Site.ATTN_OUT, 2), Selection.ALL, new Replacement.Patch(rows));
    float[] without = Rerun.trace(model, before, heads, () -> {}).next().logits();
    float[] biased = model.trace(PROMPT, KEEP, List.of(patched), () -> {}).next().logits();
    assertThat(Accuracy.maxAbsDiff(without, biased)).isLessThan(1e-4);
  }

  @Test
  void canBeGivenUpBetweenBlocksAndRefusesWhatDoesNotFit() {
    Runnable no =
        () -> {
          throw new CancellationException();
        };
    List<Intervention> head = List.of(zero(Site.Z, 2, Selection.ofHead(0)));
    assertThatThrownBy(() -> Rerun.trace(model, before, head, no))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> Rerun.ends(model, before, List.of(head), 7, () -> {}))
        .hasMessageContaining("position");
    assertThatThrownBy(() -> Rerun.ends(model, before, List.of(), 0, () -> {}))
        .hasMessageContaining("ways");
    List<Intervention> beyond = List.of(zero(Site.Z, 6, Selection.ofHead(0)));
    assertThatThrownBy(() -> Rerun.ends(model, before, Collections.nCopies(2, beyond), 0, () -> {}))
        .hasMessageContaining("layer");
  }
}

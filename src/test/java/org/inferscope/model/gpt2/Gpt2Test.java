package org.inferscope.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.reference.ReferenceBackend.Accumulation;
import org.inferscope.model.gpt2.Intervention.Replacement;
import org.inferscope.model.gpt2.Intervention.Selection;
import org.inferscope.model.gpt2.Keep.Logits;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model does with prompts, hooks, batches and its cache. */
class Gpt2Test {
  private static final Keep ALL_LOGITS = new Keep(Set.of(), Logits.ALL);
  private static final List<Integer> PROMPT = List.of(322, 561, 1204, 17, 988, 2, 1999);

  private Backend backend;
  private Gpt2 model;

  @BeforeEach
  void load() {
    backend = new OpenBlasLoader().load();
    model = Gpt2.load(backend, new DemoModel(), () -> {});
  }

  @AfterEach
  void close() {
    model.close();
    backend.close();
  }

  @Test
  void countsTheParametersOfThePublishedModels() {
    assertThat(Gpt2Config.SMALL.parameterCount()).isEqualTo(124_439_808);
    assertThat(Gpt2Config.MEDIUM.parameterCount()).isEqualTo(354_823_168);
    assertThat(Gpt2Config.LARGE.parameterCount()).isEqualTo(774_030_080);
    assertThat(Gpt2Config.XL.parameterCount()).isEqualTo(1_557_611_200);
    assertThat(DemoModel.CONFIG.parameterCount()).isEqualTo(3_111_936);
  }

  @Test
  void ofGpt2SmallsShapesItAgreesWithFloat64() {
    RandomWeights weights = new RandomWeights(Gpt2Config.SMALL, 7);
    List<Integer> ids = IntStream.range(0, 64).mapToObj(i -> (i * 7919 + 13) % 50257).toList();
    Keep keep = new Keep(Keep.hiddenStates(Gpt2Config.SMALL), Logits.LAST);
    Gpt2Trace exact;
    try (Backend reference = new ReferenceBackend(Accumulation.FLOAT64);
        Gpt2 slow = Gpt2.load(reference, weights, () -> {})) {
      exact = slow.trace(ids, keep, List.of(), () -> {});
    }
    try (Gpt2 quick = Gpt2.load(backend, weights, () -> {})) {
      Gpt2Trace trace = quick.trace(ids, keep, List.of(), () -> {});
      for (int index = 0; index <= 12; index++) {
        double[] expected = exact.hiddenState(index).toDoubles();
        float[] actual = trace.hiddenState(index).toArray();
        assertThat(Accuracy.relativeFrobenius(actual, expected)).isLessThan(2e-4);
      }
      double[] logits = Matrix.owning(1, 50257, exact.next().logits()).toDoubles();
      assertThat(Accuracy.relativeFrobenius(trace.next().logits(), logits)).isLessThan(2e-4);
      assertTokenByToken(quick, ids.subList(0, 6));
      assertAlone(quick, List.of(ids.subList(0, 5), ids.subList(20, 23)));
    }
  }

  @Test
  void tokenByTokenItSaysTheSameAsAtOnce() {
    assertTokenByToken(model, PROMPT);
  }

  private static void assertTokenByToken(Gpt2 model, List<Integer> prompt) {
    Gpt2Trace whole = model.trace(prompt, ALL_LOGITS, List.of(), () -> {});
    try (Decoder decoder = model.decoder(prompt.size())) {
      for (int position = 0; position < prompt.size(); position++) {
        float[] logits = decoder.next(prompt.subList(position, position + 1), () -> {});
        assertThat(Accuracy.maxAbsDiff(logits, whole.logits(position).logits())).isLessThan(1e-4);
      }
    }
  }

  /** Prompts that go through the model together get the logits that each gets alone. */
  private static void assertAlone(Gpt2 model, List<List<Integer>> prompts) {
    List<Gpt2Trace> together = model.traceAll(prompts, ALL_LOGITS, List.of(), () -> {});
    for (int i = 0; i < prompts.size(); i++) {
      Gpt2Trace alone = model.trace(prompts.get(i), ALL_LOGITS, List.of(), () -> {});
      for (int position = 0; position < alone.tokens(); position++) {
        float[] logits = together.get(i).logits(position).logits();
        assertThat(Accuracy.maxAbsDiff(logits, alone.logits(position).logits())).isLessThan(1e-4);
      }
    }
  }

  @Test
  void continuesAfterWhatItForgot() {
    Gpt2Trace whole = model.trace(PROMPT, ALL_LOGITS, List.of(), () -> {});
    try (Decoder decoder = model.decoder(20)) {
      decoder.next(PROMPT.subList(0, 3), () -> {});
      decoder.next(List.of(5, 6, 7, 8), () -> {});
      decoder.truncate(3);
      float[] logits = decoder.next(PROMPT.subList(3, 7), () -> {});
      assertThat(Accuracy.maxAbsDiff(logits, whole.next().logits())).isLessThan(1e-4);
    }
  }

  @Test
  void promptsInABatchGetWhatTheyGetAlone() {
    List<List<Integer>> prompts =
        List.of(PROMPT, List.of(3), List.of(1000, 900, 800), PROMPT.subList(2, 6));
    Keep keep = Keep.everything(model.config());
    List<Gpt2Trace> together = model.traceAll(prompts, keep, List.of(), () -> {});
    for (int i = 0; i < prompts.size(); i++) {
      assertSame(together.get(i), model.trace(prompts.get(i), keep, List.of(), () -> {}), 5e-4);
    }
  }

  private static void assertSame(Gpt2Trace actual, Gpt2Trace expected, double tolerance) {
    for (HookPoint point : Keep.everything(expected.config()).points()) {
      if (point.site().isOfPairs()) {
        for (int head = 0; head < expected.config().heads(); head++) {
          for (int query = 0; query < expected.tokens(); query++) {
            float[] own = actual.pairs(point, head, query);
            float[] other = expected.pairs(point, head, query);
            assertThat(Accuracy.maxAbsDiff(own, other)).as("%s", point).isLessThan(tolerance);
          }
        }
      } else {
        double difference = Accuracy.maxAbsDiff(actual.values(point), expected.values(point));
        assertThat(difference).as("%s", point).isLessThan(tolerance);
      }
    }
    for (int position = 0; position < expected.tokens(); position++) {
      float[] own = actual.logits(position).logits();
      float[] other = expected.logits(position).logits();
      assertThat(Accuracy.maxAbsDiff(own, other)).isLessThan(tolerance);
    }
  }

  @Test
  void whatIsKeptFitsTogether() {
    Gpt2Config config = model.config();
    Gpt2Trace trace = model.trace(PROMPT, Keep.everything(config), List.of(), () -> {});
    for (int layer = 0; layer < config.layers(); layer++) {
      Matrix pre = trace.values(new HookPoint(Site.RESID_PRE, layer));
      Matrix attention = trace.values(new HookPoint(Site.ATTN_OUT, layer));
      Matrix mid = trace.values(new HookPoint(Site.RESID_MID, layer));
      Matrix mlp = trace.values(new HookPoint(Site.MLP_OUT, layer));
      Matrix post = trace.values(new HookPoint(Site.RESID_POST, layer));
      Matrix results = trace.values(new HookPoint(Site.RESULT, layer));
      float[] bias = bias("h." + layer + ".attn.c_proj.bias");
      for (int t = 0; t < PROMPT.size(); t++) {
        for (int d = 0; d < config.width(); d++) {
          assertThat(pre.get(t, d) + attention.get(t, d)).isEqualTo(mid.get(t, d), within(1e-4f));
          assertThat(mid.get(t, d) + mlp.get(t, d)).isEqualTo(post.get(t, d), within(1e-4f));
          float sum = bias[d];
          for (int h = 0; h < config.heads(); h++) {
            sum += results.get(t, h * config.width() + d);
          }
          assertThat(sum).isEqualTo(attention.get(t, d), within(1e-4f));
        }
        assertPatternIsSoftmaxOfScores(trace, layer, t);
      }
    }
    Matrix start = trace.values(new HookPoint(Site.RESID_PRE, 0));
    Matrix tokens = trace.values(HookPoint.of(Site.EMBED));
    Matrix positions = trace.values(HookPoint.of(Site.POS_EMBED));
    assertThat(tokens.get(2, 5) + positions.get(2, 5)).isEqualTo(start.get(2, 5), within(1e-6f));
  }

  private static float[] bias(String name) {
    try (DemoModel weights = new DemoModel()) {
      FloatBuffer buffer = weights.values(name).get(0);
      float[] bias = new float[buffer.remaining()];
      buffer.get(bias);
      return bias;
    }
  }

  private static void assertPatternIsSoftmaxOfScores(Gpt2Trace trace, int layer, int query) {
    for (int head = 0; head < trace.config().heads(); head++) {
      float[] scores = trace.pairs(new HookPoint(Site.SCORES, layer), head, query);
      float[] pattern = trace.pairs(new HookPoint(Site.PATTERN, layer), head, query);
      double sum = 0;
      for (float score : scores) {
        sum += Math.exp(score);
      }
      for (int key = 0; key <= query; key++) {
        assertThat((double) pattern[key]).isEqualTo(Math.exp(scores[key]) / sum, within(1e-5));
      }
    }
  }

  @Test
  void keepingChangesNothing() {
    Gpt2Trace little = model.trace(PROMPT, Keep.nextToken(), List.of(), () -> {});
    Gpt2Trace all = model.trace(PROMPT, Keep.everything(model.config()), List.of(), () -> {});
    assertThat(Accuracy.maxAbsDiff(little.next().logits(), all.next().logits())).isLessThan(1e-4);
    assertThat(little.has(new HookPoint(Site.PATTERN, 0))).isFalse();
    assertThatThrownBy(() -> little.hiddenState(0)).hasMessageContaining("not kept");
    assertThat(little.hasLogits(0)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void patchingWithTheSameValuesChangesNothing(Site site) {
    HookPoint point = new HookPoint(site, site.isInBlocks() ? 3 : 0);
    Keep keep = new Keep(Set.of(point), Logits.LAST);
    Gpt2Trace before = model.trace(PROMPT, keep, List.of(), () -> {});
    List<Float> values = new ArrayList<>();
    if (site.isOfPairs()) {
      for (int head = 0; head < 6; head++) {
        for (int query = 0; query < PROMPT.size(); query++) {
          for (float value : before.pairs(point, head, query)) {
            values.add(value);
          }
        }
      }
    } else {
      for (float value : before.values(point).toArray()) {
        values.add(value);
      }
    }
    Intervention same = new Intervention(point, Selection.ALL, new Replacement.Patch(values));
    Gpt2Trace after = model.trace(PROMPT, keep, List.of(same), () -> {});
    assertThat(Accuracy.maxAbsDiff(before.next().logits(), after.next().logits())).isLessThan(1e-4);
    Intervention other =
        new Intervention(point, Selection.ALL, new Replacement.Patch(negative(values)));
    Gpt2Trace changed = model.trace(PROMPT, keep, List.of(other), () -> {});
    assertThat(Accuracy.maxAbsDiff(before.next().logits(), changed.next().logits()))
        .isGreaterThan(1e-3);
  }

  private static List<Float> negative(List<Float> values) {
    return values.stream().map(value -> -value).toList();
  }

  @Test
  void ablatingAHeadAtWhatItReadsIsAblatingItsResult() {
    Keep keep = Keep.nextToken();
    Selection head = Selection.ofHead(2);
    Gpt2Trace read = model.trace(PROMPT, keep, List.of(zero(Site.Z, 4, head)), () -> {});
    Gpt2Trace result = model.trace(PROMPT, keep, List.of(zero(Site.RESULT, 4, head)), () -> {});
    Gpt2Trace none = model.trace(PROMPT, keep, List.of(), () -> {});
    assertThat(Accuracy.maxAbsDiff(read.next().logits(), result.next().logits())).isLessThan(1e-4);
    assertThat(none.next().divergence(read.next())).isGreaterThan(1e-6);
  }

  private static Intervention zero(Site site, int layer, Selection where) {
    return new Intervention(new HookPoint(site, layer), where, new Replacement.Zero());
  }

  @Test
  void replacesTheSelectedValuesOnly() {
    HookPoint neurons = new HookPoint(Site.POST, 1);
    Keep keep = new Keep(Set.of(neurons), Logits.NONE);
    Matrix before = model.trace(PROMPT, keep, List.of(), () -> {}).values(neurons);
    Intervention neuron = zero(Site.POST, 1, Selection.ofUnit(70));
    Matrix after = model.trace(PROMPT, keep, List.of(neuron), () -> {}).values(neurons);
    for (int t = 0; t < PROMPT.size(); t++) {
      assertThat(after.get(t, 70)).isZero();
      assertThat(after.get(t, 71)).isEqualTo(before.get(t, 71), within(1e-5f));
    }
    Intervention token = zero(Site.POST, 1, Selection.ofPosition(3));
    Matrix ablated = model.trace(PROMPT, keep, List.of(token), () -> {}).values(neurons);
    assertThat(ablated.row(3)).containsOnly(0);
    assertThat(ablated.get(2, 70)).isEqualTo(before.get(2, 70), within(1e-5f));
  }

  @Test
  void theMeanOfAHeadIsThatOverTheTokens() {
    HookPoint read = new HookPoint(Site.Z, 2);
    Keep keep = new Keep(Set.of(read), Logits.NONE);
    Matrix before = model.trace(PROMPT, keep, List.of(), () -> {}).values(read);
    Intervention mean = new Intervention(read, Selection.ofHead(1), new Replacement.Mean());
    Matrix after = model.trace(PROMPT, keep, List.of(mean), () -> {}).values(read);
    double sum = 0;
    for (int t = 0; t < PROMPT.size(); t++) {
      sum += before.get(t, 32 + 5);
    }
    assertThat((double) after.get(4, 32 + 5)).isEqualTo(sum / PROMPT.size(), within(1e-5));
    assertThat(after.get(4, 5)).isEqualTo(before.get(4, 5), within(1e-5f));
  }

  @Test
  void theMeanOfAnAttentionRowSpreadsIt() {
    HookPoint pattern = new HookPoint(Site.PATTERN, 2);
    Intervention mean = new Intervention(pattern, Selection.ofHead(1), new Replacement.Mean());
    Keep keep = new Keep(Set.of(pattern), Logits.NONE);
    Gpt2Trace after = model.trace(PROMPT, keep, List.of(mean), () -> {});
    for (float value : after.pairs(pattern, 1, 3)) {
      assertThat(value).isEqualTo(0.25f, within(1e-5f));
    }
    assertThat(after.pair(pattern, 1, 0, 3)).isZero();
  }

  @Test
  void refusesInterventionsThatDoNotFit() {
    assertRefused(zero(Site.Z, 6, Selection.ALL), "'layer' must be below 6");
    assertRefused(zero(Site.Z, 0, Selection.ofHead(6)), "'head'");
    assertRefused(zero(Site.RESID_PRE, 0, Selection.ofHead(1)), "'head'");
    assertRefused(zero(Site.RESID_PRE, 0, Selection.ofPosition(7)), "'position'");
    assertRefused(zero(Site.POST, 0, Selection.ofUnit(768)), "'unit'");
    assertRefused(
        new Intervention(
            new HookPoint(Site.Z, 0), Selection.ofHead(0), new Replacement.Patch(List.of(1f))),
        "'patch' has length 1, 'selected values' has length 224");
  }

  private void assertRefused(Intervention intervention, String message) {
    assertThatThrownBy(() -> model.trace(PROMPT, Keep.nextToken(), List.of(intervention), () -> {}))
        .hasMessageContaining(message);
  }

  @Test
  void refusesPromptsInWords() {
    assertThatThrownBy(() -> model.trace(List.of(), Keep.nextToken(), List.of(), () -> {}))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("The prompt has no token. It needs at least one.");
    List<Integer> longer = Collections.nCopies(300, 5);
    assertThatThrownBy(() -> model.trace(longer, Keep.nextToken(), List.of(), () -> {}))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("The prompt has 300 tokens, 44 more than the 256 that the model can look at.");
    assertThatThrownBy(() -> model.trace(List.of(5, 2048), Keep.nextToken(), List.of(), () -> {}))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("There is no token 2,048: the vocabulary goes from 0 to 2,047.");
  }

  @Test
  void aDecoderThatIsFullSaysSo() {
    try (Decoder decoder = model.decoder(256)) {
      decoder.next(Collections.nCopies(256, 5), () -> {});
      assertThatThrownBy(() -> decoder.next(List.of(5), () -> {}))
          .isInstanceOf(InferscopeException.class)
          .hasMessageContaining("257 tokens, 1 more");
    }
  }

  @Test
  void givenUpAnywhereItGoesOnAsIfNothingHadBeen() {
    Gpt2Trace expected = model.trace(PROMPT, Keep.nextToken(), List.of(), () -> {});
    Keep keep = Keep.everything(model.config());
    for (int i = 0; i < 200; i++) {
      int last = i % 8;
      int[] calls = {0};
      Runnable checkpoint =
          () -> {
            if (calls[0]++ == last) {
              throw new CancellationException();
            }
          };
      if (last == 7) {
        model.trace(PROMPT, keep, List.of(), checkpoint);
      } else {
        assertThatThrownBy(() -> model.trace(PROMPT, keep, List.of(), checkpoint))
            .isInstanceOf(CancellationException.class);
      }
    }
    Gpt2Trace after = model.trace(PROMPT, Keep.nextToken(), List.of(), () -> {});
    assertThat(after.next().logits()).isEqualTo(expected.next().logits());
  }

  @Test
  void theLensAtTheLastStateSaysWhatTheModelSays() {
    Keep keep = new Keep(Keep.hiddenStates(model.config()), Logits.ALL);
    Gpt2Trace trace = model.trace(PROMPT, keep, List.of(), () -> {});
    LogitLens lens = LogitLens.empty(trace, 3);
    assertThat(lens.states()).isEqualTo(7);
    while (!lens.isComplete()) {
      int size = lens.size();
      lens = lens.next(model, trace, 2, () -> {});
      assertThat(lens.size()).isGreaterThan(size);
    }
    for (int position = 0; position < PROMPT.size(); position++) {
      Distribution said = trace.logits(position);
      LogitLens.Cell cell = lens.cell(6, position).orElseThrow();
      assertThat(cell.top())
          .extracting(Distribution.Scored::id)
          .isEqualTo(said.top(3).stream().map(Distribution.Scored::id).toList());
      assertThat(cell.own().id()).isEqualTo(said.best());
      assertThat(cell.own().probability()).isEqualTo(said.probability(said.best()), within(1e-5));
      assertThat(cell.rank()).isZero();
    }
    assertThat(lens.cell(0, 2)).isNotEqualTo(lens.cell(6, 2));
    assertThat(lens.next(model, trace, 2, () -> {})).isSameAs(lens);
  }

  @Test
  void aColumnOfTheLensAgreesWithItsCells() {
    Keep keep = new Keep(Keep.hiddenStates(model.config()), Logits.NONE);
    Gpt2Trace trace = model.trace(PROMPT, keep, List.of(), () -> {});
    LogitLens lens = LogitLens.empty(trace, 1);
    while (!lens.isComplete()) {
      lens = lens.next(model, trace, 64, () -> {});
    }
    List<Distribution> column = LogitLens.column(model, trace, 1, () -> {});
    assertThat(column).hasSize(lens.states());
    for (int index = 0; index < lens.states(); index++) {
      LogitLens.Cell cell = lens.cell(index, 1).orElseThrow();
      assertThat(column.get(index).rank(cell.own().id())).isEqualTo(cell.rank());
      assertThat(column.get(index).logit(cell.own().id()))
          .isEqualTo(cell.own().logit(), within(1e-4f));
    }
  }

  @Test
  void measuresHiddenStates() {
    Keep keep = new Keep(Keep.hiddenStates(model.config()), Logits.NONE);
    Gpt2Trace trace = model.trace(PROMPT, keep, List.of(), () -> {});
    assertThat(trace.hasHiddenStates()).isTrue();
    double squares = 0;
    for (float x : trace.hiddenState(2).row(1)) {
      squares += x * x;
    }
    assertThat(trace.norm(2, 1)).isEqualTo(Math.sqrt(squares), within(1e-4));
    assertThat(trace.cosine(2, 1)).isBetween(0.2, 1.0);
  }

  @Test
  void changesBackToTheWeightsItWasLoadedWith() {
    Gpt2Trace before = model.trace(PROMPT, Keep.nextToken(), List.of(), () -> {});
    Gpt2.Conversion conversion = model.convert(DType.INT8);
    assertThatThrownBy(() -> model.use(conversion)).hasMessageContaining("complete");
    while (!conversion.isComplete()) {
      conversion.step();
    }
    model.use(conversion);
    assertThat(model.format()).isEqualTo(DType.INT8);
    Gpt2Trace rounded = model.trace(PROMPT, Keep.nextToken(), List.of(), () -> {});
    assertThat(rounded.next().logits()).isNotEqualTo(before.next().logits());
    model.use(model.convert(DType.FP32));
    Gpt2Trace after = model.trace(PROMPT, Keep.nextToken(), List.of(), () -> {});
    assertThat(after.next().logits()).isEqualTo(before.next().logits());
  }
}

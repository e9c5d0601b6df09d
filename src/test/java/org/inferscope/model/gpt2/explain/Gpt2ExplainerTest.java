package org.inferscope.model.gpt2.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Contribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Cosine;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensLogit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensProbability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Logit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitParts;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Norm;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Probability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Typed;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of single numbers, and of those that cannot be explained in full. */
class Gpt2ExplainerTest {
  private static final Path FIXTURES =
      Path.of("src", "test", "resources", "org", "inferscope", "model", "gpt2", "fixtures");

  /** As far as the fixtures' float64 implementation and a float32 pass may differ. */
  private static final double OF_FIXTURES = 2e-4;

  private static final List<Integer> PROMPT = List.of(322, 561, 322, 17);
  private static final int LAST = 3;
  private static final int ID = 77;

  private final DemoModel weights = new DemoModel();
  private final Gpt2Trace trace = TracedDemo.trace(weights, PROMPT);
  private final Gpt2Explainer explainer = TracedDemo.explainer(trace, weights);

  @ParameterizedTest
  @ValueSource(strings = {"seed", "shapes", "one-token"})
  void logitsAreThoseOfAnIndependentImplementation(String name) throws Exception {
    String json = Files.readString(FIXTURES.resolve(name + ".json"));
    List<Integer> ids = new ArrayList<>();
    JsonObject fixture = JsonParser.parseString(json).getAsJsonObject();
    fixture.getAsJsonArray("token_ids").forEach(id -> ids.add(id.getAsInt()));
    Gpt2Explainer ours = TracedDemo.explainer(TracedDemo.trace(weights, ids), weights);
    float[] expected;
    try (SafetensorsFile file = SafetensorsFile.open(FIXTURES.resolve(name + ".safetensors"))) {
      expected = file.read("logits");
    }
    int vocabulary = weights.config().vocabulary();
    for (int position = 0; position < ids.size(); position += 5) {
      for (int id = 0; id < vocabulary; id += 311) {
        double logit = expected[position * vocabulary + id];
        assertThat(ours.explain(new Logit(position, id)).exact())
            .isEqualTo(logit, within(OF_FIXTURES));
        assertThat(ours.explain(new LogitParts(position, id)).exact())
            .isEqualTo(logit, within(OF_FIXTURES));
      }
    }
  }

  @Test
  void contributionsAddUpToTheLogitTheLargestFirst() {
    List<PartContribution> all = explainer.contributions(LAST, ID);
    double logit = trace.logits(LAST).logit(ID);
    assertThat(all.stream().mapToDouble(PartContribution::value).sum())
        .isEqualTo(logit, within(1e-4));
    // Two embeddings; six layers of six heads, a bias and an MLP; the final norm's bias.
    assertThat(all).hasSize(2 + 6 * (6 + 1 + 1) + 1);
    assertThat(all)
        .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())));
    for (PartContribution one : all) {
      Explanation explanation = explainer.explain(new Contribution(LAST, ID, one.part()));
      assertThat(explanation.exact()).isEqualTo(one.value(), within(1e-5));
    }
  }

  /** What a head adds, once more from the definition: its output alone through the frozen norm. */
  @Test
  void aHeadsContributionIsItsOutputThroughTheFrozenNormAndTheUnembedding() {
    int layer = 4;
    int head = 3;
    int width = weights.config().width();
    double[] result = new double[width];
    double mean = 0;
    for (int i = 0; i < width; i++) {
      At at = new At(new HookPoint(Site.RESULT, layer), LAST, head * width + i);
      result[i] = explainer.explain(at).exact();
      mean += result[i] / width;
    }
    float[] stream = trace.values(new HookPoint(Site.RESID_POST, 5)).row(LAST);
    double middle = IntStream.range(0, width).mapToDouble(i -> stream[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, width)
            .mapToDouble(i -> Math.pow(stream[i] - middle, 2))
            .average()
            .orElseThrow();
    double expected = 0;
    for (int i = 0; i < width; i++) {
      double gain = weights.values("ln_f.weight").get(0).get(i);
      double token = weights.values("wte.weight").get(0).get(ID * width + i);
      expected += (result[i] - mean) / Math.sqrt(variance + 1e-5f) * gain * token;
    }
    Contribution one = new Contribution(LAST, ID, new Part.Head(layer, head));
    assertThat(explainer.explain(one).exact()).isEqualTo(expected, within(1e-9));
  }

  @Test
  void anUnembeddingOfItsOwnIsRead() {
    ChangedWeights untied = new ChangedWeights(3);
    Gpt2Trace pass = TracedDemo.trace(untied, PROMPT);
    Gpt2Explainer ours = TracedDemo.explainer(pass, untied);
    for (int id : new int[] {0, 5, 1000, 2047}) {
      Explanation logit = ours.explain(new Logit(1, id));
      assertThat(logit.shown()).isEqualTo((double) pass.logits(1).logit(id));
      assertThat(logit.error()).isLessThan(1e-5);
      assertThat(logit.sources()).contains(new Weight(Gpt2Weights.UNEMBEDDING, id, 191));
      assertThat(logit.formula()).contains("lm_head");
      assertThat(ours.explain(new LogitParts(1, id)).error()).isLessThan(1e-4);
      assertThat(ours.explain(new LensLogit(6, 1, id)).error()).isLessThan(1e-5);
    }
    assertThat(explainer.knows(new Weight(Gpt2Weights.UNEMBEDDING, 0, 0))).isFalse();
  }

  @Test
  void hiddenStatesAreCountedFromTheEmbeddingToTheFinalNorm() {
    for (int state = 0; state <= 6; state++) {
      Explanation norm = explainer.explain(new Norm(state, 1));
      assertThat(norm.shown()).isEqualTo(trace.norm(state, 1));
      assertThat(norm.terms().stream().mapToDouble(Term::contribution).sum())
          .isEqualTo(norm.exact(), within(1e-9));
    }
    assertThat(explainer.explain(new Norm(6, 1)).sources())
        .contains(new At(HookPoint.of(Site.LN_FINAL), 1, 0));
    assertThat(explainer.explain(new Cosine(5, 1)).exact())
        .isEqualTo(trace.cosine(5, 1), within(1e-12));
    assertThat(explainer.explain(new LensProbability(6, 1, ID)).exact())
        .isEqualTo(trace.logits(1).probability(ID), within(1e-6));
  }

  @Test
  void namesAreTheFieldsAndTokensThatComeTwiceHaveTheirPosition() {
    assertThat(explainer.label(new At(new HookPoint(Site.RESID_POST, 3), 1, 17)))
        .isEqualTo("resid_post 3 [t561, 17]");
    assertThat(explainer.label(new At(new HookPoint(Site.Q, 3), 1, 5 * 32 + 17)))
        .isEqualTo("q 3.5 [t561, 17]");
    assertThat(explainer.label(new Pair(new HookPoint(Site.PATTERN, 3), 5, 2, 0)))
        .isEqualTo("A 3.5 [t322₂ → t322₀]");
    assertThat(explainer.label(new Logit(LAST, ID))).isEqualTo("logit(“t77”)");
    assertThat(explainer.label(new Logit(1, ID))).isEqualTo("logit(“t77” | t561)");
    assertThat(explainer.label(new Weight("h.3.attn.c_attn.weight", 1, 2)))
        .isEqualTo("c_attn 3 [1, 2]");
    assertThat(explainer.label(new Weight("h.3.mlp.c_proj.bias", 0, 2)))
        .isEqualTo("b mlp.c_proj 3 [2]");
    assertThat(explainer.label(new Weight("h.3.ln_1.weight", 0, 2))).isEqualTo("γ ln_1 3 [2]");
    assertThat(explainer.label(new Weight("ln_f.bias", 0, 2))).isEqualTo("β ln_f [2]");
    assertThat(explainer.label(new Weight("wte.weight", ID, 2))).isEqualTo("wte [t77, 2]");
    assertThat(explainer.label(new Weight("wpe.weight", 3, 2))).isEqualTo("wpe [3, 2]");
    assertThat(explainer.label(new Typed(1))).isEqualTo("t561");
  }

  @Test
  void whatIsNotInThePassIsUnknownAndRefused() {
    HookPoint scores = new HookPoint(Site.SCORES, 0);
    List<Gpt2Ref> outside =
        List.of(
            new Pair(scores, 0, 1, 2),
            new Pair(scores, 6, 2, 1),
            new Pair(new HookPoint(Site.Q, 0), 0, 2, 1),
            new At(scores, 0, 0),
            new At(new HookPoint(Site.Q, 6), 0, 0),
            new At(new HookPoint(Site.Q, 0), 4, 0),
            new At(new HookPoint(Site.Q, 0), 0, 192),
            new At(new HookPoint(Site.Q, 0), 0, -1),
            new Logit(4, 0),
            new Logit(-1, 0),
            new Probability(0, 2048),
            new Norm(7, 0),
            new Cosine(6, 0),
            new Contribution(0, 0, new Part.Head(6, 0)),
            new Contribution(0, 0, new Part.Attention(0)),
            new Typed(4),
            new Weight("wte.weight", 2048, 0),
            new Weight("ln_f.bias", 1, 0),
            new Weight("nowhere", 0, 0));
    for (Gpt2Ref ref : outside) {
      assertThat(explainer.knows(ref)).as("%s", ref).isFalse();
      assertThatThrownBy(() -> explainer.explain(ref)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatWasNotKeptIsSaidAndLeadsNowhere() {
    Keep states = new Keep(Keep.hiddenStates(weights.config()), Keep.Logits.LAST);
    Gpt2Explainer ours = TracedDemo.explainer(TracedDemo.trace(weights, PROMPT, states), weights);
    Explanation entry = ours.explain(new At(new HookPoint(Site.RESID_POST, 2), 1, 5));
    assertThat(entry.isLeaf()).isTrue();
    assertThat(entry.meaning()).contains("not kept");
    assertThat(entry.shown())
        .isEqualTo((double) trace.values(new HookPoint(Site.RESID_POST, 2)).get(1, 5));
    Explanation logit = ours.explain(new Logit(LAST, ID));
    assertThat(logit.error()).isLessThan(1e-5);
    assertThat(logit.seeAlso()).isEmpty();
    assertThat(logit.sources()).allMatch(ours::knows);
    assertThat(ours.explain(new Norm(3, 0)).sources()).allMatch(ours::knows);
    assertThat(ours.knows(new Logit(0, ID))).isFalse();
    assertThat(ours.knows(new LogitParts(LAST, ID))).isFalse();
    assertThat(ours.hasContributions(LAST)).isFalse();
    assertThat(ours.knows(new At(new HookPoint(Site.Z, 2), 1, 5))).isFalse();
    assertThatThrownBy(() -> ours.contributions(LAST, ID))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weightsThatCannotBeReadAreToldOf() {
    for (RuntimeException reason :
        List.of(
            new InferscopeException("The file has changed."),
            new IllegalStateException("the weights are closed"))) {
      ChangedWeights failing = new ChangedWeights(3);
      Gpt2Trace pass = TracedDemo.trace(failing, PROMPT);
      Gpt2Explainer ours = TracedDemo.explainer(pass, failing);
      failing.fail(reason);
      RandomRefs refs = new RandomRefs(pass, 5);
      for (int i = 0; i < 4 * RandomRefs.kinds(); i++) {
        Gpt2Ref ref = refs.next(i % RandomRefs.kinds());
        Explanation explanation = ours.explain(ref);
        assertThat(explanation.sources()).allMatch(ours::knows);
        if (explanation.isLeaf()) {
          assertThat(explanation.meaning()).containsAnyOf("has changed", "been closed");
        }
      }
      Explanation logit = ours.explain(new Logit(1, ID));
      assertThat(logit.isLeaf()).isTrue();
      assertThat(logit.shown()).isEqualTo((double) pass.logits(1).logit(ID));
      assertThat(ours.explain(new Weight("wte.weight", 1, 1)).meaning())
          .containsAnyOf("has changed", "been closed");
    }
  }

  @Test
  void ofGpt2SmallsShapesALogitIsExplained() {
    RandomWeights small = new RandomWeights(Gpt2Config.SMALL, 7);
    Gpt2Trace pass = TracedDemo.trace(small, List.of(40, 50_256, 7));
    Gpt2Explainer ours = TracedDemo.explainer(pass, small);
    Explanation logit = ours.explain(new Logit(2, 50_000));
    assertThat(logit.error()).isLessThan(1e-4);
    assertThat(logit.terms()).hasSize(LongSum.MOST + 1);
    Explanation parts = ours.explain(new LogitParts(2, 50_000));
    assertThat(parts.error()).isLessThan(1e-4);
    assertThat(parts.terms()).hasSize(2 + 12 * 14 + 1);
    assertThat(ours.explain(new Probability(2, 50_000)).error()).isLessThan(1e-12);
  }
}

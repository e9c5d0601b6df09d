package org.inferscope.model.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every head and MLP of the embedded model taken away in turn. */
class SweepTest {
  private static final Keep KEEP =
      new Keep(Keep.everywhere(DemoModel.CONFIG, EnumSet.allOf(Site.class)), Keep.Logits.ALL);
  private static final List<Integer> PROMPT = List.of(322, 561, 1204, 17, 988, 2, 1999);

  @TempDir Path cache;
  private final DemoModel weights = new DemoModel();
  private Backend backend;
  private Gpt2 model;

  @BeforeEach
  void load() {
    backend = new OpenBlasLoader().load();
    model = Gpt2.load(backend, weights, () -> {});
  }

  @AfterEach
  void close() {
    model.close();
    backend.close();
  }

  private Gpt2Trace trace(List<Integer> ids) {
    return model.trace(ids, KEEP, List.of(), () -> {});
  }

  private Sweep complete(Gpt2Trace trace, int position, Fill fill) {
    Sweep sweep = Sweep.start(DemoModel.CONFIG, position, fill);
    while (!sweep.isComplete()) {
      sweep = sweep.step(model, trace, () -> {});
    }
    return sweep;
  }

  @ParameterizedTest
  @EnumSource(Fill.class)
  void saysOfEachPartWhatAPassWithoutItSays(Fill fill) {
    Gpt2Trace trace = trace(PROMPT);
    int position = 5;
    Sweep sweep = complete(trace, position, fill);
    int id = 17;
    Importance importance = Importance.of(weights, trace, sweep, id);
    Distribution before = trace.logits(position);
    for (Part part : importance.parts()) {
      Distribution after =
          model.trace(PROMPT, KEEP, List.of(part.without(fill)), () -> {}).logits(position);
      Effect effect = importance.effect(part).orElseThrow();
      assertThat(effect.logit()).as("%s", part).isCloseTo(after.logit(id), within(1e-4));
      assertThat(effect.logProbability()).isCloseTo(after.logProbability(id), within(1e-4));
      assertThat(effect.probability()).isCloseTo(after.probability(id), within(1e-5));
      assertThat(effect.logitChange()).isCloseTo(after.logit(id) - before.logit(id), within(2e-4));
      assertThat(effect.of(Measure.LOG_PROBABILITY))
          .isCloseTo(after.logProbability(id) - before.logProbability(id), within(2e-4));
    }
  }

  @Test
  void beginsWithTheLastBlockAndStaysWithOneBlockAtATime() {
    Gpt2Trace trace = trace(PROMPT);
    Sweep none = Sweep.start(DemoModel.CONFIG, 6, Fill.ZERO);
    assertThat(none.size()).isEqualTo(42);
    assertThat(none.next(7)).hasSize(7).startsWith(new Part.Head(5, 0)).endsWith(new Part.Mlp(5));
    assertThat(none.next(64)).containsExactly(new Part.Head(5, 0), new Part.Head(5, 1));
    assertThat(none.next(256)).containsExactly(new Part.Head(5, 0));
    Sweep one = none.step(model, trace, () -> {});
    assertThat(one.done()).isEqualTo(7);
    assertThat(none.done()).isZero();
    Importance importance = Importance.of(weights, trace, one, 3);
    Matrix changes = importance.changes(Measure.LOGIT);
    assertThat(changes.row(5)).doesNotContain(Float.NaN);
    assertThat(changes.row(4)).containsOnly(Float.NaN);
    assertThat(importance.effect(new Part.Mlp(4))).isEmpty();
    assertThat(importance.heads(Measure.LOGIT)).hasSize(6);
    assertThat(importance.with(none).heads(Measure.LOGIT)).isEmpty();
    assertThatThrownBy(() -> one.logit(new Part.Token(0), new float[192]))
        .hasMessageContaining("no part of a sweep");
  }

  @Test
  void addsUpDirectPathsAsTheSumsOfEachPartsOwnAddend() {
    Gpt2Trace trace = trace(PROMPT);
    int position = 4;
    int id = 99;
    Importance importance =
        Importance.of(weights, trace, Sweep.start(DemoModel.CONFIG, position, Fill.ZERO), id);
    double[] v = logitPerUnit(trace, position, id);
    for (Part part : importance.parts()) {
      float[] addend = addend(trace, position, part);
      double share = 0;
      for (int j = 0; j < v.length; j++) {
        share += addend[j] * v[j];
      }
      assertThat(importance.direct(part)).as("%s", part).isCloseTo(-share, within(1e-4));
    }
    Importance mean =
        Importance.of(weights, trace, Sweep.start(DemoModel.CONFIG, position, Fill.MEAN), id);
    Matrix all = trace.values(new HookPoint(Site.MLP_OUT, 3));
    double expected = 0;
    for (int j = 0; j < v.length; j++) {
      double average = 0;
      for (float each : all.column(j)) {
        average += each / (double) all.rows();
      }
      expected += (average - all.get(position, j)) * v[j];
    }
    assertThat(mean.direct(new Part.Mlp(3))).isCloseTo(expected, within(1e-4));
  }

  /** How a logit grows with each dimension, the deviation held: by moving one at a time. */
  private double[] logitPerUnit(Gpt2Trace trace, int position, int id) {
    float[] x = trace.values(new HookPoint(Site.RESID_POST, 5)).row(position);
    double deviation = Math.sqrt(variance(x) + Gpt2Config.EPSILON);
    double[] v = new double[x.length];
    double base = logit(x, deviation, id);
    for (int j = 0; j < x.length; j++) {
      float[] moved = x.clone();
      moved[j] += 1;
      v[j] = logit(moved, deviation, id) - base;
    }
    return v;
  }

  private double logit(float[] x, double deviation, int id) {
    float[] gain = vector("ln_f.weight");
    float[] bias = vector("ln_f.bias");
    float[] row = new float[x.length];
    weights.values("wte.weight").get(0).position(id * x.length).get(row);
    double mean = IntStream.range(0, x.length).mapToDouble(j -> x[j]).average().orElseThrow();
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += ((x[j] - mean) / deviation * gain[j] + bias[j]) * row[j];
    }
    return sum;
  }

  private static double variance(float[] x) {
    double mean = IntStream.range(0, x.length).mapToDouble(j -> x[j]).average().orElseThrow();
    return IntStream.range(0, x.length)
        .mapToDouble(j -> (x[j] - mean) * (x[j] - mean))
        .average()
        .orElseThrow();
  }

  private float[] vector(String name) {
    float[] numbers = new float[192];
    weights.values(name).get(0).get(numbers);
    return numbers;
  }

  private static float[] addend(Gpt2Trace trace, int position, Part part) {
    if (part instanceof Part.Mlp mlp) {
      return trace.values(new HookPoint(Site.MLP_OUT, mlp.layer())).row(position);
    }
    Part.Head head = (Part.Head) part;
    float[] all = trace.values(new HookPoint(Site.RESULT, head.layer())).row(position);
    return Arrays.copyOfRange(all, head.head() * 192, (head.head() + 1) * 192);
  }

  @Test
  void findsTheHeadsThatTheModelCardNames() throws IOException {
    JsonObject examples =
        JsonParser.parseString(Files.readString(DemoModel.FOLDER.resolve("examples.json")))
            .getAsJsonObject();
    try (Tokenizer tokenizer =
        HuggingFaceTokenizers.open(DemoModel.FOLDER, DemoModel.CONFIG.vocabulary(), cache)) {
      // Induction heads 5.2, 4.3 and 3.2; name movers 5.2, 5.3 and 4.3.
      assertThat(ranked(examples, "induction", tokenizer, Measure.DIRECT).subList(0, 5))
          .contains(new Part.Head(3, 2), new Part.Head(4, 3), new Part.Head(5, 2));
      assertThat(ranked(examples, "indirect-object", tokenizer, Measure.DIRECT).subList(0, 5))
          .contains(new Part.Head(5, 2));
      assertThat(ranked(examples, "induction", tokenizer, Measure.LOGIT).subList(0, 3))
          .contains(new Part.Head(4, 3), new Part.Head(5, 2));
    }
  }

  private List<Part.Head> ranked(
      JsonObject examples, String name, Tokenizer tokenizer, Measure measure) {
    for (var each : examples.getAsJsonArray("examples")) {
      JsonObject example = each.getAsJsonObject();
      if (example.get("id").getAsString().equals(name)) {
        List<Integer> ids =
            tokenizer.encode(example.get("prompt").getAsString()).stream().map(Token::id).toList();
        int answer = tokenizer.encode(example.get("expected_answer").getAsString()).get(0).id();
        Gpt2Trace trace = trace(ids);
        Sweep sweep = complete(trace, ids.size() - 1, Fill.ZERO);
        Importance importance = Importance.of(weights, trace, sweep, answer);
        return importance.heads(measure);
      }
    }
    throw new AssertionError("no example " + name);
  }

  @Test
  void doesWithoutDirectPathsWhereThePassKeptTooLittle() {
    RandomWeights random = new RandomWeights(new Gpt2Config(2, 2, 8, 32, 16, 50, 1e-5f), 3);
    try (Gpt2 small = Gpt2.load(backend, random, () -> {})) {
      Gpt2Trace little = small.trace(List.of(1, 2, 3), Keep.nextToken(), List.of(), () -> {});
      Sweep sweep = Sweep.start(random.config(), 2, Fill.ZERO).step(small, little, () -> {});
      Importance importance = Importance.of(random, little, sweep, 4);
      assertThat(importance.hasDirect()).isFalse();
      assertThat(importance.direct(new Part.Mlp(1))).isNaN();
      assertThat(importance.effect(new Part.Mlp(1))).isPresent();
    }
  }
}

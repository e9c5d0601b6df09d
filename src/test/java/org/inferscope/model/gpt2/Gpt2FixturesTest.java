package org.inferscope.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.opencl.OpenClTests;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.vector.VectorModule;
import org.inferscope.compute.worker.Nd4jWorker;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The embedded model against an implementation by others in float64: hidden states, attention,
 * logits, the most probable tokens, and the text it writes, on every backend.
 */
@ParameterizedClass
@MethodSource("backends")
class Gpt2FixturesTest {
  private static final double TOLERANCE = 2e-4;
  private static final Path FIXTURES =
      Path.of("src", "test", "resources", "org", "inferscope", "model", "gpt2", "fixtures");

  /** Makes a backend; may fail in any way. */
  interface Maker {
    Backend make() throws Exception;
  }

  @Parameter Maker maker;

  private Backend backend;
  private Gpt2 model;

  /** Makes backends of one worker, which is ended after the tests of a class. */
  record WorkerMaker(Nd4jWorker worker) implements Maker, AutoCloseable {
    @Override
    public Backend make() throws Exception {
      return worker.backend();
    }

    @Override
    public void close() {
      worker.close();
    }
  }

  static List<Named<Maker>> backends() {
    if (VectorModule.kernels().isPresent()) {
      // The others are the same with the module and without, and have a run of their own.
      return List.of(
          Named.of(
              "openblas with vectors",
              () -> new OpenBlasLoader(VectorModule.forProcessor()).load()));
    }
    List<Named<Maker>> all = new ArrayList<>();
    all.add(Named.of("reference", ReferenceBackend::new));
    all.add(Named.of("openblas", () -> new OpenBlasLoader().load()));
    all.add(Named.of("nd4j in a worker", new WorkerMaker(Nd4jWorker.onProcessor())));
    if (OpenClTests.present()) {
      all.add(Named.of("opencl", OpenClTests::open));
    }
    return all;
  }

  @BeforeEach
  void load() throws Exception {
    backend = maker.make();
    model = Gpt2.load(backend, new DemoModel(), () -> {});
  }

  @AfterEach
  void close() {
    model.close();
    backend.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "shapes", "one-token"})
  void agreesWithFloat64(String name) throws Exception {
    JsonObject fixture = fixture(name);
    List<Integer> ids = ints(fixture, "token_ids");
    Gpt2Trace trace = model.trace(ids, Keep.huggingFace(model.config()), List.of(), () -> {});
    try (SafetensorsFile expected = SafetensorsFile.open(FIXTURES.resolve(name + ".safetensors"))) {
      assertHiddenStates(trace, expected.read("hidden_states"));
      assertAttention(trace, expected.read("attentions_tril"));
      assertLogits(trace, expected.read("logits"));
    }
    List<Integer> top = new ArrayList<>();
    fixture.getAsJsonArray("top10").forEach(t -> top.add(t.getAsJsonObject().get("id").getAsInt()));
    assertThat(trace.next().top(10)).extracting(Distribution.Scored::id).isEqualTo(top);
  }

  private static void assertHiddenStates(Gpt2Trace trace, float[] expected) {
    int next = 0;
    for (int index = 0; index <= trace.config().layers(); index++) {
      for (float value : trace.hiddenState(index).toArray()) {
        assertThat(Math.abs(value - expected[next++]))
            .as("hidden state %d", index)
            .isLessThan((float) TOLERANCE);
      }
    }
    assertThat(next).isEqualTo(expected.length);
  }

  private static void assertAttention(Gpt2Trace trace, float[] expected) {
    int next = 0;
    for (int layer = 0; layer < trace.config().layers(); layer++) {
      HookPoint pattern = new HookPoint(Site.PATTERN, layer);
      for (int head = 0; head < trace.config().heads(); head++) {
        for (int query = 0; query < trace.tokens(); query++) {
          for (float value : trace.pairs(pattern, head, query)) {
            assertThat(Math.abs(value - expected[next++]))
                .as("layer %d head %d query %d", layer, head, query)
                .isLessThan((float) TOLERANCE);
          }
        }
      }
    }
    assertThat(next).isEqualTo(expected.length);
    assertThat(CausalRows.size(trace.tokens(), 0) * 36).isEqualTo(next);
  }

  private static void assertLogits(Gpt2Trace trace, float[] expected) {
    int vocabulary = trace.config().vocabulary();
    for (int i = 0; i < expected.length; i++) {
      float logit = trace.logits(i / vocabulary).logit(i % vocabulary);
      assertThat(Math.abs(logit - expected[i])).isLessThan((float) TOLERANCE);
    }
    assertThat(expected.length).isEqualTo(trace.tokens() * vocabulary);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "shapes", "one-token"})
  void writesTheSameText(String name) throws Exception {
    JsonObject fixture = fixture(name);
    List<Integer> expected = ints(fixture.getAsJsonObject("greedy"), "ids");
    List<Integer> next = ints(fixture, "token_ids");
    List<Integer> written = new ArrayList<>();
    try (Decoder decoder = model.decoder(model.config().context())) {
      while (written.size() < expected.size()) {
        int best = Distribution.of(decoder.next(next, () -> {})).best();
        written.add(best);
        next = List.of(best);
      }
    }
    assertThat(written).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BF16", "INT8"})
  void weightsOfFewerBitsSayNearlyTheSame(String format) throws Exception {
    List<Integer> ids = ints(fixture("shapes"), "token_ids");
    Keep keep = new Keep(Set.of(), Keep.Logits.ALL);
    Gpt2Trace exact = model.trace(ids, keep, List.of(), () -> {});
    model.use(DType.valueOf(format), () -> {});
    Gpt2Trace rounded = model.trace(ids, keep, List.of(), () -> {});
    Exactness exactness = Exactness.of(exact, rounded);
    assertThat(exactness.meanDivergence()).isPositive().isLessThan(0.01);
    assertThat(exactness.topAgreement()).isGreaterThan(0.9);
  }

  private static JsonObject fixture(String name) throws Exception {
    String text = Files.readString(FIXTURES.resolve(name + ".json"));
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static List<Integer> ints(JsonObject json, String name) {
    List<Integer> all = new ArrayList<>();
    json.getAsJsonArray(name).forEach(number -> all.add(number.getAsInt()));
    return all;
  }
}

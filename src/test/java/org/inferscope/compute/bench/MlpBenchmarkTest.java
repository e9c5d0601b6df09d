package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MlpResult.Measured;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
import org.inferscope.compute.bench.MlpResult.TooSlow;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.tensor.Accuracy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlpBenchmarkTest {
  private static final MlpDims DIMS = new MlpDims(List.of(6, 5, 4));

  private final Backend backend = new ReferenceBackend();
  private long now;

  /** A clock by which everything between two looks takes 2 ms. */
  private MlpBenchmark benchmark(Duration limit) {
    return new MlpBenchmark(
        new Stopwatch(() -> now += 2_000_000, () -> {}),
        new Plan(3, limit, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void timesAndRatesAreOfAllInputsTogether() {
    for (Phase phase : Phase.values()) {
      MlpCase wanted = new MlpCase(DIMS, phase, 10);
      Measured measured = (Measured) benchmark(Duration.ofMinutes(1)).run(backend, wanted);
      assertThat(measured.timing()).isEqualTo(Timing.of(2, 2, 2));
      assertThat(measured.msPerInput()).isEqualTo(0.2);
      assertThat(measured.gflops()).isEqualTo(10 * 2.0 * (6 * 5 + 5 * 4) / 2e-3 / 1e9);
      assertThat(wanted.batch()).isEqualTo(phase == Phase.SINGLE ? 1 : 10);
    }
  }

  @Test
  void inputsThatWouldTakeTooLongAreNotTried() {
    MlpCase wanted = new MlpCase(DIMS, Phase.SINGLE, 100);
    // 4 of 100 took 2 ms.
    assertThat(benchmark(Duration.ofMillis(49)).run(backend, wanted))
        .isEqualTo(new TooSlow(wanted, Duration.ofMillis(50)));
  }

  @Test
  void aCheckpointEndsIt() {
    MlpBenchmark cancelled =
        new MlpBenchmark(
            new Stopwatch(
                System::nanoTime,
                () -> {
                  throw new CancellationException();
                }),
            Plan.of(3, Duration.ofSeconds(1)));
    assertThatThrownBy(() -> cancelled.run(backend, new MlpCase(DIMS, Phase.BATCH, 4)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void oneByOneAndAsABatchGiveTheSameOnEveryBackend() throws Exception {
    MlpDims dims = new MlpDims(List.of(130, 200, 170, 30));
    try (Backend fast = new OpenBlasLoader().load();
        MlpNetwork plain = new MlpNetwork(backend, dims, 300);
        MlpNetwork singles = new MlpNetwork(fast, dims, 300);
        MlpNetwork batch = new MlpNetwork(fast, dims, 300)) {
      plain.single(300);
      singles.single(300);
      batch.batch(300);
      for (int input : new int[] {0, 149, 150, 299}) {
        double[] expected = doubles(plain.output(input));
        assertThat(expected).hasSize(30);
        assertThat(Accuracy.relativeFrobenius(singles.output(input), expected)).isLessThan(1e-5);
        assertThat(Accuracy.relativeFrobenius(batch.output(input), expected)).isLessThan(1e-5);
      }
      assertThat(plain.output(0)).isNotEqualTo(plain.output(1));
    }
  }

  private static double[] doubles(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  @Test
  void theCurveGoesByPowersOfTwo() {
    assertThat(MlpBenchmark.batchSizes())
        .containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
  }

  @Test
  void theFileHasOneObjectAMeasurement() {
    BenchJson json = new BenchJson();
    Timing timing = Timing.of(10, 20, 30);
    json.add("plain", backend.device(), new Measured(new MlpCase(DIMS, Phase.BATCH, 10), timing));
    JsonObject object =
        JsonParser.parseString(json.text()).getAsJsonArray().get(0).getAsJsonObject();
    assertThat(object.get("bench").getAsString()).isEqualTo("mlp");
    assertThat(object.get("impl").getAsString()).isEqualTo("plain");
    assertThat(object.get("dims")).hasToString("[6,5,4]");
    assertThat(object.get("phase").getAsString()).isEqualTo("batch");
    assertThat(object.get("batch").getAsInt()).isEqualTo(10);
    assertThat(object.get("inputs").getAsInt()).isEqualTo(10);
    assertThat(object.get("median_ms").getAsDouble()).isEqualTo(20);
    assertThat(object.get("min_ms").getAsDouble()).isEqualTo(10);
    assertThat(object.get("max_ms").getAsDouble()).isEqualTo(30);
    assertThat(object.get("gflops").getAsDouble()).isEqualTo(5e-5);
    assertThat(object.get("ms_per_input").getAsDouble()).isEqualTo(2);
    assertThat(object.keySet()).contains("backend", "device", "reps");
  }

  @Test
  void theNotebooksNetworkTakesItsOperationsAndBytes() {
    MlpDims dims = MlpDims.parse("512, 1024,1024,256");
    assertThat(dims).isEqualTo(MlpDims.NOTEBOOK).hasToString("512,1024,1024,256");
    assertThat(dims.flops()).isEqualTo(2.0 * (512 * 1024 + 1024 * 1024 + 1024 * 256));
    double numbers = dims.weights() + 1024 + 1024 + 256 + 1000.0 * (512 + 1024 + 1024 + 256);
    assertThat(dims.memory(1000)).isEqualTo(4 * (numbers + 1024 * 1024));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | is not a list of widths",
        "abc           | is not a list of widths",
        "512,          | is not a list of widths",
        "512,-4        | is not a list of widths",
        "512,1.5       | is not a list of widths",
        "512x256       | is not a list of widths",
        "512           | is no network",
        "512,0         | has a width of 0",
        "50000,50000   | is too large",
        "9999999999,2  | is too large",
        "99999999999999999999,2 | is not a list of widths"
      })
  void badWidthsAreRefusedInASentenceThatRepeatsThem(String text, String sentence) {
    assertThatThrownBy(() -> MlpDims.parse(text))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("\"" + text + "\" " + sentence);
  }

  @Test
  void oneWidthIsNoNetwork() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MlpDims(List.of(3)));
  }
}

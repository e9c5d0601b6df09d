package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import org.inferscope.compute.bench.MatmulResult.Measured;
import org.inferscope.compute.bench.MatmulResult.TooSlow;
import org.junit.jupiter.api.Test;

class MatmulBenchmarkTest {
  private final FakeMatmul impl = new FakeMatmul("plain");
  private long now;

  /** A clock by which everything between two looks takes 2 ms. */
  private MatmulBenchmark benchmark(Duration limit) {
    return new MatmulBenchmark(
        new Stopwatch(() -> now += 2_000_000, () -> {}),
        new Plan(5, limit, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void ratesComeFromTheMedian() {
    Measured measured =
        (Measured) benchmark(Duration.ofMinutes(1)).run(impl, new MatmulSize(20, 30, 40));
    assertThat(measured.timing()).isEqualTo(Timing.of(2, 2, 2, 2, 2));
    assertThat(measured.gflops()).isEqualTo(2 * 20 * 30 * 40 / 2e-3 / 1e9);
    assertThat(measured.gbps()).isEqualTo(4 * (600 + 1200 + 800) / 2e-3 / 1e9);
  }

  @Test
  void aProductThatWouldTakeTooLongIsNotTried() {
    MatmulSize size = new MatmulSize(1000, 500, 500);
    MatmulResult result = benchmark(Duration.ofMillis(4)).run(impl, size);
    // 200 of 1000 rows took 2 ms.
    assertThat(result).isEqualTo(new TooSlow(size, Duration.ofMillis(10)));
  }

  @Test
  void theFileHasOneObjectAMeasurement() {
    BenchJson json = new BenchJson();
    assertThat(json.text()).isEqualTo("[]\n");
    Timing timing = Timing.of(3, 1, 2, 1.5, 5, 2, 6);
    json.add("plain", impl.device(), new Measured(new MatmulSize(10, 20, 30), timing));
    JsonObject object =
        JsonParser.parseString(json.text()).getAsJsonArray().get(0).getAsJsonObject();
    assertThat(object.keySet())
        .contains("bench", "impl", "m", "k", "n", "reps", "median_ms", "min_ms", "max_ms");
    assertThat(object.get("samples_ms").toString()).isEqualTo("[3,1,2,1.5,5,2,6]");
    assertThat(object.get("bench").getAsString()).isEqualTo("matmul");
    assertThat(object.get("impl").getAsString()).isEqualTo("plain");
    assertThat(object.get("m").getAsInt()).isEqualTo(10);
    assertThat(object.get("k").getAsInt()).isEqualTo(20);
    assertThat(object.get("n").getAsInt()).isEqualTo(30);
    assertThat(object.get("reps").getAsInt()).isEqualTo(7);
    assertThat(object.get("median_ms").getAsDouble()).isEqualTo(2);
    assertThat(object.get("gflops").getAsDouble()).isEqualTo(0.006);
    assertThat(object.get("gbps").getAsDouble()).isEqualTo(0.0022);
  }
}

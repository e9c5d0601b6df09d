package org.inferscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumpyRandomTest {
  /** Normal values go through a logarithm, whose last bit depends on the C library. */
  private static final int ULPS_OF_NORMAL = 8;

  /** One line of the golden file: a fresh generator, what is drawn from it, and what came. */
  record Golden(long seed, String draw, List<String> args, List<String> values) {
    static Golden of(String line) {
      List<String> parts = List.of(line.split(";", -1));
      return new Golden(
          Long.parseLong(parts.get(0)), parts.get(1), words(parts.get(2)), words(parts.get(3)));
    }

    private static List<String> words(String part) {
      return part.isEmpty() ? List.of() : List.of(part.split(" ", -1));
    }

    double[] doubles() {
      return values.stream().mapToDouble(Double::parseDouble).toArray();
    }

    long[] longs() {
      return values.stream().mapToLong(Long::parseLong).toArray();
    }

    @Override
    public String toString() {
      return "seed " + seed + " " + draw + args;
    }
  }

  static List<Golden> golden() throws IOException {
    try (InputStream in = NumpyRandomTest.class.getResourceAsStream("/golden/numpy-random.csv")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      Stream<String> lines = new String(bytes, StandardCharsets.UTF_8).lines();
      return lines.filter(line -> !line.startsWith("#")).map(Golden::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void drawsWhatNumpyDraws(Golden golden) {
    NumpyRandom random = new NumpyRandom(golden.seed());
    int n = golden.values().size();
    switch (golden.draw()) {
      case "random_sample" -> assertThat(random.randomSample(n)).containsExactly(golden.doubles());
      case "random_sample_late" -> {
        random.randomSample(Integer.parseInt(golden.args().get(0)));
        assertThat(random.randomSample(n)).containsExactly(golden.doubles());
      }
      case "randn" -> assertNormal(random.randn(n), golden.doubles());
      case "uniform" ->
          assertThat(random.uniform(arg(golden, 0), arg(golden, 1), n))
              .containsExactly(golden.doubles());
      case "randint" ->
          assertThat(random.randint(whole(golden, 0), whole(golden, 1), n))
              .containsExactly(golden.longs());
      case "permutation" ->
          assertThat(Arrays.stream(random.permutation((int) whole(golden, 0))).asLongStream())
              .containsExactly(Arrays.stream(golden.longs()).boxed().toArray(Long[]::new));
      case "mixed" -> assertNormal(mixed(random), golden.doubles());
      default -> throw new AssertionError("no such draw: " + golden.draw());
    }
  }

  @Test
  void theGoldenFileHoldsSeveralSeedsAndEveryKindOfDraw() throws IOException {
    assertThat(golden().stream().map(Golden::seed)).contains(0L, 42L, 4294967295L);
    assertThat(golden().stream().map(Golden::draw).distinct()).hasSize(7);
  }

  @Test
  void givesTheNotebooksNumbersForSeed42() {
    double[] expected = {
      0.49671415,
      -0.1382643,
      0.64768854,
      1.52302986,
      -0.23415337,
      -0.23413696,
      1.57921282,
      0.76743473
    };
    assertThat(new NumpyRandom(42).randn(8)).containsExactly(expected, within(5e-9));
  }

  @Test
  void fillsMatricesRowByRow() {
    double[] flat = new NumpyRandom(7).randn(6);
    assertThat(new NumpyRandom(7).randn(2, 3)).isEqualTo(Matrix.of(2, 3, flat));
  }

  @Test
  void drawsNothingForARangeOfOneValue() {
    NumpyRandom random = new NumpyRandom(3);
    assertThat(random.randint(5, 6, 4)).containsOnly(5);
    assertThat(random.randomSample()).isEqualTo(new NumpyRandom(3).randomSample());
  }

  @Test
  void refusesSeedsThatNumpyRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumpyRandom(-1))
        .withMessage("'seed' must be from 0 to 4294967295, but was -1");
    assertThatIllegalArgumentException().isThrownBy(() -> new NumpyRandom(1L << 32));
  }

  @Test
  void refusesAnEmptyRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumpyRandom(0).randint(3, 3))
        .withMessage("'low' must be below high (3), but was 3");
  }

  private static double[] mixed(NumpyRandom random) {
    return new double[] {
      random.standardNormal(),
      random.randint(0, 7),
      random.standardNormal(),
      random.uniform(-2, 2),
      random.standardNormal(),
      random.randint(0, 1L << 33),
      random.randomSample()
    };
  }

  private static void assertNormal(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = ULPS_OF_NORMAL * Math.ulp(expected[i]);
      assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance));
      assertThat((float) actual[i]).as("value %d as float32", i).isEqualTo((float) expected[i]);
    }
  }

  private static double arg(Golden golden, int i) {
    return Double.parseDouble(golden.args().get(i));
  }

  private static long whole(Golden golden, int i) {
    return Long.parseLong(golden.args().get(i));
  }
}

package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.support.Python;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the code that is offered for copying, and compares what it prints with the layer. */
class LayerCodeRunTest {
  private static final Map<String, LayerCode.Subject> SUBJECTS = CodeSubjects.all();
  private static Optional<Python> numpy = Optional.empty();
  private static Optional<Python> python = Optional.empty();

  @BeforeAll
  static void findPython() throws IOException, InterruptedException {
    numpy = Python.withNumpy();
    python = Python.any();
  }

  static Stream<String> names() {
    return SUBJECTS.keySet().stream();
  }

  private static LayerCode.Subject subject(String name) {
    return Optional.ofNullable(SUBJECTS.get(name)).orElseThrow();
  }

  private static String run(String program) throws IOException, InterruptedException {
    Python.Result result = numpy.orElseThrow().run(program);
    assertThat(result.exitCode()).as(result.err() + program).isZero();
    return result.out();
  }

  private static void assumeNumpy() {
    assumeTrue(
        numpy.isPresent(),
        "no Python with NumPy on this machine (on Debian: apt install python3-numpy)");
  }

  @ParameterizedTest
  @MethodSource("names")
  void numpyHoldsTheVeryNumbersOnScreenAndPrintsTheOutputs(String name)
      throws IOException, InterruptedException {
    assumeNumpy();
    LayerCode.Subject subject = subject(name);
    String[] printed = run(LayerCode.numpy(subject) + bitsOf(subject)).split("bits\n", -1);
    assertOutputs(subject, numbers(printed[0]));
    String[] bits = printed[1].strip().split("\n", -1);
    assertThat(bits).hasSize(3);
    assertThat(bits[0]).as("W").isEqualTo(bits(subject.layer().w()));
    assertThat(bits[1]).as("b").isEqualTo(bits(subject.layer().b()));
    assertThat(bits[2]).as("x").isEqualTo(bits(subject.x()));
  }

  private static String bitsOf(LayerCode.Subject subject) {
    return """
        print('bits')
        for a in (W, b, %s):
            assert a.dtype == np.float32
            print(*np.ascontiguousarray(a).view(np.uint32).ravel())
        """
        .formatted(subject.isBatch() ? "X" : "x");
  }

  private static void assertOutputs(LayerCode.Subject subject, double[] printed) {
    LinearLayer layer = subject.layer();
    Matrix y = layer.forward(subject.x());
    assertThat(printed).hasSize(y.size());
    for (int k = 0; k < printed.length; k++) {
      int row = k / layer.outputs();
      int i = k % layer.outputs();
      double tolerance = 1e-5 * Math.max(size(layer, subject.x(), row, i), 1e-3);
      if (Float.isFinite(y.get(row, i))) {
        assertThat(printed[k]).isCloseTo(y.get(row, i), within(tolerance));
      } else {
        assertThat(Double.compare(printed[k], y.get(row, i))).as("%s", printed[k]).isZero();
      }
    }
  }

  /** The sum of the terms' sizes: another order of adding moves the sum by a part of that. */
  private static double size(LinearLayer layer, Matrix x, int row, int i) {
    return IntStream.range(0, layer.inputs())
            .mapToDouble(j -> Math.abs((double) layer.w().get(i, j) * x.get(row, j)))
            .sum()
        + Math.abs(layer.b().get(i, 0));
  }

  @Test
  void theNotebooksLayerPrintsTheNotebooksNumbers() throws IOException, InterruptedException {
    assumeNumpy();
    assertThat(run(LayerCode.numpy(CodeSubjects.notebook())).strip())
        .isEqualTo("[ 3.01  7.02 11.03]");
  }

  @Test
  void pytorchCodeIsValidPython() throws IOException, InterruptedException {
    assumeTrue(python.isPresent(), "no Python 3 on this machine");
    List<String> parse = List.of("-c", "import ast, sys; ast.parse(sys.stdin.read())");
    for (Map.Entry<String, LayerCode.Subject> named : SUBJECTS.entrySet()) {
      String code = LayerCode.torch(named.getValue());
      Python.Result result = python.orElseThrow().run(parse, code);
      assertThat(result.exitCode()).as(named.getKey() + result.err() + code).isZero();
    }
  }

  private static double[] numbers(String printed) {
    List<Double> numbers = new ArrayList<>();
    for (String text : printed.replaceAll("[\\[\\]]", " ").strip().split("\\s+", -1)) {
      numbers.add(
          switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
          });
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String bits(Matrix matrix) {
    StringBuilder text = new StringBuilder();
    for (float x : matrix.toArray()) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(Integer.toUnsignedString(Float.floatToIntBits(x)));
    }
    return text.toString();
  }
}

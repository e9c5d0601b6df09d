package org.inferscope.model.network.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.inferscope.io.network.NetworkFile;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.WeightDrawing;
import org.inferscope.model.network.code.NetworkCode.Language;
import org.inferscope.support.Python;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCodeTest {
  private static final double TOLERANCE = 1e-5;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*(?:[eE][-+]?\\d+)?|nan|NaN|inf|Infinity)");

  @TempDir private Path folder;

  private static Network drawn(NetworkPlan plan) {
    return new WeightDrawing().build(plan, share -> {});
  }

  private static Network notebook() {
    return drawn(NetworkPlan.of(8, 16, 8, 4));
  }

  /** Every activation after the other, with biases. */
  private static Network everyActivation() {
    NetworkPlan plan = NetworkPlan.of(3, 5, 4, 6, 5, 3, 4, 4, 3).drawn(Initialisation.PYTORCH, 7);
    Activation[] all = Activation.values();
    for (int l = 0; l < all.length; l++) {
      plan = plan.with(l, all[l]);
    }
    return drawn(plan);
  }

  /** As {@link #everyActivation}, but large numbers go into each activation. */
  private static Network steep(Activation activation) {
    Matrix w = Matrix.of(new float[][] {{9, -2}, {-8, 3}, {0.5f, 0.25f}});
    LinearLayer linear = new LinearLayer(w, Matrix.of(3, 1, new float[] {-0.5f, 1e-7f, 0}));
    return new Network(List.of(new NetworkLayer(linear, activation)));
  }

  /** What the network gives, by plain loops in float64. */
  private static double[] expected(Network network, InputBatch x, int from, int to) {
    List<Double> all = new ArrayList<>();
    for (int row = from; row < to; row++) {
      double[] h = Matrix.of(1, x.inputs(), x.row(row)).toDoubles();
      for (NetworkLayer layer : network.layers()) {
        double[] z = new double[layer.outputs()];
        for (int i = 0; i < z.length; i++) {
          z[i] = layer.b().get(i, 0);
          for (int j = 0; j < h.length; j++) {
            z[i] += layer.w().get(i, j) * h[j];
          }
        }
        h = layer.activation().exact(z);
      }
      Arrays.stream(h).forEach(all::add);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void assertPrints(String out, double[] expected) {
    double[] printed =
        NUMBER
            .matcher(out)
            .results()
            .map(MatchResult::group)
            .mapToDouble(text -> Double.parseDouble(text.replace("nan", "NaN")))
            .toArray();
    assertThat(printed).as(out).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = TOLERANCE * Math.max(1, Math.abs(expected[i]));
      assertThat(printed[i])
          .as("output %d in %s", i, out)
          .isCloseTo(expected[i], within(tolerance));
    }
  }

  private String runPython(String program) throws IOException, InterruptedException {
    Optional<Python> python = Python.withNumpy();
    assumeTrue(python.isPresent(), "no Python with NumPy here");
    String inFolder = "import os\nos.chdir(r'" + folder + "')\n";
    Python.Result result = python.orElseThrow().run(inFolder + program);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  private String runJava(String program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Main.java"), program);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", file.toString())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    int code = builder.start().waitFor();
    assertThat(err).isEmptyFile();
    assertThat(code).isZero();
    return Files.readString(out);
  }

  private void assertAllRun(Network network, InputBatch x, int row)
      throws IOException, InterruptedException {
    boolean all = x.size() <= NetworkCode.MOST_ROWS;
    double[] expected = expected(network, x, all ? 0 : row, all ? x.size() : row + 1);
    assertPrints(runPython(NetworkCode.write(Language.NUMPY, network, x, row).text()), expected);
    assertPrints(runJava(NetworkCode.write(Language.JAVA, network, x, row).text()), expected);
  }

  @Test
  void theNotebooksNetworkRunsAsPasted() throws Exception {
    assertAllRun(notebook(), InputBatch.random(42, 1, 8), 0);
  }

  @Test
  void everyActivationRunsForAWholeBatch() throws Exception {
    assertAllRun(everyActivation(), InputBatch.random(3, 5, 3), 2);
  }

  @Test
  void activationsAgreeFarFromZeroToo() throws Exception {
    StringBuilder numpy = new StringBuilder();
    List<Double> expected = new ArrayList<>();
    InputBatch x = InputBatch.of(Matrix.of(new float[][] {{1.5f, -2}, {-0.0f, 0}, {-2, 3}}));
    for (Activation activation : Activation.values()) {
      Network network = steep(activation);
      numpy.append(NetworkCode.write(Language.NUMPY, network, x, 0).text());
      Arrays.stream(expected(network, x, 0, 3)).forEach(expected::add);
    }
    assertPrints(
        runPython("import numpy\nnumpy.set_printoptions(precision=8)\n" + numpy),
        expected.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Test
  void ofALargeBatchTheRowInFocusRuns() throws Exception {
    InputBatch x = InputBatch.random(1, 33, 8);
    assertAllRun(notebook(), x, 32);
    assertThat(NetworkCode.write(Language.PYTORCH, notebook(), x, 32).text())
        .startsWith("# Input 33 of 33.\n");
  }

  @Test
  void manyWeightsArePackedAndOnlyTheirFirstLinesShown() throws Exception {
    Network network = drawn(NetworkPlan.of(784, 128, 64, 10));
    InputBatch x = InputBatch.random(2, 3, 784);
    assertAllRun(network, x, 0);
    for (Language language : Language.values()) {
      CodeText code = NetworkCode.write(language, network, x, 0);
      assertThat(code.needsFile()).isFalse();
      assertThat(code.text()).hasSizeGreaterThan(500_000);
      assertThat(code.shown()).contains("more lines\n\"\"\"").hasSizeLessThan(6_000);
    }
  }

  @Test
  void theLargestNetworksReadTheFileThatIsSaved() throws Exception {
    Network network = drawn(NetworkPlan.of(1000, 990, 12).drawn(Initialisation.PYTORCH, 3));
    assertThat(network.parameters()).isGreaterThan(NetworkCode.MOST_ENCODED);
    NetworkFile.save(folder.resolve(NetworkCode.FILE), network);
    InputBatch x = InputBatch.random(2, 1, 1000);
    assertAllRun(network, x, 0);
    for (Language language : Language.values()) {
      CodeText code = NetworkCode.write(language, network, x, 0);
      assertThat(code.needsFile()).isTrue();
      assertThat(code.text())
          .contains("First save the weights as network.safetensors in the folder this runs in.")
          .hasSizeLessThan(20_000);
    }
  }

  @Test
  void aMillionWeightsStillFitIntoOneJavaClass() throws Exception {
    Network network = drawn(NetworkPlan.of(999, 1000));
    assertThat(network.parameters()).isEqualTo(NetworkCode.MOST_ENCODED);
    InputBatch x = InputBatch.random(2, 1, 999);
    assertPrints(
        runJava(NetworkCode.write(Language.JAVA, network, x, 0).text()),
        expected(network, x, 0, 1));
  }

  @Test
  void theMostNumbersThatAreWrittenOutFitIntoOneJavaClass() throws Exception {
    Network network = drawn(NetworkPlan.of(46, 31, 1));
    assertThat(network.parameters()).isBetween(1_450L, (long) NetworkCode.MOST_WRITTEN);
    assertAllRun(network, InputBatch.random(4, 32, 46), 0);
  }

  @Test
  void numpyCodeReadsLikeTheFormula() {
    LinearLayer first =
        new LinearLayer(
            Matrix.of(new float[][] {{1, -0.5f}, {0.1f, 1e-7f}}),
            Matrix.of(2, 1, new float[] {0, 3}));
    LinearLayer second =
        new LinearLayer(Matrix.of(new float[][] {{2, Float.NaN}}), Matrix.zeros(1, 1));
    Network network =
        new Network(
            List.of(
                new NetworkLayer(first, Activation.RELU),
                new NetworkLayer(second, Activation.IDENTITY)));
    InputBatch x = InputBatch.of(Matrix.of(new float[][] {{1, 2}}));
    assertThat(NetworkCode.write(Language.NUMPY, network, x, 0))
        .extracting(CodeText::text, CodeText::needsFile)
        .containsExactly(
            """
            import numpy as np


            def relu(z):
                return np.maximum(0, z)


            W1 = np.array([
                [1, -0.5],
                [0.1, 1e-7],
            ], dtype=np.float32)
            b1 = np.array([
                0, 3
            ], dtype=np.float32)
            W2 = np.array([
                [2, float("nan")],
            ], dtype=np.float32)
            b2 = np.array([
                0
            ], dtype=np.float32)

            x = np.array([
                1, 2
            ], dtype=np.float32)

            h1 = relu(W1 @ x + b1)  # [2, 2] @ [2] -> [2]
            y = W2 @ h1 + b2  # [1, 2] @ [2] -> [1]
            print(y)
            """,
            false);
  }

  @Test
  void pyTorchCodeIsASequentialWithItsState() {
    String text =
        NetworkCode.write(Language.PYTORCH, everyActivation(), InputBatch.random(1, 2, 3), 0)
            .text();
    assertThat(text)
        .contains(
            """
            network = nn.Sequential(
                nn.Linear(3, 5),
                nn.ReLU(),
                nn.Linear(5, 4),
                nn.Linear(4, 6),
                nn.LeakyReLU(0.01),
                nn.Linear(6, 5),
                nn.GELU(approximate="tanh"),
                nn.Linear(5, 3),
                nn.SiLU(),
                nn.Linear(3, 4),
                nn.Sigmoid(),
                nn.Linear(4, 4),
                nn.Tanh(),
                nn.Linear(4, 3),
                nn.Softmax(dim=-1),
            )
            network.load_state_dict({
                "0.weight": torch.tensor([
            """)
        .contains(
            "    \"0.bias\": torch.tensor([\n",
            "    \"2.weight\"",
            "    \"3.weight\"",
            "    \"5.weight\"",
            "    \"13.bias\"")
        .contains("X = torch.tensor([\n")
        .endsWith(
            """
            with torch.no_grad():
                Y = network(X)
            torch.set_printoptions(precision=8)
            print(Y)
            """);
  }

  @Test
  void numbersReadBackAsTheSameFloat32() {
    Random random = new Random(11);
    float[] values = new float[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(random.nextInt());
      values[i] = Float.isFinite(values[i]) ? values[i] : -0.0f;
    }
    String text = String.join(" ", NumberText.JAVA.row(values, ""));
    String[] read = text.split(",\\s*", -1);
    for (int i = 0; i < values.length; i++) {
      assertThat(Float.parseFloat(read[i])).isEqualTo(values[i]);
    }
    assertThat(NumberText.JAVA.row(values, "  ")).allMatch(line -> line.length() <= 100);
  }
}

package org.inferscope.compute.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.support.ChildJvm;
import org.inferscope.support.RealTorch;
import org.inferscope.support.TorchTest;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TorchTest
class TorchPeerTest {
  /** Half the distance from 1 to the next float32: the largest relative error of rounding. */
  private static final double ROUNDING = 0x1p-24;

  private final LinearPeer torch = RealTorch.peer();

  @Test
  void computesTheNotebooksLayer() {
    Matrix w =
        Matrix.of(
            new float[][] {
              {0.1f, 0.2f, 0.3f, 0.4f}, {0.5f, 0.6f, 0.7f, 0.8f}, {0.9f, 1, 1.1f, 1.2f}
            });
    Matrix x = Matrix.of(new float[][] {{1, 2, 3, 4}});

    Matrix y = torch.linear(x, w, new float[] {0.01f, 0.02f, 0.03f});

    assertThat(torch.name()).isEqualTo("PyTorch 2.7.1");
    assertThat(y.shapeText()).isEqualTo("1×3");
    assertThat(Accuracy.allClose(y, Matrix.of(new float[][] {{3.01f, 7.02f, 11.03f}}))).isTrue();
  }

  @ParameterizedTest(name = "T {0}, I {1}, O {2}")
  @CsvSource({"1, 1, 1", "1, 4, 3", "32, 4, 3", "1, 64, 1", "3, 1, 64", "13, 7, 5", "256, 64, 64"})
  void isAsCloseToFloat64AsRoundingAllows(int rows, int inputs, int outputs) {
    NumpyRandom random = new NumpyRandom(rows + inputs);
    Matrix x = random.randn(rows, inputs);
    Matrix w = random.randn(outputs, inputs);
    float[] b = random.randn(1, outputs).row(0);

    Matrix y = torch.linear(x, w, b);

    for (int t = 0; t < rows; t++) {
      for (int i = 0; i < outputs; i++) {
        // However the terms are ordered: one rounding a product and one a sum, of all magnitudes.
        double bound = (inputs + 1) * ROUNDING * exact(x, w, b, t, i, true);
        assertThat(Math.abs(y.get(t, i) - exact(x, w, b, t, i, false)))
            .as("row %d, output %d", t, i)
            .isLessThanOrEqualTo(bound);
      }
    }
  }

  @ParameterizedTest(name = "T {0}, I {1}, O {2}")
  @CsvSource({"1, 1, 1", "1, 4, 3", "13, 7, 5", "256, 64, 64"})
  void isAllCloseToOurs(int rows, int inputs, int outputs) {
    // No minus signs, so that no sum cancels: allclose asks for a part of each output itself.
    NumpyRandom random = new NumpyRandom(42);
    Matrix x = Matrix.of(rows, inputs, random.uniform(0, 1, rows * inputs));
    Matrix w = Matrix.of(outputs, inputs, random.uniform(0, 1, outputs * inputs));
    float[] b = Matrix.of(1, outputs, random.uniform(0, 1, outputs)).row(0);

    Matrix theirs = torch.linear(x, w, b);

    double[] exact = new double[rows * outputs];
    for (int at = 0; at < exact.length; at++) {
      exact[at] = exact(x, w, b, at / outputs, at % outputs, false);
    }
    assertThat(Accuracy.allClose(theirs.toArray(), exact, Accuracy.RTOL, Accuracy.ATOL)).isTrue();
    assertThat(Accuracy.allClose(openBlas(x, w, b), theirs)).isTrue();
  }

  /** The layer in float64 of the same float32 numbers, or what its terms add up to unsigned. */
  private static double exact(Matrix x, Matrix w, float[] b, int t, int i, boolean unsigned) {
    double sum = unsigned ? Math.abs(b[i]) : b[i];
    for (int j = 0; j < w.cols(); j++) {
      double product = (double) w.get(i, j) * x.get(t, j);
      sum += unsigned ? Math.abs(product) : product;
    }
    return sum;
  }

  /** Both native libraries, each with its threads, in one process. */
  private static Matrix openBlas(Matrix x, Matrix w, float[] b) {
    try (Backend backend = new OpenBlasLoader().load();
        DeviceTensor left = backend.upload(x);
        DeviceTensor right = backend.upload(w);
        DeviceTensor bias = backend.upload(b);
        DeviceTensor out = backend.allocate((long) x.rows() * w.rows())) {
      MatrixView y = MatrixView.of(out, x.rows(), w.rows());
      MatrixView xs = MatrixView.of(left, x.rows(), x.cols());
      MatrixView ws = MatrixView.of(right, w.rows(), w.cols());
      // x [T, I] wᵀ [I, O] -> [T, O]
      backend.gemm(1, xs, Layout.PLAIN, ws, Layout.TRANSPOSED, 0, y);
      backend.addBias(y, VectorView.of(bias));
      return Matrix.owning(x.rows(), w.rows(), backend.download(out));
    }
  }

  @Test
  void infinitiesAndNotANumberSpread() {
    Matrix x = Matrix.of(new float[][] {{1, 1}, {Float.POSITIVE_INFINITY, 0}});
    Matrix w =
        Matrix.of(new float[][] {{Float.NaN, 1}, {-1, 0}, {Float.MAX_VALUE, Float.MAX_VALUE}});

    Matrix y = torch.linear(x, w, new float[3]);

    assertThat(y.row(0)).containsExactly(Float.NaN, -1, Float.POSITIVE_INFINITY);
    assertThat(y.row(1))
        .containsExactly(Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
  }

  @Test
  void sizesThatDoNotFitAreNamed() {
    Matrix x = Matrix.zeros(1, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> torch.linear(x, Matrix.zeros(3, 5), new float[3]))
        .withMessageContaining("'w' must be 4 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> torch.linear(x, Matrix.zeros(3, 4), new float[4]))
        .withMessageContaining("'b' must be 3 numbers");
  }

  @Test
  void keepsToTheThreadItIsCalledOn() {
    torch.linear(Matrix.identity(4), Matrix.identity(4), new float[4]);

    assertThat(JniUtils.getNumThreads()).isEqualTo(1);
    assertThat(JniUtils.getNumInteropThreads()).isEqualTo(1);
  }

  @Test
  void aLibraryThatCannotBeUnpackedIsASentence(@TempDir Path folder) throws Exception {
    Path occupied = Files.writeString(folder.resolve("occupied"), "not a folder");
    try (ChildJvm other =
        ChildJvm.start(folder, Map.of(), Unpack.class.getName(), occupied.toString())) {
      assertThat(other.exitCode()).as(other.err()).isZero();
      assertThat(other.out().lines().toList())
          .last()
          .asString()
          .matches("PyTorch 2\\.7\\.1 could not compute this layer: .*occupied.*\\.");
    }
  }

  /** Computes, in a process where PyTorch is not loaded yet. */
  static final class Unpack {
    public static void main(String[] args) throws IOException {
      LinearPeer torch = PyTorch.find(Path.of(args[0])).orElseThrow();
      try {
        torch.linear(Matrix.identity(1), Matrix.identity(1), new float[1]);
      } catch (InferscopeException e) {
        System.out.println(e.sentence());
      }
    }
  }
}

package org.inferscope.compute.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.exec.Crew;
import org.inferscope.tensor.Accuracy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether or not blocks would be chosen on this machine. */
class BlockProductsTest {
  private static final float STALE = 7;

  private static Crew crew;

  @BeforeAll
  static void load() {
    new OpenBlasLoader().load().close();
    crew = new Crew("test", 3);
  }

  @AfterAll
  static void close() {
    crew.close();
  }

  private static MatrixView matrix(float[] numbers, int rows, int cols, int stride, int offset) {
    NativeTensor tensor = new NativeTensor((long) rows * stride + offset).clear();
    for (int i = 0; i < rows; i++) {
      float[] row = new float[cols];
      System.arraycopy(numbers, i * cols, row, 0, cols);
      tensor.write(offset + (long) i * stride, row, cols);
    }
    return new MatrixView(tensor, offset, rows, cols, stride);
  }

  /** Largest error of {@code c = 0.5 a b + beta c} for every number of parts. */
  private static double error(int m, int k, int n, int stride, int offset, float beta) {
    float[] left = MatmulOperands.left(m, k);
    float[] right = MatmulOperands.right(k, n);
    float[] before = new float[m * n];
    Arrays.fill(before, STALE);
    double worst = 0;
    for (int parts : new int[] {1, 2, 3, 16}) {
      MatrixView c = matrix(before, m, n, n + 3, 1);
      try (BlockProducts blocks = new BlockProducts(crew)) {
        MatrixView b = matrix(right, k, n, stride, offset);
        blocks.gemm(0.5f, matrix(left, m, k, k, 0), b, beta, c, parts);
      }
      float[] all = new float[(int) c.tensor().size()];
      NativeTensor.of(c.tensor()).read(0, all, all.length);
      float[] given = new float[m * n];
      for (int i = 0; i < m; i++) {
        System.arraycopy(all, 1 + i * (n + 3), given, i * n, n);
      }
      double[] expected = expected(left, right, m, k, n, beta);
      worst = Math.max(worst, Accuracy.maxAbsDiff(given, expected));
      assertThat(m == 1 ? 0 : all[n + 1]).as("between the rows").isZero();
    }
    return worst;
  }

  private static double[] expected(float[] left, float[] right, int m, int k, int n, float beta) {
    double[] c = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int x = 0; x < k; x++) {
          sum += (double) left[i * k + x] * right[x * n + j];
        }
        c[i * n + j] = 0.5 * sum + beta * STALE;
      }
    }
    return c;
  }

  @Test
  void blocksReadWhereTheyLieGiveTheProduct() {
    assertThat(error(100, 250, 240, 240, 0, 0)).isLessThan(1e-4);
    assertThat(error(65, 241, 200, 208, 16, 2)).isLessThan(1e-4);
    assertThat(error(1, 1, 1, 16, 0, 1)).isLessThan(1e-6);
  }

  @Test
  void blocksOfCopiedColumnsGiveTheProduct() {
    assertThat(error(200, 137, 131, 131, 0, 0)).isLessThan(1e-4);
    assertThat(error(193, 481, 300, 301, 5, 2)).isLessThan(1e-4);
    assertThat(error(7, 3, 70, 1000, 3, -1)).isLessThan(1e-5);
  }

  @Test
  void neitherTransposedNorVeryLargeNorLowProductsAreCutIntoBlocks() {
    MatrixView b = matrix(new float[256 * 256], 256, 256, 256, 0);
    MatrixView a = matrix(new float[256 * 256], 256, 256, 256, 0);
    MatrixView low = matrix(new float[8 * 256], 8, 256, 256, 0);
    MatrixView large = matrix(new float[1024 * 256], 1024, 256, 257, 0);
    MatrixView displaced = matrix(new float[256 * 100], 256, 100, 101, 0);
    MatrixView middling = matrix(new float[100 * 256], 100, 256, 256, 0);
    assertThat(BlockProducts.suit(a, Layout.PLAIN, b, Layout.PLAIN)).isTrue();
    assertThat(BlockProducts.suit(a, Layout.TRANSPOSED, b, Layout.PLAIN)).isFalse();
    assertThat(BlockProducts.suit(a, Layout.PLAIN, b, Layout.TRANSPOSED)).isFalse();
    assertThat(BlockProducts.suit(low, Layout.PLAIN, b, Layout.PLAIN)).isFalse();
    assertThat(BlockProducts.suit(large, Layout.PLAIN, b, Layout.PLAIN)).isFalse();
    assertThat(BlockProducts.suit(a, Layout.PLAIN, displaced, Layout.PLAIN)).isTrue();
    assertThat(BlockProducts.suit(middling, Layout.PLAIN, displaced, Layout.PLAIN)).isFalse();
  }

  @Test
  void tensorsBeginAtALineOfTheCache() {
    for (int size = 0; size < 40; size++) {
      try (NativeTensor tensor = new NativeTensor(size)) {
        assertThat(tensor.at(0).address() % 64).isZero();
      }
    }
  }
}

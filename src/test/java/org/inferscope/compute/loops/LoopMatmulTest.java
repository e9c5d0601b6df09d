package org.inferscope.compute.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.tensor.Accuracy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version against sums in float64. */
class LoopMatmulTest {
  private static final int[][] SIZES = {
    {1, 1, 1}, {1, 300, 1}, {7, 11, 13}, {64, 64, 64}, {3, 67, 517}, {127, 131, 137}, {1031, 5, 3}
  };

  static List<MatmulImpl> versions() {
    List<MatmulImpl> versions = new ArrayList<>(LoopMatmul.all());
    versions.add(LoopMatmul.threads(3));
    return versions;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void agreesWithFloat64AtOddSizesHoweverOftenItIsRun(MatmulImpl version) {
    for (int[] size : SIZES) {
      int m = size[0];
      int k = size[1];
      int n = size[2];
      try (MatmulImpl.Product product = version.prepare(m, k, n)) {
        product.run(m, () -> {});
        product.run(m, () -> {});
        assertThat(Accuracy.relativeFrobenius(product.result(), expected(m, k, n)))
            .as("%s %dx%dx%d", version.id(), m, k, n)
            .isLessThan(1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void someRowsAreComputedAndNoOthers(MatmulImpl version) {
    try (MatmulImpl.Product product = version.prepare(9, 5, 7)) {
      product.run(4, () -> {});
      double[] expected = expected(9, 5, 7);
      Arrays.fill(expected, 4 * 7, 9 * 7, 0);
      assertThat(Accuracy.maxAbsDiff(product.result(), expected)).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aLargeProductIsStoppedHalfway(MatmulImpl version) {
    int[] looks = {0};
    try (MatmulImpl.Product product = version.prepare(1000, 2000, 1000)) {
      Runnable checkpoint =
          () -> {
            if (++looks[0] == 2) {
              throw new CancellationException();
            }
          };
      assertThatThrownBy(() -> product.run(1000, checkpoint))
          .isInstanceOf(CancellationException.class);
      assertThat(product.result()[1000 * 1000 - 1]).isZero();
    }
  }

  @Test
  void theSlowestComesFirstAndEachHasANameOfItsOwn() {
    assertThat(LoopMatmul.all())
        .extracting(MatmulImpl::id)
        .containsExactly("ijk", "ikj", "tiled", "threads");
    assertThat(LoopMatmul.all()).extracting(MatmulImpl::name).doesNotHaveDuplicates();
  }

  private static double[] expected(int m, int k, int n) {
    float[] a = MatmulOperands.left(m, k);
    float[] b = MatmulOperands.right(k, n);
    double[] c = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int x = 0; x < k; x++) {
          c[i * n + j] += (double) a[i * k + x] * b[x * n + j];
        }
      }
    }
    return c;
  }
}

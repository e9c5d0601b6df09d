package org.inferscope.model.matmul;

import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;

/** Fills the matrices of every preset. */
final class Presets {
  private static final int LARGEST_INTEGER = 9;

  private Presets() {}

  static Factors make(PresetRequest request) {
    int m = request.m();
    int k = request.k();
    int n = request.n();
    return switch (request.preset()) {
      case NOTEBOOK -> notebook();
      case IDENTITY -> new Factors(Matrix.identity(k), counting(k, n));
      case ROTATION -> rotation(request.degrees());
      case OUTER_PRODUCT -> new Factors(counting(m, 1), counting(1, n));
      case ROW_TIMES_COLUMN -> new Factors(counting(1, k), counting(k, 1));
      case RANDOM_INTEGERS -> randomIntegers(request);
      case RANDOM_NORMAL -> randomNormal(request);
      case BATCH -> batch();
    };
  }

  private static Factors notebook() {
    return new Factors(
        Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}}),
        Matrix.of(new float[][] {{7, 8}, {9, 10}, {11, 12}}));
  }

  /** 1, 2, 3 … row by row. */
  private static Matrix counting(int rows, int columns) {
    return Matrix.generate(rows, columns, (i, j) -> i * columns + j + 1);
  }

  /** Corners of a small house as columns of B, turned about the origin. */
  private static Factors rotation(double degrees) {
    return new Factors(
        Rotation.matrix(degrees), Matrix.of(new float[][] {{0, 2, 2, 1, 0}, {0, 0, 1, 2, 1}}));
  }

  /** np.random.seed(seed); A = np.random.randint(-9, 10, (M, K)); B likewise (K, N). */
  private static Factors randomIntegers(PresetRequest request) {
    NumpyRandom random = new NumpyRandom(request.seed());
    return new Factors(
        integers(random, request.m(), request.k()), integers(random, request.k(), request.n()));
  }

  private static Matrix integers(NumpyRandom random, int rows, int columns) {
    return Matrix.generate(
        rows, columns, (i, j) -> random.randint(-LARGEST_INTEGER, LARGEST_INTEGER + 1));
  }

  /** np.random.seed(seed); A = np.random.randn(M, K); B = np.random.randn(K, N). */
  private static Factors randomNormal(PresetRequest request) {
    NumpyRandom random = new NumpyRandom(request.seed());
    Matrix a = random.randn(request.m(), request.k());
    Matrix b = random.randn(request.k(), request.n());
    return new Factors(a, b);
  }

  /** Three inputs through the notebook's weights of a linear layer from 4 to 3. */
  private static Factors batch() {
    Matrix x = Matrix.of(new float[][] {{1, 2, 3, 4}, {0, 1, 0, 0}, {1, -1, 1, -1}}); // [T, D]
    Matrix w =
        Matrix.of(
            new double[][] {
              {0.1, 0.2, 0.3, 0.4}, {0.5, 0.6, 0.7, 0.8}, {0.9, 1.0, 1.1, 1.2}
            }); // [out, D]
    return new Factors(x, w.transpose()); // [T, D] x [D, out]
  }
}

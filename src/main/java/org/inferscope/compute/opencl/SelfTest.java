package org.inferscope.compute.opencl;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.text.Texts;

/**
 * A look at every operation before a device is trusted: small seeded inputs, against plain loops in
 * float64.
 */
final class SelfTest {
  private static final double TOLERANCE = 1e-4;
  private static final int ROWS = 37;
  private static final int COLS = 45;

  private final Backend backend;
  private final Random random = new Random(42);
  private final float[] a = numbers(ROWS * COLS);
  private final float[] b = numbers(ROWS * COLS);
  private final float[] vector = numbers(COLS);

  private SelfTest(Backend backend) {
    this.backend = backend;
  }

  /**
   * Runs all operations.
   *
   * @throws InferscopeException naming the first that gave a wrong result
   */
  static void check(Backend backend) {
    SelfTest test = new SelfTest(backend);
    for (Layout layout : Layout.values()) {
      test.gemm(layout);
      test.gemv(layout);
    }
    for (Pointwise f : Pointwise.values()) {
      test.activate(f);
    }
    test.others();
    test.layerNorm();
    test.softmax();
  }

  private float[] numbers(int count) {
    float[] all = new float[count];
    for (int i = 0; i < count; i++) {
      all[i] = (float) random.nextGaussian();
    }
    return all;
  }

  /** What an operation does with two uploaded matrices and a vector; the result is in the first. */
  private interface Operation {
    void apply(MatrixView x, MatrixView y, VectorView v);
  }

  private void expect(String name, Operation operation, IntToDoubleFunction expected) {
    try (DeviceTensor x = backend.upload(a);
        DeviceTensor y = backend.upload(b);
        DeviceTensor v = backend.upload(vector)) {
      MatrixView out = MatrixView.of(x, ROWS, COLS);
      operation.apply(out, MatrixView.of(y, ROWS, COLS), VectorView.of(v));
      compare(name, backend.download(x), expected);
    }
  }

  private void compare(String name, float[] out, IntToDoubleFunction expected) {
    for (int i = 0; i < out.length; i++) {
      double right = expected.applyAsDouble(i);
      // The other way round, NaN would pass.
      if (!(Math.abs(out[i] - right) <= TOLERANCE * Math.max(1, Math.abs(right)))) {
        throw new InferscopeException(Texts.get("opencl.selfTest", backend.device().name(), name));
      }
    }
  }

  /** a bᵀ, or aᵀ b. */
  private void gemm(Layout ofA) {
    boolean turned = ofA == Layout.TRANSPOSED;
    int side = turned ? COLS : ROWS;
    Layout ofB = turned ? Layout.PLAIN : Layout.TRANSPOSED;
    int sums = turned ? ROWS : COLS;
    try (DeviceTensor x = backend.upload(a);
        DeviceTensor y = backend.upload(b);
        DeviceTensor c = backend.allocate((long) side * side)) {
      MatrixView out = MatrixView.of(c, side, side);
      backend.gemm(1, MatrixView.of(x, ROWS, COLS), ofA, MatrixView.of(y, ROWS, COLS), ofB, 0, out);
      compare(
          "gemm",
          backend.download(c),
          at -> {
            double sum = 0;
            for (int k = 0; k < sums; k++) {
              int left = turned ? k * COLS + at / side : at / side * COLS + k;
              int right = turned ? k * COLS + at % side : at % side * COLS + k;
              sum += (double) a[left] * b[right];
            }
            return sum;
          });
    }
  }

  private void gemv(Layout ofA) {
    boolean turned = ofA == Layout.TRANSPOSED;
    int results = turned ? COLS : ROWS;
    int sums = turned ? ROWS : COLS;
    try (DeviceTensor x = backend.upload(a);
        DeviceTensor v = backend.upload(vector);
        DeviceTensor y = backend.allocate(results)) {
      VectorView in = new VectorView(v, 0, sums);
      backend.gemv(1, MatrixView.of(x, ROWS, COLS), ofA, in, 0, VectorView.of(y));
      compare(
          "gemv",
          backend.download(y),
          m -> {
            double sum = 0;
            for (int n = 0; n < sums; n++) {
              sum += (double) a[turned ? n * COLS + m : m * COLS + n] * vector[n];
            }
            return sum;
          });
    }
  }

  private void activate(Pointwise f) {
    expect(
        "activate " + f,
        (x, y, v) -> backend.activate(f, x, v, x),
        at -> f.of(a[at] + vector[at % COLS]));
  }

  private void others() {
    expect("add", (x, y, v) -> backend.add(x, y, x), at -> (double) a[at] + b[at]);
    expect("relu", (x, y, v) -> backend.relu(x, x), at -> Math.max(a[at], 0));
    expect("gelu", (x, y, v) -> backend.gelu(x, x), at -> Pointwise.GELU.of(a[at]));
    expect("bias", (x, y, v) -> backend.addBias(x, v), at -> (double) a[at] + vector[at % COLS]);
    int[] picked = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      picked[i] = i * 5 % ROWS;
    }
    expect(
        "gather",
        (x, y, v) -> backend.gather(y, picked, x),
        at -> b[picked[at / COLS] * COLS + at % COLS]);
  }

  private void layerNorm() {
    expect(
        "layer norm",
        (x, y, v) -> backend.layerNorm(x, v, v, 1e-5f, x),
        at -> {
          int row = at / COLS * COLS;
          double mean = 0;
          double variance = 0;
          for (int j = 0; j < COLS; j++) {
            mean += a[row + j] / (double) COLS;
          }
          for (int j = 0; j < COLS; j++) {
            variance += Math.pow(a[row + j] - mean, 2) / COLS;
          }
          double gain = vector[at % COLS];
          return (a[at] - mean) / Math.sqrt(variance + 1e-5) * gain + gain;
        });
  }

  private void softmax() {
    expect(
        "softmax",
        (x, y, v) -> backend.causalSoftmax(x, 3, x),
        at -> {
          int row = at / COLS;
          int seen = Math.min(COLS, row + 4);
          double sum = 0;
          for (int j = 0; j < seen; j++) {
            sum += Math.exp(a[row * COLS + j]);
          }
          return at % COLS < seen ? Math.exp(a[at]) / sum : 0;
        });
  }
}

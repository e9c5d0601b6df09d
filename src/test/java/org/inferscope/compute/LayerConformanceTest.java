package org.inferscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.MatrixView.Layout.PLAIN;
import static org.inferscope.compute.MatrixView.Layout.TRANSPOSED;

import java.util.Arrays;
import java.util.List;
import org.inferscope.compute.BackendConformanceTest.Maker;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers of networks on every backend, measured against float64. */
@ParameterizedClass
@MethodSource("backends")
class LayerConformanceTest {
  private static final double TOLERANCE = 1e-5;
  private static final float INF = Float.POSITIVE_INFINITY;
  private static final float NAN = Float.NaN;

  /** Some on either side of where a backend may begin to split the rows. */
  private static final int[][] LAYERS = {
    {1, 1, 1},
    {1, 7, 5},
    {1, 300, 1},
    {1, 1, 300},
    {2, 3, 5},
    {13, 1, 17},
    {64, 64, 64},
    {127, 131, 137},
    {600, 130, 120},
    {1000, 300, 211},
    {777, 5, 3},
    // Few inputs and many outputs: split between outputs.
    {1, 600, 700},
    {7, 500, 900},
    {8, 301, 1299},
    {9, 301, 3000}
  };

  @Parameter Maker maker;

  private final NumpyRandom random = new NumpyRandom(42);
  private Backend backend;

  static List<Named<Maker>> backends() {
    return BackendConformanceTest.backends();
  }

  @BeforeEach
  void make() throws Exception {
    backend = maker.make();
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void biasAndActivationAgreeWithFloat64OnEverySize() {
    int[][] sizes = {{1, 1}, {1, 300}, {300, 1}, {5, 7}, {31, 257}, {2000, 600}, {0, 4}, {4, 0}};
    for (Pointwise f : Pointwise.values()) {
      for (int[] size : sizes) {
        for (boolean apart : new boolean[] {false, true}) {
          checkActivation(f, size[0], size[1], apart);
        }
      }
    }
  }

  private void checkActivation(Pointwise f, int rows, int cols, boolean apart) {
    Placed x = Placed.random(random, rows, cols, PLAIN, apart);
    Placed bias = Placed.random(random, 1, cols, PLAIN, apart);
    MatrixView in = x.upload(backend);
    MatrixView out = Placed.random(random, rows, cols, PLAIN, apart).upload(backend);
    double[] expected = new double[rows * cols];
    for (int at = 0; at < expected.length; at++) {
      double[] row = x.values()[at / cols];
      expected[at] = f.of((float) (row[at % cols] + bias.values()[0][at % cols]));
    }
    backend.activate(f, in, vector(bias), out);
    checkClose(f, Placed.download(backend, out), expected);
    backend.activate(f, in, vector(bias), in);
    checkClose(f, Placed.download(backend, in), expected);
  }

  private static void checkClose(Object what, float[] out, double[] expected) {
    assertThat(Accuracy.relativeFrobenius(out, expected))
        .as("%s", what)
        .isLessThanOrEqualTo(TOLERANCE);
  }

  @Test
  void everyNumberKeepsItsDigitsHoweverSmallOrLargeItIs() {
    float[] x = new float[400];
    for (int i = 0; i < x.length; i++) {
      float size = (float) Math.pow(10, (i / 2 - 140) / 10.0);
      x[i] = i % 2 == 0 ? size : -size;
    }
    for (Pointwise f : Pointwise.values()) {
      float[] out = activated(f, x, new float[x.length]);
      for (int i = 0; i < x.length; i++) {
        double expected = f.of(x[i]);
        double roundings = Math.abs(out[i] - expected) / Math.ulp((float) expected);
        // GELU of a very negative number is defined by a difference close to nothing.
        boolean nothing = f == Pointwise.GELU && x[i] < -3 && Math.abs(out[i]) < 1e-2;
        assertThat(roundings <= 4 || nothing)
            .as("%s(%s) is %s for %s", f, x[i], out[i], expected)
            .isTrue();
      }
    }
  }

  @Test
  void nanAndInfinitiesGoThroughActivationsAsThroughTheirDefinitions() {
    float[] x = {NAN, INF, -INF, 0, 1, -1, NAN, INF};
    float[] bias = {0, 0, 0, NAN, INF, -INF, INF, -INF};
    for (Pointwise f : Pointwise.values()) {
      float[] expected = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        expected[i] = (float) f.of(x[i] + bias[i]) + 0f;
      }
      float[] out = activated(f, x, bias);
      for (int i = 0; i < x.length; i++) {
        assertThat(Float.valueOf(out[i] + 0f))
            .as("%s of %s + %s", f, x[i], bias[i])
            .isEqualTo(Float.valueOf(expected[i]));
      }
    }
  }

  private float[] activated(Pointwise f, float[] x, float[] bias) {
    MatrixView view = MatrixView.of(backend.upload(x), 1, x.length);
    backend.activate(f, view, VectorView.of(backend.upload(bias)), view);
    return backend.download(view.tensor());
  }

  @Test
  void aLayerAgreesWithFloat64OnEverySizeAndFunction() {
    for (int[] size : LAYERS) {
      checkLayer(Pointwise.RELU, size[0], size[1], size[2], true);
      checkLayer(Pointwise.IDENTITY, size[0], size[1], size[2], false);
    }
    for (Pointwise f : Pointwise.values()) {
      checkLayer(f, 600, 130, 120, true);
      checkLayer(f, 1, 13, 11, true);
    }
  }

  private void checkLayer(Pointwise f, int rows, int inputs, int outputs, boolean apart) {
    Placed x = Placed.random(random, rows, inputs, PLAIN, apart);
    Placed w = Placed.random(random, outputs, inputs, PLAIN, apart);
    Placed bias = Placed.random(random, 1, outputs, PLAIN, apart);
    Placed out = filled(rows, outputs, apart);
    double[] expected = Expected.gemm(1, x, PLAIN, w, TRANSPOSED, 0, out, inputs);
    for (int at = 0; at < expected.length; at++) {
      expected[at] = f.of(expected[at] + bias.values()[0][at % outputs]);
    }
    MatrixView result = out.upload(backend);
    backend.linear(f, x.upload(backend), w.upload(backend), vector(bias), result);
    checkClose(
        List.of(f, rows, inputs, outputs, apart), Placed.download(backend, result), expected);
  }

  /** Old content that must not be read. */
  private Placed filled(int rows, int cols, boolean apart) {
    Placed out = Placed.random(random, rows, cols, PLAIN, apart);
    Arrays.stream(out.values()).forEach(row -> Arrays.fill(row, NAN));
    return out;
  }

  @Test
  void aBatchOfInputsGivesWhatEachGivesAlone() {
    int rows = 700;
    Placed x = Placed.random(random, rows, 130, PLAIN, true);
    MatrixView in = x.upload(backend);
    MatrixView w = Placed.random(random, 120, 130, PLAIN, true).upload(backend);
    VectorView bias = vector(Placed.random(random, 1, 120, PLAIN, false));
    MatrixView all = MatrixView.of(backend.allocate(rows * 120L), rows, 120);
    MatrixView one = MatrixView.of(backend.allocate(120), 1, 120);

    backend.linear(Pointwise.RELU, in, w, bias, all);

    for (int row : new int[] {0, 1, 349, 350, 351, 699}) {
      MatrixView only =
          new MatrixView(in.tensor(), in.offset() + (long) row * in.stride(), 1, 130, in.stride());
      backend.linear(Pointwise.RELU, only, w, bias, one);
      float[] inBatch = new float[120];
      backend.download(all.tensor(), row * 120L, inBatch);
      double[] alone = new double[120];
      float[] numbers = backend.download(one.tensor());
      Arrays.setAll(alone, i -> numbers[i]);
      checkClose(row, inBatch, alone);
    }
  }

  @Test
  void nanAndInfinitiesSpreadThroughALayerAlsoWhereItIsSplit() {
    for (int rows : new int[] {1, 3, 600}) {
      Placed x = Placed.random(random, rows, 200, PLAIN, true);
      x.values()[rows - 1][7] = NAN;
      x.values()[0][199] = INF;
      Placed w = Placed.random(random, 150, 200, PLAIN, true);
      w.values()[149][199] = 0;
      Placed bias = Placed.random(random, 1, 150, PLAIN, true);
      Placed out = filled(rows, 150, false);
      MatrixView result = out.upload(backend);
      backend.linear(
          Pointwise.IDENTITY, x.upload(backend), w.upload(backend), vector(bias), result);
      float[] got = Placed.download(backend, result);
      double[] expected = Expected.gemm(1, x, PLAIN, w, TRANSPOSED, 0, out, 200);
      for (int at = 0; at < got.length; at++) {
        assertThat(Float.isNaN(got[at]))
            .as("%d of %d", at, rows)
            .isEqualTo(Double.isNaN(expected[at]));
        assertThat(Float.isInfinite(got[at])).isEqualTo(Double.isInfinite(expected[at]));
      }
    }
  }

  @Test
  void layersOfNothingAreTheBiasOrEmpty() {
    for (int[] size : new int[][] {{0, 3, 2}, {3, 0, 2}, {1, 0, 2}, {3, 2, 0}, {1, 2, 0}}) {
      checkLayer(Pointwise.RELU, size[0], size[1], size[2], false);
      checkLayer(Pointwise.RELU, size[0], size[1], size[2], true);
    }
  }

  @Test
  void sizesThatDoNotFitAreRefusedByName() {
    MatrixView x = MatrixView.of(backend.allocate(6), 2, 3);
    MatrixView w = MatrixView.of(backend.allocate(12), 4, 3);
    MatrixView out = MatrixView.of(backend.allocate(8), 2, 4);
    VectorView bias = VectorView.of(backend.allocate(4));
    VectorView two = VectorView.of(backend.allocate(2));
    refused(() -> backend.linear(Pointwise.RELU, out, w, bias, out), "columns of x");
    refused(() -> backend.linear(Pointwise.RELU, x, w, two, out), "bias");
    refused(() -> backend.linear(Pointwise.RELU, x, w, bias, w), "rows of out");
    refused(() -> backend.linear(Pointwise.RELU, x, w, bias, x), "columns of out");
    refused(() -> backend.activate(Pointwise.RELU, x, two, x), "bias");
    refused(
        () -> backend.activate(Pointwise.RELU, out, bias, MatrixView.of(out.tensor(), 1, 4)),
        "rows of out");
  }

  private static void refused(Runnable call, String named) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  private VectorView vector(Placed row) {
    MatrixView view = row.upload(backend);
    return new VectorView(view.tensor(), view.offset(), view.cols());
  }
}

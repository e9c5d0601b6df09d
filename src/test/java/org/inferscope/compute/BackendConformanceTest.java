package org.inferscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.MatrixView.Layout.PLAIN;
import static org.inferscope.compute.MatrixView.Layout.TRANSPOSED;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.opencl.OpenClTests;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.reference.ReferenceBackend.Accumulation;
import org.inferscope.compute.vector.VectorModule;
import org.inferscope.compute.worker.LocalWorkers;
import org.inferscope.compute.worker.Nd4jWorker;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every backend has to do, measured against float64. A new backend adds one line. */
@ParameterizedClass
@MethodSource("backends")
class BackendConformanceTest {
  private static final double TOLERANCE = 1e-5;
  private static final float INF = Float.POSITIVE_INFINITY;
  private static final float NAN = Float.NaN;

  /** Makes a backend; may fail in any way. */
  interface Maker {
    Backend make() throws Exception;
  }

  @Parameter Maker maker;

  private final NumpyRandom random = new NumpyRandom(42);
  private Backend backend;

  static List<Named<Maker>> backends() {
    if (VectorModule.kernels().isPresent()) {
      // The others are the same with the module and without, and have a run of their own.
      return List.of(
          Named.of(
              "openblas with vectors",
              () -> new OpenBlasLoader(VectorModule.forProcessor()).load()));
    }
    List<Named<Maker>> all = new ArrayList<>();
    all.add(Named.of("reference", () -> new ReferenceBackend(Accumulation.FLOAT32)));
    all.add(Named.of("reference in float64", () -> new ReferenceBackend(Accumulation.FLOAT64)));
    all.add(Named.of("openblas", () -> new OpenBlasLoader().load()));
    all.add(Named.of("openblas in a worker", LocalWorkers::openblas));
    all.add(Named.of("nd4j in a worker", new WorkerMaker(Nd4jWorker.onProcessor())));
    if (OpenClTests.present()) {
      all.add(Named.of("opencl", OpenClTests::open));
    }
    return all;
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
  void gemmAgreesWithFloat64OnEverySizeLayoutAndStride() {
    int[][] sizes = {
      {1, 1, 1},
      {1, 1, 300},
      {1, 300, 1},
      {300, 1, 1},
      {1, 300, 300},
      {300, 300, 1},
      {2, 3, 5},
      {7, 11, 13},
      {64, 64, 64},
      {127, 131, 137},
      {300, 300, 300},
      {100, 250, 240},
      {293, 283, 281},
      {5, 600, 900}
    };
    for (int[] size : sizes) {
      for (Layout ofA : Layout.values()) {
        for (Layout ofB : Layout.values()) {
          checkGemm(size[0], size[1], size[2], ofA, ofB, 1, 0, false);
          checkGemm(size[0], size[1], size[2], ofA, ofB, -0.5f, 1.5f, true);
        }
      }
    }
  }

  @Test
  void gemmAgreesWithFloat64OnRandomShapes() {
    for (int run = 0; run < 60; run++) {
      int m = (int) random.randint(1, 301);
      int k = (int) random.randint(1, 301);
      int n = (int) random.randint(1, 301);
      Layout ofA = random.randomSample() < 0.5 ? PLAIN : TRANSPOSED;
      Layout ofB = random.randomSample() < 0.5 ? PLAIN : TRANSPOSED;
      checkGemm(m, k, n, ofA, ofB, (float) random.standardNormal(), run % 3, run % 2 == 0);
    }
  }

  private void checkGemm(
      int m, int k, int n, Layout ofA, Layout ofB, float alpha, float beta, boolean apart) {
    Placed a = Placed.random(random, m, k, ofA, apart);
    Placed b = Placed.random(random, k, n, ofB, apart);
    Placed c = Placed.random(random, m, n, PLAIN, apart);
    assertThat(
            Accuracy.relativeFrobenius(
                gemm(alpha, a, ofA, b, ofB, beta, c), expected(alpha, a, ofA, b, ofB, beta, c, k)))
        .as("%d×%d×%d %s %s apart=%s", m, k, n, ofA, ofB, apart)
        .isLessThanOrEqualTo(TOLERANCE);
  }

  private float[] gemm(
      float alpha, Placed a, Layout ofA, Placed b, Layout ofB, float beta, Placed c) {
    MatrixView result = c.upload(backend);
    backend.gemm(alpha, a.upload(backend), ofA, b.upload(backend), ofB, beta, result);
    return Placed.download(backend, result);
  }

  private static double[] expected(
      float alpha, Placed a, Layout ofA, Placed b, Layout ofB, float beta, Placed c, int k) {
    return Expected.gemm(alpha, a, ofA, b, ofB, beta, c, k);
  }

  @Test
  void gemmOfNothingLeavesBetaTimesTheOldContent() {
    for (Layout ofA : Layout.values()) {
      for (Layout ofB : Layout.values()) {
        for (boolean apart : new boolean[] {false, true}) {
          Placed a = Placed.random(random, 3, 0, ofA, apart);
          Placed b = Placed.random(random, 0, 2, ofB, apart);
          Placed c = new Placed(new double[][] {{1, 2}, {3, NAN}, {5, INF}}, 2, 1, 3);
          assertThat(gemm(1, a, ofA, b, ofB, 2, c)).containsExactly(2, 4, 6, NAN, 10, INF);
          assertThat(gemm(1, a, ofA, b, ofB, 0, c)).containsExactly(0, 0, 0, 0, 0, 0);
        }
      }
    }
  }

  @Test
  void productsWithoutRowsOrColumnsAreEmpty() {
    for (int[] size : new int[][] {{0, 3, 2}, {3, 2, 0}, {0, 0, 0}, {0, 3, 0}}) {
      for (Layout layout : Layout.values()) {
        boolean apart = layout == PLAIN;
        Placed a = Placed.random(random, size[0], size[1], layout, apart);
        Placed b = Placed.random(random, size[1], size[2], layout, apart);
        Placed c = Placed.random(random, size[0], size[2], PLAIN, apart);
        assertThat(gemm(1, a, layout, b, layout, 1, c)).isEmpty();
      }
    }
  }

  @Test
  void gemmSpreadsNanAndInfinitiesAsPlainLoopsDo() {
    int[][] sizes = {
      {1, 1, 1}, {1, 5, 1}, {1, 64, 64}, {64, 64, 1}, {5, 7, 3}, {64, 64, 64}, {129, 65, 130}
    };
    for (int[] size : sizes) {
      for (Layout ofA : Layout.values()) {
        for (Layout ofB : Layout.values()) {
          Placed a = Placed.random(random, size[0], size[1], ofA, true);
          Placed b = Placed.random(random, size[1], size[2], ofB, true);
          Placed c = Placed.random(random, size[0], size[2], PLAIN, true);
          sprinkle(a, 0, NAN, INF);
          sprinkle(b, -INF, 0, INF);
          checkKinds(gemm(1, a, ofA, b, ofB, 1, c), expected(1, a, ofA, b, ofB, 1, c, size[1]));
        }
      }
    }
  }

  @Test
  void zeroTimesInfinityAndZeroTimesNanAreNan() {
    for (int k : new int[] {1, 2, 8, 64, 300}) {
      for (int size : new int[] {1, 2, 64, 150}) {
        for (float special : new float[] {NAN, INF, -INF}) {
          float[] zeros = new float[size * k];
          float[] specials = new float[k * size];
          Arrays.fill(specials, special);
          assertThat(product(zeros, specials, size, k)).containsOnly(NAN);
          assertThat(product(specials, zeros, size, k)).containsOnly(NAN);
        }
      }
    }
  }

  private float[] product(float[] a, float[] b, int size, int k) {
    DeviceTensor c = backend.allocate((long) size * size);
    backend.gemm(
        1,
        MatrixView.of(backend.upload(a), size, k),
        PLAIN,
        MatrixView.of(backend.upload(b), k, size),
        PLAIN,
        0,
        MatrixView.of(c, size, size));
    return backend.download(c);
  }

  @Test
  void betaZeroOverwritesWhateverWasThere() {
    for (int size : new int[] {1, 3, 64, 200}) {
      Placed a = Placed.random(random, size, size, PLAIN, true);
      Placed c = Placed.random(random, size, size, PLAIN, true);
      for (double[] row : c.values()) {
        Arrays.fill(row, NAN);
      }
      assertThat(gemm(1, a, PLAIN, a, PLAIN, 0, c)).doesNotContain(NAN);
      assertThat(gemv(1, a, PLAIN, new float[size], 0, filled(size, NAN))).containsOnly(0);
    }
  }

  @Test
  void alphaZeroReadsNeitherFactor() {
    for (int size : new int[] {1, 3, 64, 200}) {
      Placed nan = Placed.random(random, size, size, PLAIN, false);
      nan.values()[0][0] = NAN;
      Placed c = new Placed(new double[size][size], size, 0, 0);
      c.values()[0][0] = 3;
      float[] out = gemm(0, nan, PLAIN, nan, PLAIN, 2, c);
      assertThat(out).doesNotContain(NAN);
      assertThat(out[0]).isEqualTo(6);
      assertThat(gemv(0, nan, PLAIN, filled(size, NAN), 2, filled(size, 3))).containsOnly(6);
    }
  }

  @Test
  void gemvAgreesWithFloat64() {
    int[][] sizes = {{1, 1}, {1, 300}, {300, 1}, {13, 17}, {211, 199}, {300, 300}, {768, 3072}};
    for (int[] size : sizes) {
      for (Layout layout : Layout.values()) {
        for (float beta : new float[] {0, 1, -2}) {
          checkGemv(size[0], size[1], layout, beta, false);
        }
      }
    }
  }

  @Test
  void gemvSpreadsNanAndInfinitiesAsPlainLoopsDo() {
    for (int[] size : new int[][] {{1, 1}, {3, 5}, {64, 65}, {200, 100}}) {
      for (Layout layout : Layout.values()) {
        checkGemv(size[0], size[1], layout, 1, true);
      }
    }
  }

  private void checkGemv(int m, int n, Layout layout, float beta, boolean special) {
    Placed a = Placed.random(random, m, n, layout, true);
    Placed x = Placed.random(random, n, 1, PLAIN, false);
    Placed y = Placed.random(random, m, 1, PLAIN, false);
    if (special) {
      sprinkle(a, 0, NAN, INF);
      sprinkle(x, -INF, 0, INF);
    }
    float[] out = gemv(0.75f, a, layout, column(x), beta, column(y));
    double[] expected = expected(0.75f, a, layout, x, PLAIN, beta, y, n);
    if (special) {
      checkKinds(out, expected);
    } else {
      assertThat(Accuracy.relativeFrobenius(out, expected)).isLessThanOrEqualTo(TOLERANCE);
    }
  }

  @Test
  void gemvOfNothingLeavesBetaTimesTheOldContent() {
    Placed noColumns = new Placed(new double[3][0], 0, 2, 1);
    assertThat(gemv(1, noColumns, PLAIN, new float[0], 2, new float[] {1, NAN, 3}))
        .containsExactly(2, NAN, 6);
    assertThat(gemv(1, noColumns, PLAIN, new float[0], 0, new float[] {1, NAN, 3}))
        .containsExactly(0, 0, 0);
    assertThat(gemv(1, noColumns, TRANSPOSED, new float[3], 1, new float[0])).isEmpty();
  }

  private float[] gemv(float alpha, Placed a, Layout layout, float[] x, float beta, float[] y) {
    DeviceTensor result = backend.upload(y);
    backend.gemv(
        alpha,
        a.upload(backend),
        layout,
        VectorView.of(backend.upload(x)),
        beta,
        VectorView.of(result));
    return backend.download(result);
  }

  @Test
  void biasIsAddedToEveryRow() {
    for (int[] size : new int[][] {{1, 1}, {5, 7}, {31, 300}, {0, 4}, {4, 0}}) {
      Placed x = Placed.random(random, size[0], size[1], PLAIN, true);
      Placed bias = Placed.random(random, 1, size[1], PLAIN, false);
      MatrixView view = x.upload(backend);
      backend.addBias(view, vector(bias));
      double[] expected = rows(x, size[1], row -> sum(row, bias.values()[0]));
      checkClose(Placed.download(backend, view), expected);
    }
  }

  @Test
  void reluKeepsWhatIsPositiveAndNan() {
    float[] in = {-1, 0, 2.5f, -INF, INF, NAN};
    assertThat(mapped(in, backend::relu)).containsExactly(0, 0, 2.5f, 0, INF, NAN);
  }

  @Test
  void geluIsTheTanhForm() {
    checkElements(backend::gelu, Expected::gelu);
    assertThat(mapped(new float[] {0, INF, NAN, 30, -30}, backend::gelu))
        .usingElementComparator(BackendConformanceTest::compareIgnoringSignOfZero)
        .containsExactly(0, INF, NAN, 30, 0);
  }

  private static int compareIgnoringSignOfZero(Float a, Float b) {
    return Float.compare(a + 0f, b + 0f);
  }

  /** An operation from one matrix to another. */
  private interface Elementwise {
    void apply(MatrixView x, MatrixView out);
  }

  private float[] mapped(float[] in, Elementwise operation) {
    MatrixView view = MatrixView.of(backend.upload(in), 1, in.length);
    operation.apply(view, view);
    return backend.download(view.tensor());
  }

  private void checkElements(Elementwise operation, DoubleUnaryOperator expected) {
    for (int[] size : new int[][] {{1, 1}, {3, 5}, {17, 257}, {0, 4}, {4, 0}}) {
      Placed x = Placed.random(random, size[0], size[1], PLAIN, true);
      Placed out = Placed.random(random, size[0], size[1], PLAIN, true);
      MatrixView result = out.upload(backend);
      MatrixView input = x.upload(backend);
      operation.apply(input, result);
      double[] wanted = rows(x, size[1], row -> Arrays.stream(row).map(expected).toArray());
      checkClose(Placed.download(backend, result), wanted);
      operation.apply(input, input);
      checkClose(Placed.download(backend, input), wanted);
    }
  }

  @Test
  void layerNormAgreesWithFloat64AlsoFarFromZero() {
    for (int[] size : new int[][] {{1, 1}, {1, 2}, {9, 768}, {31, 193}, {0, 4}, {4, 0}}) {
      for (double shift : new double[] {0, 100}) {
        Placed x = Placed.random(random, size[0], size[1], PLAIN, true);
        for (double[] row : x.values()) {
          Arrays.setAll(row, j -> (float) (row[j] + shift));
        }
        checkLayerNorm(x, size[1], shift == 0 ? TOLERANCE : 1e-4);
      }
    }
  }

  private void checkLayerNorm(Placed x, int width, double tolerance) {
    Placed gain = Placed.random(random, 1, width, PLAIN, false);
    Placed bias = Placed.random(random, 1, width, PLAIN, false);
    MatrixView view = x.upload(backend);
    backend.layerNorm(view, vector(gain), vector(bias), 1e-5f, view);
    double[] expected =
        rows(x, width, row -> Expected.layerNorm(row, gain.values()[0], bias.values()[0], 1e-5f));
    assertThat(Accuracy.relativeFrobenius(Placed.download(backend, view), expected))
        .isLessThanOrEqualTo(tolerance);
  }

  @Test
  void causalSoftmaxSeesThePastAndItself() {
    for (int[] size : new int[][] {{1, 1, 0}, {5, 5, 0}, {3, 10, 7}, {64, 130, 66}, {4, 0, 0}}) {
      Placed x = Placed.random(random, size[0], size[1], PLAIN, true);
      int past = size[2];
      MatrixView view = x.upload(backend);
      backend.causalSoftmax(view, past, view);
      int[] row = {0};
      double[] expected =
          rows(x, size[1], v -> Expected.softmax(v, Math.min(v.length, past + ++row[0])));
      checkClose(Placed.download(backend, view), expected);
    }
  }

  @Test
  void softmaxOfLargeScoresDoesNotOverflow() {
    assertThat(softmax(1000, 1000, -INF)).containsExactly(0.5f, 0.5f, 0);
    assertThat(softmax(-3e38f, -3e38f, -INF)).containsExactly(0.5f, 0.5f, 0);
  }

  @Test
  void softmaxOfNothingFiniteIsNan() {
    assertThat(softmax(-INF, -INF)).containsOnly(NAN);
    assertThat(softmax(1, NAN)).containsOnly(NAN);
    assertThat(softmax(1, INF)).containsOnly(NAN);
  }

  @Test
  void maskedScoresAreNotRead() {
    MatrixView view = MatrixView.of(backend.upload(new float[] {5, NAN, INF}), 1, 3);
    backend.causalSoftmax(view, 0, view);
    assertThat(backend.download(view.tensor())).containsExactly(1, 0, 0);
  }

  private float[] softmax(float... scores) {
    return mapped(scores, (x, out) -> backend.causalSoftmax(x, scores.length, out));
  }

  @Test
  void gatherPicksRowsAlsoTwice() {
    Placed table = Placed.random(random, 11, 5, PLAIN, true);
    Placed out = Placed.random(random, 4, 5, PLAIN, true);
    MatrixView view = out.upload(backend);
    backend.gather(table.upload(backend), new int[] {10, 0, 3, 3}, view);
    float[] picked = Placed.download(backend, view);
    int[] rows = {10, 0, 3, 3};
    for (int i = 0; i < picked.length; i++) {
      assertThat(picked[i]).isEqualTo((float) table.values()[rows[i / 5]][i % 5]);
    }
    MatrixView noColumns = new MatrixView(backend.allocate(0), 0, 3, 0, 7);
    backend.gather(noColumns, new int[] {2, 1, 0}, noColumns);
  }

  @Test
  void gatherRefusesRowsThatAreNotThere() {
    MatrixView table = MatrixView.of(backend.upload(new float[] {1, 2}), 2, 1);
    MatrixView out = MatrixView.of(backend.allocate(1), 1, 1);
    for (int row : new int[] {-1, 2}) {
      assertThatThrownBy(() -> backend.gather(table, new int[] {row}, out))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessageContaining("" + row);
    }
  }

  @Test
  void multiplyGivesTheProductOfHostMatrices() {
    for (int[] size :
        new int[][] {{2, 3, 2}, {1, 1, 1}, {64, 64, 64}, {3, 600, 5}, {600, 7, 600}}) {
      Matrix a = random.randn(size[0], size[1]);
      Matrix b = random.randn(size[1], size[2]);
      Matrix c = backend.multiply(a, b);
      assertThat(c.shapeText()).isEqualTo(size[0] + "×" + size[2]);
      assertThat(Accuracy.relativeFrobenius(c.toArray(), product(a, b)))
          .isLessThanOrEqualTo(TOLERANCE);
    }
    assertThat(backend.multiply(Matrix.zeros(0, 3), Matrix.zeros(3, 2)))
        .isEqualTo(Matrix.zeros(0, 2));
    assertThat(backend.multiply(Matrix.zeros(2, 0), Matrix.zeros(0, 2)))
        .isEqualTo(Matrix.zeros(2, 2));
    assertThatThrownBy(() -> backend.multiply(Matrix.zeros(2, 3), Matrix.zeros(2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] product(Matrix a, Matrix b) {
    double[] out = new double[a.rows() * b.cols()];
    for (int at = 0; at < out.length; at++) {
      for (int k = 0; k < a.cols(); k++) {
        out[at] += (double) a.get(at / b.cols(), k) * b.get(k, at % b.cols());
      }
    }
    return out;
  }

  @Test
  void memoryIsClearAtFirstAndComesBackAsItWent() {
    assertThat(backend.download(backend.allocate(1000))).containsOnly(0);
    float[] numbers = {1, -0f, NAN, INF, Float.MIN_VALUE};
    assertThat(backend.download(backend.upload(numbers))).containsExactly(numbers);
    float[] part = new float[2];
    backend.download(backend.upload(numbers), 3, part);
    assertThat(part).containsExactly(INF, Float.MIN_VALUE);
    assertThat(backend.download(backend.upload(new float[0]))).isEmpty();
  }

  @Test
  void buffersOfAnyKindAreUploadedFromTheirPosition() {
    FloatBuffer heap = FloatBuffer.wrap(new float[] {9, 1, 2, 9}).position(1).limit(3);
    FloatBuffer direct =
        ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder()).asFloatBuffer();
    direct.put(new float[] {9, 1, 2, 9}).position(1).limit(3);
    for (FloatBuffer source : List.of(heap, heap.asReadOnlyBuffer(), direct)) {
      assertThat(backend.download(backend.upload(source))).containsExactly(1, 2);
      assertThat(source.position()).isEqualTo(1);
    }
  }

  @Test
  void sizesThatDoNotFitAreRefusedByName() {
    MatrixView a = MatrixView.of(backend.allocate(6), 2, 3);
    MatrixView c = MatrixView.of(backend.allocate(6), 2, 3);
    VectorView two = VectorView.of(backend.allocate(2));
    refused(() -> backend.gemm(1, a, PLAIN, a, PLAIN, 0, c), "columns of a");
    refused(() -> backend.gemm(1, a, PLAIN, a, TRANSPOSED, 0, c), "columns of b");
    refused(() -> backend.gemv(1, a, PLAIN, two, 0, two), "'x'");
    refused(() -> backend.addBias(a, two), "bias");
    refused(() -> backend.layerNorm(a, two, two, 1e-5f, a), "gain");
    refused(() -> backend.relu(a, MatrixView.of(a.tensor(), 3, 2)), "rows of out");
    refused(() -> backend.causalSoftmax(a, -1, a), "past");
    refused(() -> backend.allocate(-1), "size");
    refused(() -> new MatrixView(a.tensor(), 1, 2, 3, 3), "offset");
    refused(() -> new MatrixView(a.tensor(), 0, 2, 3, 2), "stride");
    refused(() -> new VectorView(a.tensor(), 5, 2), "offset");
    refused(() -> backend.download(a.tensor(), 5, new float[2]), "offset");
  }

  private static void refused(Runnable call, String named) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void aClosedTensorIsRefusedAndCanBeClosedAgain() {
    DeviceTensor tensor = backend.upload(new float[] {1});
    tensor.close();
    tensor.close();
    assertThatThrownBy(() -> backend.download(tensor)).isInstanceOf(IllegalStateException.class);
  }

  private static float[] filled(int size, float value) {
    float[] all = new float[size];
    Arrays.fill(all, value);
    return all;
  }

  private static float[] column(Placed x) {
    float[] column = new float[x.values().length];
    for (int i = 0; i < column.length; i++) {
      column[i] = (float) x.values()[i][0];
    }
    return column;
  }

  private VectorView vector(Placed row) {
    MatrixView view = row.upload(backend);
    return new VectorView(view.tensor(), view.offset(), view.cols());
  }

  private static double[] sum(double[] x, double[] y) {
    double[] sum = x.clone();
    Arrays.setAll(sum, j -> x[j] + y[j]);
    return sum;
  }

  /** What one row becomes. */
  private interface RowFunction {
    double[] apply(double[] row);
  }

  private static double[] rows(Placed x, int width, RowFunction f) {
    double[] all = new double[x.values().length * width];
    for (int i = 0; i < x.values().length; i++) {
      System.arraycopy(f.apply(x.values()[i]), 0, all, i * width, width);
    }
    return all;
  }

  /** Replaces some entries by each of the values given. */
  private void sprinkle(Placed x, float... specials) {
    for (float special : specials) {
      double[] row = x.values()[(int) random.randint(0, x.values().length)];
      row[(int) random.randint(0, row.length)] = special;
    }
  }

  private static void checkClose(float[] out, double[] expected) {
    assertThat(Accuracy.relativeFrobenius(out, expected)).isLessThanOrEqualTo(TOLERANCE);
  }

  /** The same entries are NaN, the same are infinite with their sign, the others are close. */
  private static void checkKinds(float[] out, double[] expected) {
    assertThat(out).hasSameSizeAs(expected);
    for (int i = 0; i < out.length; i++) {
      double error = Math.abs(out[i] - expected[i]);
      assertThat(Double.compare(out[i], expected[i]) == 0 || error < 1e-4)
          .as("entry %d: %s for %s", i, out[i], expected[i])
          .isTrue();
    }
  }
}

package org.inferscope.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.MatrixView.Layout.PLAIN;
import static org.inferscope.compute.MatrixView.Layout.TRANSPOSED;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.inferscope.compute.BackendConformanceTest.Maker;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.tensor.Rounding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What GPT-2 needs of every backend, measured against float64. */
@ParameterizedClass
@MethodSource("backends")
class GptConformanceTest {
  private static final double TOLERANCE = 1e-5;
  private static final float NAN = Float.NaN;
  private static final DType[] FORMATS = {DType.FP32, DType.BF16, DType.INT8};

  /** T, I, O: either side of every choice that a backend makes by size. */
  private static final int[][] LAYERS = {
    {1, 1, 1},
    {1, 7, 5},
    {1, 300, 1},
    {1, 1, 300},
    {1, 700, 600},
    {2, 3, 5},
    {2, 700, 600},
    {3, 64, 64},
    {4, 131, 137},
    {5, 301, 130},
    {6, 64, 65},
    {7, 500, 290},
    {8, 129, 63},
    {9, 128, 128},
    {16, 300, 500},
    {17, 300, 500},
    {19, 257, 193},
    {64, 500, 300},
    {530, 70, 66}
  };

  /** H, D / H, T, P: heads, their width, rows and earlier positions. */
  private static final int[][] ATTENTIONS = {
    {1, 1, 1, 0}, {1, 1, 3, 0}, {3, 5, 1, 0}, {3, 5, 1, 70}, {2, 7, 4, 3}, {5, 3, 7, 129},
    {2, 64, 8, 0}, {3, 64, 65, 0}, {1, 64, 130, 0}, {4, 32, 49, 30}, {2, 70, 97, 131}, {3, 1, 50, 1}
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

  private static FloatBuffer direct(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Test
  void placedNumbersAreTheRemainingOnesAndOutliveTheTensor() {
    FloatBuffer numbers = direct(20);
    for (int i = 0; i < 20; i++) {
      numbers.put(i, i);
    }
    FloatBuffer some = numbers.slice(3, 12).asReadOnlyBuffer().position(2).limit(9);
    DeviceTensor tensor = backend.place(some);
    assertThat(some.position()).isEqualTo(2);
    assertThat(tensor.size()).isEqualTo(7);
    assertThat(backend.download(tensor)).containsExactly(5, 6, 7, 8, 9, 10, 11);
    float[] part = new float[2];
    backend.download(tensor, 4, part);
    assertThat(part).containsExactly(9, 10);
    tensor.close();
    assertThat(numbers.get(5)).isEqualTo(5);
  }

  @Test
  void placedNumbersThatDoNotBeginAtAFloatsAddressAreRead() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(4 * 6 + 1).order(ByteOrder.nativeOrder());
    FloatBuffer odd = bytes.position(1).slice().order(ByteOrder.nativeOrder()).asFloatBuffer();
    odd.put(0, new float[] {1, 2, 3, 4, 5, 6});
    MatrixView a = MatrixView.of(backend.place(odd), 2, 3);
    DeviceTensor sums = backend.allocate(2);
    VectorView ones = VectorView.of(backend.upload(new float[] {1, 1, 1}));
    backend.gemv(1, a, PLAIN, ones, 0, VectorView.of(sums));
    assertThat(backend.download(sums)).containsExactly(6, 15);
  }

  @Test
  void writingReplacesPartOfATensor() {
    DeviceTensor tensor = backend.upload(new float[] {1, 2, 3, 4});
    backend.write(new float[] {7, 8}, tensor, 1);
    backend.write(new float[0], tensor, 4);
    assertThat(backend.download(tensor)).containsExactly(1, 7, 8, 4);
    assertThatThrownBy(() -> backend.write(new float[] {7, 8}, tensor, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void matricesAreAddedNumberByNumber() {
    for (int[] size : new int[][] {{1, 1}, {5, 7}, {300, 301}, {0, 3}, {3, 0}}) {
      Placed a = Placed.random(random, size[0], size[1], PLAIN, true);
      Placed b = Placed.random(random, size[0], size[1], PLAIN, true);
      double[] expected = new double[size[0] * size[1]];
      for (int i = 0; i < expected.length; i++) {
        expected[i] =
            (float) (a.values()[i / size[1]][i % size[1]] + b.values()[i / size[1]][i % size[1]]);
      }
      MatrixView left = a.upload(backend);
      backend.add(left, b.upload(backend), left);
      checkClose(Placed.download(backend, left), expected, "sum");
    }
  }

  @Test
  void layersOnWeightsAgreeWithFloat64InEveryFormatAndSize() {
    for (DType format : FORMATS) {
      for (int[] size : LAYERS) {
        checkLayer(size[0], size[1], size[2], format, PLAIN, Pointwise.GELU);
        checkLayer(size[0], size[1], size[2], format, TRANSPOSED, Pointwise.IDENTITY);
      }
    }
  }

  private void checkLayer(int t, int in, int out, DType format, Layout layout, Pointwise f) {
    Placed x = Placed.random(random, t, in, PLAIN, true);
    // Sums near 1: the activation of one far from it has fewer digits than the sum.
    for (double[] row : x.values()) {
      Arrays.setAll(row, k -> (float) (row[k] / Math.sqrt(in)));
    }
    Placed w = Placed.random(random, in, out, layout, true);
    Placed bias = Placed.random(random, 1, out, PLAIN, false);
    Placed before = Placed.random(random, t, out, PLAIN, true);
    double[] product = product(x, w, layout, t, in, out, format);
    double[] biased = product.clone();
    double[] added = product.clone();
    for (int i = 0; i < product.length; i++) {
      biased[i] = f.of(product[i] + bias.values()[0][i % out]);
      added[i] += bias.values()[0][i % out] + before.values()[i / out][i % out];
    }
    String name = "%d×%d×%d %s %s".formatted(t, in, out, format, layout);
    MatrixView inputs = x.upload(backend);
    VectorView biases = VectorView.of(bias.upload(backend).tensor());
    biases = new VectorView(biases.tensor(), 0, out);
    try (LayerWeights weights = backend.weights(w.upload(backend), layout, format)) {
      assertThat(weights.inputs()).isEqualTo(in);
      assertThat(weights.outputs()).isEqualTo(out);
      assertThat(weights.format()).isEqualTo(format);
      MatrixView result = before.upload(backend);
      backend.product(inputs, weights, result);
      checkClose(Placed.download(backend, result), product, "product " + name);
      MatrixView projected = before.upload(backend);
      backend.project(f, inputs, weights, biases, projected);
      checkClose(Placed.download(backend, projected), biased, "project " + name);
      MatrixView sum = before.upload(backend);
      backend.accumulate(inputs, weights, biases, sum);
      checkClose(Placed.download(backend, sum), added, "accumulate " + name);
    }
  }

  private static double[] product(
      Placed x, Placed w, Layout layout, int t, int in, int out, DType format) {
    double[] product = new double[t * out];
    for (int o = 0; o < out; o++) {
      double[] column = rounded(w.column(o, in, layout), format);
      for (int i = 0; i < t; i++) {
        for (int k = 0; k < in; k++) {
          product[i * out + o] += x.values()[i][k] * column[k];
        }
      }
    }
    return product;
  }

  /** As {@link LayerWeights} says. */
  private static double[] rounded(double[] column, DType format) {
    double[] rounded = column.clone();
    float scale = (float) Arrays.stream(column).map(Math::abs).max().orElse(0) / 127;
    for (int k = 0; k < column.length; k++) {
      float weight = (float) column[k];
      rounded[k] =
          switch (format) {
            case BF16 -> Rounding.toBf16(weight);
            case INT8 -> scale == 0 ? 0 : (double) scale * Math.round(weight / scale);
            default -> weight;
          };
    }
    return rounded;
  }

  @Test
  void layersWithoutRowsInputsOrOutputsAreTheirBias() {
    for (DType format : FORMATS) {
      for (int[] size : new int[][] {{0, 3, 2}, {3, 0, 2}, {3, 2, 0}, {1, 0, 2}, {20, 0, 70}}) {
        checkLayer(size[0], size[1], size[2], format, PLAIN, Pointwise.GELU);
        checkLayer(size[0], size[1], size[2], format, TRANSPOSED, Pointwise.IDENTITY);
      }
    }
  }

  @Test
  void weightsOfZeroStayZeroInEveryFormat() {
    for (DType format : FORMATS) {
      for (int t : new int[] {1, 20}) {
        MatrixView zero = MatrixView.of(backend.allocate(9 * 70), 9, 70);
        MatrixView x = Placed.random(random, t, 9, PLAIN, false).upload(backend);
        x = new MatrixView(x.tensor(), 0, t, 9, 9);
        DeviceTensor out = backend.upload(filled(t * 70, NAN));
        backend.product(x, backend.weights(zero, PLAIN, format), MatrixView.of(out, t, 70));
        assertThat(backend.download(out)).containsOnly(0);
      }
    }
  }

  @Test
  void aRowWithNanLeavesTheOthersAlone() {
    for (DType format : FORMATS) {
      for (int t : new int[] {2, 7, 40}) {
        Placed x = Placed.random(random, t, 33, PLAIN, true);
        x.values()[1][5] = NAN;
        MatrixView w = Placed.random(random, 33, 65, PLAIN, true).upload(backend);
        MatrixView out = MatrixView.of(backend.allocate(t * 65L), t, 65);
        backend.product(x.upload(backend), backend.weights(w, PLAIN, format), out);
        float[] all = backend.download(out.tensor());
        for (int i = 0; i < all.length; i++) {
          assertThat(Float.isNaN(all[i])).isEqualTo(i / 65 == 1);
        }
      }
    }
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    MatrixView three = MatrixView.of(backend.allocate(9), 3, 3);
    MatrixView four = MatrixView.of(backend.allocate(12), 3, 4);
    VectorView bias = VectorView.of(backend.allocate(3));
    LayerWeights w = backend.weights(three, PLAIN, DType.FP32);
    assertThatThrownBy(() -> backend.product(four, w, three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> backend.accumulate(three, w, bias, four))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> backend.weights(three, PLAIN, DType.FP8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FP8");
  }

  @Test
  void attentionAgreesWithFloat64() {
    for (int[] size : ATTENTIONS) {
      checkAttention(size[0], size[1], size[2], size[3], true);
      checkAttention(size[0], size[1], size[2], size[3], false);
    }
  }

  /** Queries, keys and values lie beside each other, as in the cache of a model. */
  private void checkAttention(int heads, int width, int rows, int past, boolean keep) {
    int d = heads * width;
    int seen = past + rows;
    double[][] qkv = new double[seen][3 * d];
    for (double[] row : qkv) {
      Arrays.setAll(row, j -> (float) (2 * random.standardNormal()));
    }
    MatrixView all = new Placed(qkv, 3 * d, 5, 3).upload(backend);
    MatrixView later =
        new MatrixView(
            all.tensor(), all.offset() + (long) past * all.stride(), rows, d, all.stride());
    MatrixView k = new MatrixView(all.tensor(), all.offset() + d, seen, d, all.stride());
    MatrixView v = new MatrixView(all.tensor(), all.offset() + 2 * d, seen, d, all.stride());
    MatrixView out = Placed.random(random, rows, d, PLAIN, true).upload(backend);
    float[][] pattern = keep ? new float[heads][CausalRows.size(rows, past)] : null;
    backend.attention(heads, later, k, v, out, pattern);
    String name = "%d heads of %d, %d rows after %d".formatted(heads, width, rows, past);
    double[][] weights = expectedPattern(qkv, heads, width, rows, past);
    checkClose(Placed.download(backend, out), mixed(qkv, weights, width, rows, past), name);
    for (int h = 0; keep && h < heads; h++) {
      checkClose(pattern[h], weights[h], "pattern of " + name);
    }
  }

  private static double[][] expectedPattern(
      double[][] qkv, int heads, int width, int rows, int past) {
    double[][] pattern = new double[heads][CausalRows.size(rows, past)];
    for (int h = 0; h < heads; h++) {
      for (int i = 0; i < rows; i++) {
        double[] scores = new double[CausalRows.length(i, past)];
        for (int j = 0; j < scores.length; j++) {
          for (int c = 0; c < width; c++) {
            scores[j] += qkv[past + i][h * width + c] * qkv[j][heads * width + h * width + c];
          }
          scores[j] /= Math.sqrt(width);
        }
        double[] weights = Expected.softmax(scores, scores.length);
        System.arraycopy(weights, 0, pattern[h], CausalRows.start(i, past), weights.length);
      }
    }
    return pattern;
  }

  private static double[] mixed(double[][] qkv, double[][] pattern, int width, int rows, int past) {
    int d = pattern.length * width;
    double[] out = new double[rows * d];
    for (int at = 0; at < out.length; at++) {
      int row = at / d;
      int column = at % d;
      for (int j = 0; j < CausalRows.length(row, past); j++) {
        double weight = pattern[column / width][CausalRows.start(row, past) + j];
        out[at] += weight * qkv[j][2 * d + column];
      }
    }
    return out;
  }

  @Test
  void attentionOfNoRowsIsNothing() {
    MatrixView none = MatrixView.of(backend.allocate(0), 0, 4);
    MatrixView keys = MatrixView.of(backend.allocate(12), 3, 4);
    backend.attention(2, none, keys, keys, none, null);
    assertThatThrownBy(() -> backend.attention(3, keys, keys, keys, keys, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] filled(int size, float number) {
    float[] numbers = new float[size];
    Arrays.fill(numbers, number);
    return numbers;
  }

  private static void checkClose(float[] given, double[] expected, String name) {
    assertThat(given).as(name).hasSameSizeAs(expected);
    if (given.length > 0) {
      assertThat(Accuracy.relativeFrobenius(given, expected))
          .as(name)
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }
}

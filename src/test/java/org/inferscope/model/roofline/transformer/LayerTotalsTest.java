package org.inferscope.model.roofline.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTotalsTest {
  private static final List<DType> FORMATS = List.of(DType.values());

  private static final LayerTotals NOTEBOOK =
      new LayerTotals(TransformerSpec.NOTEBOOK, Workload.NOTEBOOK);

  private static String printed(double flops) {
    return String.format(Locale.ROOT, "%.2f", flops / 1e9);
  }

  /** What the notebook's cell prints. */
  @ParameterizedTest
  @CsvSource({
    "QKV, 2048, 4096, 12288, 206.16",
    "SCORES, 65536, 128, 2048, 34.36",
    "VALUES, 65536, 2048, 128, 34.36",
    "OUTPUT, 2048, 4096, 4096, 68.72",
    "FFN_UP, 2048, 4096, 22016, 369.37",
    "FFN_DOWN, 2048, 11008, 4096, 184.68"
  })
  void everyProductIsTheNotebooks(
      LayerMatmul matmul, double rows, double k, double n, String gflops) {
    MatmulShape shape = NOTEBOOK.shape(matmul);
    assertThat(shape.rows()).isEqualTo(rows);
    assertThat(shape.k()).isEqualTo(k);
    assertThat(shape.n()).isEqualTo(n);
    assertThat(printed(shape.flops())).isEqualTo(gflops);
  }

  @Test
  void totalsAndSharesAreTheNotebooksToAllPrintedDigits() {
    assertThat(printed(NOTEBOOK.flops())).isEqualTo("897.65");
    assertThat(String.format(Locale.ROOT, "%.1f", 100 * NOTEBOOK.ffnFlops() / NOTEBOOK.flops()))
        .isEqualTo("61.7");
    assertThat(
            String.format(Locale.ROOT, "%.1f", 100 * NOTEBOOK.attentionFlops() / NOTEBOOK.flops()))
        .isEqualTo("38.3");
  }

  @Test
  void headsThatShareKeysAndValuesTakeAsManyOperationsForScoresInLargerProducts() {
    TransformerSpec llama3 = new TransformerSpec(32, 4096, 32, 8, 14336, true, 128256, false, 0);
    LayerTotals layer = new LayerTotals(llama3, new Workload(Phase.DECODE, 2048, 2, 4095));
    MatmulShape scores = layer.shape(LayerMatmul.SCORES);
    // Two sequences of 8 heads of keys; each is asked by 4 heads with 1 token.
    assertThat(scores).isEqualTo(new MatmulShape(16, 4, 128, 4096, MatmulShape.Right.CACHE));
    assertThat(scores.rows()).isEqualTo(2 * 32);
    assertThat(layer.shape(LayerMatmul.QKV).n()).isEqualTo(4096 + 2 * 1024);
    assertThat(layer.shape(LayerMatmul.QKV).m()).isEqualTo(2);
    assertThat(scores.flops()).isEqualTo(2.0 * 2 * 32 * 128 * 4096);
  }

  /** Worked by hand: (3·11008 − 4·4096) / 2. */
  @Test
  void attentionOvertakesTheFeedForwardBlockOfTheNotebookFrom8320Tokens() {
    assertThat(NOTEBOOK.crossover()).hasValue(8320);
    LayerTotals there = new LayerTotals(TransformerSpec.NOTEBOOK, work(Phase.PREFILL, 8320, 0));
    assertThat(there.attentionFlops()).isEqualTo(there.ffnFlops());
  }

  /** GPT-2: (2·3072 − 4·768) / 2 = 1536 tokens, more than it can read. */
  @Test
  void withoutAGateAttentionOvertakesSooner() {
    TransformerSpec gpt2 = new TransformerSpec(12, 768, 12, 12, 3072, false, 50257, true, 1024);
    assertThat(new LayerTotals(gpt2, Workload.NOTEBOOK).crossover()).hasValue(1536);
  }

  @Test
  void aNarrowFeedForwardBlockIsAlwaysBehind() {
    TransformerSpec narrow = new TransformerSpec(1, 64, 4, 4, 64, false, 100, true, 0);
    assertThat(new LayerTotals(narrow, Workload.NOTEBOOK).crossover()).isEmpty();
  }

  @Test
  void atTheCrossoverBothTakeTheSameWhateverBatchAndPhase() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      TransformerSpec spec = spec(random);
      LayerTotals any = new LayerTotals(spec, Workload.NOTEBOOK);
      if (any.crossover().isEmpty() || any.crossover().getAsDouble() < 2) {
        continue;
      }
      int context = (int) any.crossover().getAsDouble();
      Phase phase = random.nextBoolean() ? Phase.PREFILL : Phase.DECODE;
      int batch = 1 + random.nextInt(64);
      Workload before = new Workload(phase, 1, batch, context - 1);
      Workload after = new Workload(phase, 1, batch, context + 1);
      LayerTotals left = new LayerTotals(spec, before);
      LayerTotals right = new LayerTotals(spec, after);
      assertThat(left.attentionFlops()).isLessThanOrEqualTo(left.ffnFlops());
      assertThat(right.attentionFlops()).isGreaterThan(right.ffnFlops());
    }
  }

  @Test
  void productsWithWeightsGrowDenserWithTheBatchUpToTheirLimit() {
    for (DType dtype : List.of(DType.FP32, DType.FP16, DType.INT8)) {
      Formats formats = Formats.of(dtype);
      for (LayerMatmul matmul : LayerMatmul.values()) {
        MatmulShape one = at(1).shape(matmul);
        if (one.right() == MatmulShape.Right.CACHE) {
          // More sequences bring their own keys and values: nothing is shared.
          assertThat(at(512).shape(matmul).intensity(formats))
              .isCloseTo(one.intensity(formats), within(1e-12));
          continue;
        }
        double before = 0;
        for (int batch = 1; batch <= Workload.LARGEST_BATCH; batch *= 2) {
          double intensity = at(batch).shape(matmul).intensity(formats);
          assertThat(intensity).isGreaterThan(before).isLessThan(one.intensityLimit(formats));
          before = intensity;
        }
        assertThat(one.withRows(1e12).intensity(formats))
            .isCloseTo(one.intensityLimit(formats), within(1e-3));
      }
    }
  }

  @Test
  void intensityIsTheSameWhenMAndNChangePlacesInOneFormat() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double m = 1.0 + random.nextInt(9000);
      double k = 1.0 + random.nextInt(9000);
      double n = 1.0 + random.nextInt(9000);
      Formats formats = Formats.of(FORMATS.get(random.nextInt(FORMATS.size())));
      assertThat(MatmulShape.of(m, k, n).intensity(formats))
          .isCloseTo(MatmulShape.of(n, k, m).intensity(formats), within(1e-9));
    }
  }

  @Test
  void theLayerIsTheSumOfItsProducts() {
    Roof roof = new Roof("A100", 312e12, 2e12);
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      LayerTotals layer =
          new LayerTotals(
              spec(random),
              new Workload(
                  Phase.PREFILL,
                  1 + random.nextInt(4096),
                  1 + random.nextInt(8),
                  random.nextInt(99)));
      List<MatmulShape> shapes = Stream.of(LayerMatmul.values()).map(layer::shape).toList();
      assertThat(layer.flops()).isEqualTo(shapes.stream().mapToDouble(MatmulShape::flops).sum());
      assertThat(layer.ffnFlops() + layer.attentionFlops()).isEqualTo(layer.flops());
      assertThat(layer.seconds(Formats.NOTEBOOK, roof))
          .isGreaterThanOrEqualTo(
              roof.seconds(layer.flops(), layer.bytes(Formats.NOTEBOOK)) * (1 - 1e-12));
    }
  }

  @Test
  void sizesThatDoNotDivideOrAreOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new TransformerSpec(1, 100, 3, 3, 4, true, 5, false, 0))
        .hasMessageContaining("hidden");
    assertThatThrownBy(() -> new TransformerSpec(1, 96, 4, 3, 4, true, 5, false, 0))
        .hasMessageContaining("heads");
    assertThatThrownBy(() -> Workload.NOTEBOOK.withBatch(0)).hasMessageContaining("batch");
    assertThatThrownBy(() -> Workload.NOTEBOOK.withSequence(0)).hasMessageContaining("sequence");
    assertThatThrownBy(() -> Workload.NOTEBOOK.withCached(-1)).hasMessageContaining("cached");
  }

  private static LayerTotals at(int batch) {
    return new LayerTotals(TransformerSpec.NOTEBOOK, new Workload(Phase.DECODE, 2048, batch, 1000));
  }

  private static Workload work(Phase phase, int sequence, int cached) {
    return new Workload(phase, sequence, 1, cached);
  }

  private static TransformerSpec spec(Random random) {
    int kvHeads = 1 + random.nextInt(8);
    int heads = kvHeads * (1 + random.nextInt(4));
    int hidden = heads * 8 * (1 + random.nextInt(16));
    return new TransformerSpec(
        1 + random.nextInt(90),
        hidden,
        heads,
        kvHeads,
        hidden * (2 + random.nextInt(4)),
        random.nextBoolean(),
        100 + random.nextInt(50_000),
        random.nextBoolean(),
        0);
  }
}

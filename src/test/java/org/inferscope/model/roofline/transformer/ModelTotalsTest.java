package org.inferscope.model.roofline.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

class ModelTotalsTest {
  private static final Roof A100 = new Roof("A100", 312e12, 2e12);
  private static final TransformerSpec LLAMA_3_8B =
      new TransformerSpec(32, 4096, 32, 8, 14336, true, 128256, false, 0);

  private static ModelTotals totals(TransformerSpec spec, Workload work) {
    return new ModelTotals(new LayerTotals(spec, work), Formats.NOTEBOOK);
  }

  /** 2·32·4096 numbers of two bytes. */
  @Test
  void aTokenOfLlama2Takes524288BytesOfCache() {
    ModelTotals llama2 = totals(TransformerSpec.NOTEBOOK, Workload.NOTEBOOK);
    assertThat(llama2.kvBytesPerToken()).isEqualTo(524_288);
    assertThat(llama2.kvBytes()).isEqualTo(2048 * 524_288.0);
  }

  /** A quarter: 8 heads of keys and values for 32 of queries. */
  @Test
  void headsThatShareKeysAndValuesTakeAQuarterOfTheCache() {
    Workload work = new Workload(Phase.DECODE, 1, 16, 8191);
    ModelTotals llama3 = totals(LLAMA_3_8B, work);
    assertThat(llama3.kvBytesPerToken()).isEqualTo(131_072);
    assertThat(llama3.kvBytes()).isEqualTo(16 * 8192 * 131_072.0);
    ModelTotals quantised =
        new ModelTotals(new LayerTotals(LLAMA_3_8B, work), new Formats(DType.INT4, DType.FP8));
    assertThat(quantised.kvBytesPerToken()).isEqualTo(65_536);
    assertThat(quantised.parameterBytes()).isEqualTo(LLAMA_3_8B.parameters() / 2);
  }

  /** About two operations for each weight and token, and those of attention. */
  @Test
  void aPassTakesTwoOperationsForEachWeightOfTheProductsAndToken() {
    ModelTotals one = totals(TransformerSpec.NOTEBOOK, new Workload(Phase.DECODE, 1, 1, 0));
    double weights =
        32 * TransformerSpec.NOTEBOOK.layerWeights() + TransformerSpec.NOTEBOOK.headWeights();
    double attention = 32 * 4 * 4096.0;
    assertThat(one.flops()).isEqualTo(2 * weights + attention);
  }

  /**
   * One token of one sequence: the weights, 13.2 GB but the embedding's, have to be read once, at 2
   * TB/s.
   */
  @Test
  void decodingOneSequenceIsBoundByReadingTheWeights() {
    ModelTotals one = totals(TransformerSpec.NOTEBOOK, new Workload(Phase.DECODE, 1, 1, 0));
    double read = one.parameterBytes() - 2 * TransformerSpec.NOTEBOOK.headWeights();
    assertThat(one.seconds(A100)).isCloseTo(read / 2e12, withinPercentage(0.1));
    assertThat(one.tokensPerSecond(A100)).isCloseTo(151.2, within(0.3));
  }

  @Test
  void manySequencesShareTheReadingOfTheWeights() {
    double one = tokensPerSecond(1);
    assertThat(tokensPerSecond(8)).isCloseTo(8 * one, withinPercentage(1));
    assertThat(tokensPerSecond(1024)).isLessThan(1024 * one * 0.6);
  }

  private static double tokensPerSecond(int batch) {
    return totals(TransformerSpec.NOTEBOOK, new Workload(Phase.DECODE, 1, batch, 0))
        .tokensPerSecond(A100);
  }

  /**
   * All 2048 tokens at once are bound by arithmetic, at 312 TFLOP/s; but for the scores and what is
   * done with them, since 2048 scores a query are moved for 128 products each.
   */
  @Test
  void readingAPromptIsBoundByArithmetic() {
    ModelTotals prompt = totals(TransformerSpec.NOTEBOOK, Workload.NOTEBOOK);
    assertThat(prompt.seconds(A100))
        .isBetween(prompt.flops() / 312e12, 1.04 * prompt.flops() / 312e12);
    assertThat(prompt.tokensPerSecond(A100)).isBetween(21_000.0, 23_000.0);
  }
}

package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Histogram;
import org.inferscope.model.network.Trace;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
  private static Trace trace(ViewBench bench) {
    return bench.presenter.shown().orElseThrow().trace();
  }

  @Test
  void theNarratorTellsOfTheBatchAndItsDeadUnits() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    assertThat(BatchNarrator.say(bench.presenter)).contains("32 inputs").contains("Every unit");
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(2, 3)));
    assertThat(BatchNarrator.say(bench.presenter)).contains("Layer 2, 1 of 8 units are 0");
    assertThat(BatchNarrator.say(ViewBench.of(1, 8, 4).presenter)).startsWith("One input");
    assertThat(BatchNarrator.say(ViewBench.fresh().presenter)).isEmpty();
  }

  @Test
  void theNarratorTellsOfTheUnitThatIsPointedAt() {
    ViewBench bench = ViewBench.of(32, 8, 16, 8, 4);
    bench.after(() -> bench.presenter.setRow(4));
    bench.presenter.hover(Optional.of(new Ablations.Unit(1, 2)));

    assertThat(BatchNarrator.say(bench.presenter))
        .isEqualTo("Input 5 · Layer 1, unit 3: " + Numbers.cell(trace(bench).column(1).get(4, 2)));
  }

  @Test
  void aUnitThatIsOffIsSaidToBe() {
    ViewBench bench = ViewBench.of(8, 8, 16, 4);
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 2)));

    assertThat(BatchWriter.cell(trace(bench), 1, 0, 2)).endsWith("switched off");
  }

  @Test
  void aColumnsFiguresAreThoseOfTheTrace() {
    Trace trace = trace(ViewBench.of(32, 8, 16, 8, 4));
    BatchScene.ColumnWords words = BatchWriter.column(trace, 1, 1);

    assertThat(words.title()).isEqualTo("Layer 1 + ReLU");
    assertThat(words.shapes()).containsExactly("[32×16]");
    assertThat(words.figures().get(0).get(0))
        .isEqualTo("min 0 · max " + Numbers.cell(trace.stats(1).max()));
    assertThat(words.figures().get(1).get(0)).contains(Numbers.cell(trace.stats(1).std()));
    assertThat(BatchWriter.column(trace, 1, 7).shapes().get(0)).contains("7 a pixel");
    assertThat(BatchWriter.column(trace, 0, 1).figures().get(2).get(0)).startsWith("always 0");
  }

  @Test
  void zerosNanAndInfinityAreLabelled() {
    Histogram histogram =
        Histogram.of(Matrix.of(1, 5, new float[] {0, 0, 1, Float.NaN, Float.NaN}), 1, 15);
    assertThat(BatchWriter.zeros(histogram)).isEqualTo("0: 40 %");
    assertThat(BatchWriter.special(histogram)).isEqualTo("2 NaN");
    Histogram plain = Histogram.of(Matrix.of(1, 1, new float[] {0.5f}), 1, 15);
    assertThat(BatchWriter.zeros(plain)).isEmpty();
    assertThat(BatchWriter.special(plain)).isEmpty();
  }

  @Test
  void aBinTellsItsEndsAndItsShare() {
    Trace trace = trace(ViewBench.of(8, 8, 16, 4));
    Histogram histogram = Histogram.of(Matrix.of(1, 4, new float[] {0, 0.1f, 0.2f, 1}), 1.5, 15);

    assertThat(BatchWriter.footer(trace, BatchScene.Lit.bin(1, 16), false, histogram))
        .isEqualTo("Layer 1: 1 of 4 values (25 %) lie between 0.1 and 0.2.");
    assertThat(BatchWriter.footer(trace, BatchScene.Lit.bin(1, 30), false, histogram))
        .contains("1 of 4 values (25 %) are exactly 0");
  }

  @Test
  void sharesNeverReadAsNoneOrAllWhereTheyAreNot() {
    assertThat(Shares.of(0)).isEqualTo("0 %");
    assertThat(Shares.of(1)).isEqualTo("100 %");
    assertThat(Shares.of(0.543)).isEqualTo("54 %");
    assertThat(Shares.of(0.0625)).isEqualTo("6.3 %");
    assertThat(Shares.of(0.0001)).isEqualTo("< 0.1 %");
    assertThat(Shares.of(0.9999)).isEqualTo("> 99.9 %");
  }
}

package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class EdgeSketchTest {
  private static LinearLayer random(int outputs, int inputs, long seed) {
    Random random = new Random(seed);
    return new LinearLayer(
        Matrix.generate(outputs, inputs, (i, j) -> random.nextGaussian()),
        Matrix.zeros(outputs, 1));
  }

  private static float[] sizes(EdgeSketch sketch) {
    float[] sizes = new float[sketch.count()];
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = Math.abs(sketch.weight(k));
    }
    return sizes;
  }

  @Test
  void theStrongestOfManyAreFoundAndComeInOrder() {
    LinearLayer layer = random(120, 90, 3);
    EdgeSketch sketch = EdgeSketch.of(layer);
    float[] all = layer.w().toArray();
    List<Integer> expected =
        IntStream.range(0, all.length)
            .boxed()
            .sorted(Comparator.comparing(at -> -Math.abs(all[at])))
            .limit(EdgeSketch.MOST)
            .toList();

    assertThat(sketch.count()).isEqualTo(EdgeSketch.MOST);
    assertThat(sketch.total()).isEqualTo(120 * 90);
    for (int k = 0; k < sketch.count(); k++) {
      assertThat(sketch.to(k) * 90 + sketch.from(k)).isEqualTo(expected.get(k));
      assertThat(sketch.weight(k)).isEqualTo(layer.w().get(sketch.to(k), sketch.from(k)));
    }
    assertThat(sketch.strength(0)).isEqualTo(1);
  }

  @Test
  void fewAreAllThere() {
    EdgeSketch sketch = EdgeSketch.of(random(16, 8, 4));

    assertThat(sketch.count()).isEqualTo(128);
    float[] sizes = sizes(sketch);
    float[] sorted = sizes.clone();
    Arrays.sort(sorted);
    for (int k = 0; k < sizes.length; k++) {
      assertThat(sizes[k]).isEqualTo(sorted[sizes.length - 1 - k]);
    }
  }

  @Test
  void thoseOfAUnitLeadThereOrAwayFromThere() {
    LinearLayer layer = random(5, 7, 5);
    EdgeSketch in = EdgeSketch.into(layer, 3);
    EdgeSketch out = EdgeSketch.outOf(layer, 2);

    assertThat(in.count()).isEqualTo(7);
    assertThat(IntStream.range(0, 7).map(in::to)).containsOnly(3);
    assertThat(IntStream.range(0, 7).map(in::from).boxed())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    assertThat(out.count()).isEqualTo(5);
    assertThat(IntStream.range(0, 5).map(out::from)).containsOnly(2);
  }

  @Test
  void whatIsNoNumberIsLeftOutAndZerosHaveNoStrength() {
    float[] w = new float[500];
    w[3] = Float.NaN;
    w[4] = Float.POSITIVE_INFINITY;
    LinearLayer layer = new LinearLayer(Matrix.owning(50, 10, w), Matrix.zeros(50, 1));
    EdgeSketch sketch = EdgeSketch.of(layer);

    assertThat(sizes(sketch)).containsOnly(0);
    assertThat(sketch.strength(0)).isZero();
  }

  @Test
  void moreThanAPictureHoldsAreSaidToBeLeftOut() {
    assertThat(EdgeBudget.isSampled(List.of(8, 16, 8, 4))).isFalse();
    assertThat(EdgeBudget.isSampled(List.of(784, 128, 64, 10))).isTrue();
    assertThat(EdgeBudget.of(EdgeSketch.of(random(120, 90, 3)), 4)).isEqualTo(EdgeSketch.MOST);
    assertThat(EdgeBudget.of(EdgeSketch.of(random(24, 24, 3)), 25)).isLessThan(EdgeSketch.MOST);
  }
}

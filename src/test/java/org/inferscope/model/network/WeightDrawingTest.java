package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.Test;

class WeightDrawingTest {
  private final WeightDrawing drawing = new WeightDrawing();

  @Test
  void oneGeneratorGoesThroughTheLayersInOrder() {
    Network network = build(NetworkPlan.of(3, 4, 2));
    NumpyRandom random = new NumpyRandom(42);
    for (NetworkLayer layer : network.layers()) {
      double scale = Math.sqrt(2.0 / (layer.inputs() + layer.outputs()));
      assertThat(layer.w())
          .isEqualTo(
              Matrix.generate(
                  layer.outputs(), layer.inputs(), (i, j) -> random.standardNormal() * scale));
      assertThat(layer.b()).isEqualTo(Matrix.zeros(layer.outputs(), 1));
    }
  }

  @Test
  void theFirstLayerIsTheLinearTabsWithTheSameSeed() {
    for (Initialisation init : NetworkPlan.INITIALISATIONS) {
      Network network = build(NetworkPlan.of(6, 5, 4).drawn(init, 9));
      assertThat(network.layer(0).linear())
          .as(init.id())
          .isEqualTo(InitRequest.of(init, 6, 5).withSeed(9).make());
    }
  }

  @Test
  void layersBeforeAChangeAreNotDrawnAgainAndTheRestIsAsIfDrawnAtOnce() {
    NetworkPlan plan = NetworkPlan.of(6, 5, 4, 3);
    Network before = build(plan);
    for (NetworkPlan changed :
        List.of(plan.withWidth(3, 7), plan.removed(2), plan.inserted(1), plan.withWidth(0, 2))) {
      Network after = build(changed);
      assertThat(after).isEqualTo(new WeightDrawing().build(changed, share -> {}));
    }
    Network last = build(plan.withWidth(3, 9));
    assertThat(build(plan).layer(0).linear()).isSameAs(last.layer(0).linear());
    assertThat(build(plan)).isEqualTo(before);
  }

  @Test
  void anotherActivationDrawsNothing() {
    NetworkPlan plan = NetworkPlan.of(6, 5, 4);
    Network before = build(plan);
    Network after = build(plan.with(0, Activation.TANH));
    assertThat(after.layer(1).linear()).isSameAs(before.layer(1).linear());
    assertThat(after.layer(0).activation()).isEqualTo(Activation.TANH);
  }

  @Test
  void progressRisesFromNothingToNearlyAll() {
    List<Double> shares = new ArrayList<>();
    drawing.build(NetworkPlan.of(50, 60, 40), shares::add);
    assertThat(shares).isSorted().hasSize(100);
    assertThat(shares.get(0)).isZero();
    assertThat(shares.get(99)).isBetween(0.95, 1.0);
  }

  @Test
  void whatWasGivenUpCanBeBuiltAfterwards() {
    NetworkPlan plan = NetworkPlan.of(10, 20, 30);
    AtomicInteger rows = new AtomicInteger();
    assertThatThrownBy(
            () ->
                drawing.build(
                    plan,
                    share -> {
                      if (rows.incrementAndGet() > 25) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(build(plan)).isEqualTo(new WeightDrawing().build(plan, share -> {}));
  }

  private Network build(NetworkPlan plan) {
    return drawing.build(plan, share -> {});
  }
}

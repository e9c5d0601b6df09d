package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.support.BackendContext;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
  private final ForwardPass pass = new ForwardPass(new ReferenceBackend());

  @Test
  void everyColumnIsWithinRoundingOfFloat64ForRandomArchitectures() {
    Random random = new Random(11);
    for (int n = 0; n < 60; n++) {
      Network network = random(random, 1 + random.nextInt(5), 1 + random.nextInt(40));
      InputBatch x = InputBatch.random(n, 1 + random.nextInt(6), network.inputs());
      Trace trace = run(network, x, random.nextInt(x.size()), Ablations.NONE);
      double[][] exact = exact(network, x, trace.row());
      for (int c = 0; c <= network.depth(); c++) {
        double size = Arrays.stream(exact[c]).map(Math::abs).max().orElse(0) + 1;
        for (int i = 0; i < exact[c].length; i++) {
          assertThat((double) trace.values(c)[i])
              .as("network %d column %d unit %d", n, c, i)
              .isCloseTo(exact[c][i], within(2e-5 * size));
        }
      }
    }
  }

  @Test
  void aBatchEqualsItsRows() {
    Random random = new Random(12);
    Network network = random(random, 3, 20);
    InputBatch x = InputBatch.random(1, 9, network.inputs());
    Trace all = run(network, x, 4, Ablations.NONE);
    for (int row = 0; row < x.size(); row++) {
      InputBatch one = InputBatch.of(Matrix.owning(1, x.inputs(), x.row(row)));
      assertThat(run(network, one, 0, Ablations.NONE).output())
          .containsExactly(all.column(network.depth()).row(row), within(1e-5f));
    }
  }

  @Test
  void permutingHiddenUnitsChangesNothing() {
    Random random = new Random(13);
    Network network = random(random, 2, 12);
    int hidden = network.width(1);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    NetworkLayer first = network.layer(0);
    NetworkLayer second = network.layer(1);
    Network permuted =
        new Network(
            List.of(
                new NetworkLayer(
                    new LinearLayer(
                        Matrix.generate(
                            hidden, first.inputs(), (i, j) -> first.w().get(order.get(i), j)),
                        Matrix.generate(hidden, 1, (i, j) -> first.b().get(order.get(i), 0))),
                    first.activation()),
                new NetworkLayer(
                    new LinearLayer(
                        Matrix.generate(
                            second.outputs(), hidden, (i, j) -> second.w().get(i, order.get(j))),
                        second.b()),
                    second.activation())));
    InputBatch x = InputBatch.random(2, 1, network.inputs());
    assertThat(run(permuted, x, 0, Ablations.NONE).output())
        .containsExactly(run(network, x, 0, Ablations.NONE).output(), within(1e-5f));
  }

  @Test
  void reluGivesNothingBelowZeroAndSoftmaxAddsUpToOne() {
    NetworkPlan plan = NetworkPlan.of(7, 30, 5).with(1, Activation.SOFTMAX);
    Network network = new WeightDrawing().build(plan, share -> {});
    Trace trace = run(network, InputBatch.random(3, 20, 7), 0, Ablations.NONE);
    assertThat(trace.stats(1).min()).isZero();
    for (int row = 0; row < 20; row++) {
      double sum = 0;
      for (float share : trace.column(2).row(row)) {
        sum += share;
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void sumsPlusBiasArePreActivationsAndTheirActivationsAreTheColumn() {
    Network network = random(new Random(14), 3, 9);
    Trace trace = run(network, InputBatch.random(4, 3, network.inputs()), 2, Ablations.NONE);
    for (int l = 0; l < network.depth(); l++) {
      float[] sums = trace.sums(l);
      float[] z = trace.preActivations(l);
      for (int i = 0; i < z.length; i++) {
        assertThat(z[i]).isEqualTo(sums[i] + network.layer(l).b().get(i, 0));
      }
      assertThat(network.layer(l).activation().of(z))
          .containsExactly(trace.values(l + 1), within(1e-5f));
    }
  }

  @Test
  void aUnitThatIsOffGivesZeroAndTheOthersGoOnWithoutIt() {
    Network network = new WeightDrawing().build(NetworkPlan.of(4, 6, 3), share -> {});
    InputBatch x = InputBatch.random(5, 2, 4);
    Ablations off = Ablations.NONE.toggled(new Ablations.Unit(1, 2));
    Trace ablated = run(network, x, 0, off);
    Trace byWeights =
        run(
            network,
            x,
            0,
            Ablations.NONE
                .toggled(new Ablations.Link(1, 0, 2))
                .toggled(new Ablations.Link(1, 1, 2))
                .toggled(new Ablations.Link(1, 2, 2)));
    assertThat(ablated.column(1).column(2)).containsOnly(0f);
    assertThat(ablated.output()).isEqualTo(byWeights.output());
    assertThat(byWeights.column(1)).isNotEqualTo(ablated.column(1));
    assertThat(off.toggled(new Ablations.Unit(1, 2))).isEqualTo(Ablations.NONE);
  }

  @Test
  void anInputThatIsOffCountsAsZero() {
    Network network = new WeightDrawing().build(NetworkPlan.of(4, 3), share -> {});
    InputBatch x = InputBatch.random(5, 1, 4);
    Trace ablated = run(network, x, 0, Ablations.NONE.toggled(new Ablations.Unit(0, 1)));
    assertThat(ablated.output())
        .isEqualTo(run(network, x.with(0, 1, 0), 0, Ablations.NONE).output());
    assertThat(ablated.x()).isEqualTo(x);
  }

  @Test
  void aRunCanBeGivenUpBetweenLayersAndRepeated() {
    Network network = random(new Random(15), 4, 5);
    InputBatch x = InputBatch.random(1, 1, network.inputs());
    assertThatThrownBy(
            () ->
                pass.run(
                    network,
                    x,
                    0,
                    Ablations.NONE,
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(run(network, x, 0, Ablations.NONE).batch()).isEqualTo(1);
  }

  @Test
  void theCheckMatchesAndSeesAWrongNumber() {
    Network network = random(new Random(16), 3, 30);
    Trace good = run(network, InputBatch.random(1, 2, network.inputs()), 1, Ablations.NONE);
    CheckResult result = new NetworkCheck(good).run(new BackendContext(new ReferenceBackend()));
    assertThat(result.matches()).isTrue();
    Network other = random(new Random(17), 3, 30);
    Trace wrong =
        new Trace(
            other,
            good.x(),
            good.row(),
            Ablations.NONE,
            List.of(good.column(0), good.column(1), good.column(2), good.column(3)),
            List.of(good.sums(0), good.sums(1), good.sums(2)),
            List.of(good.preActivations(0), good.preActivations(1), good.preActivations(2)));
    assertThat(new NetworkCheck(wrong).run(new BackendContext(new ReferenceBackend())).matches())
        .isFalse();
  }

  private Trace run(Network network, InputBatch x, int row, Ablations off) {
    return pass.run(network, x, row, off, () -> {});
  }

  private static Network random(Random random, int depth, int width) {
    List<NetworkLayer> layers = new ArrayList<>();
    int inputs = width;
    for (int l = 0; l < depth; l++) {
      int outputs = width;
      int in = inputs;
      double scale = 1 / Math.sqrt(in);
      Matrix w = Matrix.generate(outputs, in, (i, j) -> random.nextGaussian() * scale);
      Matrix b = Matrix.generate(outputs, 1, (i, j) -> random.nextGaussian() * 0.1);
      List<Activation> all = List.of(Activation.values());
      Activation f = all.get(random.nextInt(all.size()));
      layers.add(new NetworkLayer(new LinearLayer(w, b), f));
      inputs = outputs;
    }
    return new Network(layers);
  }

  private static double[][] exact(Network network, InputBatch x, int row) {
    double[][] columns = new double[network.depth() + 1][];
    columns[0] = new double[x.inputs()];
    for (int j = 0; j < x.inputs(); j++) {
      columns[0][j] = x.get(row, j);
    }
    for (int l = 0; l < network.depth(); l++) {
      NetworkLayer layer = network.layer(l);
      double[] z = new double[layer.outputs()];
      for (int i = 0; i < z.length; i++) {
        z[i] = layer.b().get(i, 0);
        for (int j = 0; j < layer.inputs(); j++) {
          z[i] += layer.w().get(i, j) * columns[l][j];
        }
      }
      columns[l + 1] = layer.activation().exact(z);
    }
    return columns;
  }
}

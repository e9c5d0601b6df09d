package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.support.RealTorch;
import org.inferscope.support.TorchTest;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.Test;

/** Networks run by us and by the real PyTorch. */
@TorchTest
class TorchLayersTest {
  private static final int NETWORKS = 50;

  private final NumpyRandom random = new NumpyRandom(42);

  @Test
  void fiftyRandomNetworksGiveWhatPyTorchGivesInEveryLayer() throws Exception {
    try (Backend fast = new OpenBlasLoader().load();
        Backend plain = new ReferenceBackend();
        ForwardPass onFast = new ForwardPass(fast);
        ForwardPass onPlain = new ForwardPass(plain)) {
      for (int run = 0; run < NETWORKS; run++) {
        Network network = network(run);
        InputBatch x = InputBatch.of(random.randn(upTo(16), network.inputs()));
        for (ForwardPass pass : List.of(onFast, onPlain)) {
          check(run, pass.run(network, x, 0, Ablations.NONE, () -> {}));
        }
      }
    }
  }

  private static void check(int run, Trace trace) {
    List<TorchComparison> layers = TorchLayers.compare(trace, RealTorch.peer());
    assertThat(layers).hasSize(trace.network().depth());
    for (int l = 0; l < layers.size(); l++) {
      TorchComparison layer = layers.get(l);
      assertThat(layer.matches())
          .as("network %d, layer %d differs by %s", run, l, layer.maxAbsDifference())
          .isTrue();
      assertThat(layer.maxAbsDifference()).isLessThanOrEqualTo(20 * layer.atol() + 1e-12);
    }
  }

  /** 1 to 5 layers of 1 to 64 units; every activation comes first in some of them. */
  private Network network(int run) {
    List<NetworkLayer> layers = new ArrayList<>();
    int inputs = upTo(64);
    int depth = upTo(5);
    for (int l = 0; l < depth; l++) {
      int outputs = upTo(64);
      Activation[] all = Activation.values();
      Activation f = l == 0 ? all[run % all.length] : all[upTo(all.length) - 1];
      layers.add(new NetworkLayer(linear(outputs, inputs), f));
      inputs = outputs;
    }
    return new Network(layers);
  }

  private LinearLayer linear(int outputs, int inputs) {
    float scale = (float) Math.sqrt(2.0 / (inputs + outputs));
    Matrix w = random.randn(outputs, inputs);
    return new LinearLayer(
        Matrix.generate(outputs, inputs, (i, j) -> w.get(i, j) * scale), random.randn(outputs, 1));
  }

  private int upTo(int most) {
    return (int) random.randint(1, most + 1);
  }

  @Test
  void whatIsSwitchedOffHereIsSwitchedOffThere() {
    Network network =
        new Network(
            List.of(
                new NetworkLayer(linear(6, 5), Activation.SIGMOID),
                new NetworkLayer(linear(4, 6), Activation.IDENTITY)));
    Ablations off =
        new Ablations(
            Set.of(new Ablations.Unit(0, 2), new Ablations.Unit(1, 3), new Ablations.Unit(2, 0)),
            Set.of(new Ablations.Link(0, 1, 1)));
    try (Backend plain = new ReferenceBackend();
        ForwardPass pass = new ForwardPass(plain)) {
      InputBatch x = InputBatch.of(random.randn(3, 5));
      check(0, pass.run(network, x, 0, off, () -> {}));

      Trace other = pass.run(network, x, 0, Ablations.NONE, () -> {});
      assertThat(TorchLayers.compare(other, RealTorch.peer())).allMatch(TorchComparison::matches);
      assertThat(other.output()[0]).isNotZero();
    }
  }

  @Test
  void aWeightThatDiffersIsSeenInItsLayerAndThoseAfter() {
    LinearLayer first = linear(6, 5);
    LinearLayer last = linear(4, 6);
    Network network =
        new Network(
            List.of(
                new NetworkLayer(first, Activation.TANH),
                new NetworkLayer(last, Activation.IDENTITY)));
    try (Backend plain = new ReferenceBackend();
        ForwardPass pass = new ForwardPass(plain)) {
      InputBatch x = InputBatch.of(random.randn(3, 5));
      Trace trace = pass.run(network, x, 0, Ablations.NONE, () -> {});
      float[] w = last.w().toArray();
      w[0] += 0.01f;
      LinearLayer other = new LinearLayer(Matrix.of(4, 6, w), last.b());
      Network changed =
          new Network(List.of(network.layer(0), new NetworkLayer(other, Activation.IDENTITY)));
      Trace mixed =
          new Trace(
              changed,
              x,
              0,
              Ablations.NONE,
              List.of(trace.column(0), trace.column(1), trace.column(2)),
              List.of(trace.sums(0), trace.sums(1)),
              List.of(trace.preActivations(0), trace.preActivations(1)));
      List<TorchComparison> layers = TorchLayers.compare(mixed, RealTorch.peer());
      assertThat(layers.get(0).matches()).isTrue();
      assertThat(layers.get(1).matches()).isFalse();
      assertThat(layers.get(1).maxAbsDifference()).isGreaterThan(1e-4);
    }
  }
}

package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.tensor.TorchRandom;

/**
 * Builds networks from plans. Layers that the plan before had in the same places are not drawn
 * again. One thread at a time; 24 layers of 4096 take several seconds the first time.
 */
public final class WeightDrawing {
  private final List<Step> done = new ArrayList<>();
  private Initialisation init = Initialisation.ZEROS;
  private long seed;

  /** A layer as it was built, and the generators after it. */
  private record Step(
      LayerPlan plan, int inputs, LinearLayer linear, NumpyRandom numpy, TorchRandom torch) {
    boolean serves(LayerPlan wanted, int wantedInputs) {
      return inputs == wantedInputs
          && plan.outputs() == wanted.outputs()
          && plan.given().equals(wanted.given());
    }
  }

  /**
   * The plan's network.
   *
   * @param progress is told the share of weights that are there, 0 to 1, about every row; may throw
   *     to give up, after which another network can be built
   */
  public Network build(NetworkPlan plan, DoubleConsumer progress) {
    if (plan.init() != init || plan.seed() != seed) {
      done.clear();
      init = plan.init();
      seed = plan.seed();
    }
    double all = plan.parameters();
    double before = 0;
    List<NetworkLayer> layers = new ArrayList<>();
    for (int l = 0; l < plan.depth(); l++) {
      int inputs = plan.width(l);
      LayerPlan wanted = plan.layers().get(l);
      if (l < done.size() && !done.get(l).serves(wanted, inputs)) {
        done.subList(l, done.size()).clear();
      }
      if (l == done.size()) {
        double start = before;
        done.add(step(l, wanted, inputs, weights -> progress.accept((start + weights) / all)));
      }
      LinearLayer linear = done.get(l).linear();
      layers.add(new NetworkLayer(linear, wanted.activation()));
      before += (double) wanted.outputs() * inputs;
    }
    done.subList(plan.depth(), done.size()).clear();
    return new Network(layers);
  }

  private Step step(int l, LayerPlan plan, int inputs, DoubleConsumer drawn) {
    NumpyRandom numpy = l == 0 ? new NumpyRandom(seed) : done.get(l - 1).numpy().copy();
    TorchRandom torch = l == 0 ? new TorchRandom(seed) : done.get(l - 1).torch().copy();
    LinearLayer linear =
        plan.given()
            .map(GivenWeights::linear)
            .orElseGet(() -> draw(plan.outputs(), inputs, numpy, torch, drawn));
    return new Step(plan, inputs, linear, numpy, torch);
  }

  private LinearLayer draw(
      int outputs, int inputs, NumpyRandom numpy, TorchRandom torch, DoubleConsumer drawn) {
    return switch (init) {
      case HE_NORMAL -> normal(outputs, inputs, Math.sqrt(2.0 / inputs), numpy, drawn);
      case PYTORCH -> uniform(outputs, inputs, torch, drawn);
      case ZEROS -> new LinearLayer(Matrix.zeros(outputs, inputs), Matrix.zeros(outputs, 1));
      default -> normal(outputs, inputs, Math.sqrt(2.0 / (inputs + outputs)), numpy, drawn);
    };
  }

  /** W = np.random.randn(out, in) * scale; b = np.zeros(out). */
  private static LinearLayer normal(
      int outputs, int inputs, double scale, NumpyRandom numpy, DoubleConsumer drawn) {
    float[] w = new float[outputs * inputs];
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < inputs; j++) {
        w[i * inputs + j] = (float) (numpy.standardNormal() * scale);
      }
      drawn.accept((double) i * inputs);
    }
    return new LinearLayer(Matrix.owning(outputs, inputs, w), Matrix.zeros(outputs, 1));
  }

  /** nn.Linear(in, out): weights and bias uniform within ±1/√in. */
  private static LinearLayer uniform(
      int outputs, int inputs, TorchRandom torch, DoubleConsumer drawn) {
    float bound = (float) (1 / Math.sqrt(inputs));
    float[] w = new float[outputs * inputs];
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < inputs; j++) {
        w[i * inputs + j] = torch.uniform(-bound, bound);
      }
      drawn.accept((double) i * inputs);
    }
    return new LinearLayer(
        Matrix.owning(outputs, inputs, w), torch.uniform(-bound, bound, outputs, 1));
  }
}

package org.inferscope.model.gpt2;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Shape;

/**
 * All parameters of a model in a device's memory, or where they lie if the device can use them
 * there. Compute thread.
 */
final class PlacedParameters implements AutoCloseable {
  private static final int PIECE = 1 << 20;

  private final Map<String, Placed> parameters = new HashMap<>();

  private record Placed(DeviceTensor tensor, Shape shape) {}

  /**
   * Places them.
   *
   * @param checkpoint called between parameters; throws to give up
   */
  static PlacedParameters of(Backend backend, Gpt2Weights weights, Runnable checkpoint) {
    PlacedParameters placed = new PlacedParameters();
    try {
      for (Gpt2Config.Parameter parameter : weights.config().parameters()) {
        checkpoint.run();
        placed.place(backend, weights, parameter);
      }
      if (weights.hasUnembedding()) {
        Gpt2Config config = weights.config();
        Shape shape = Shape.of(config.vocabulary(), config.width());
        placed.place(backend, weights, new Gpt2Config.Parameter(Gpt2Weights.UNEMBEDDING, shape));
      }
      return placed;
    } catch (RuntimeException | Error e) {
      placed.close();
      throw e;
    }
  }

  private void place(Backend backend, Gpt2Weights weights, Gpt2Config.Parameter parameter) {
    List<FloatBuffer> pieces = weights.values(parameter.name());
    DeviceTensor tensor =
        pieces.size() == 1
            ? backend.place(pieces.get(0))
            : joined(backend, pieces, parameter.shape().size());
    parameters.put(parameter.name(), new Placed(tensor, parameter.shape()));
  }

  /** Copies what no single buffer spans. */
  private static DeviceTensor joined(Backend backend, List<FloatBuffer> pieces, long size) {
    DeviceTensor tensor = backend.allocate(size);
    long done = 0;
    for (FloatBuffer piece : pieces) {
      FloatBuffer rest = piece.duplicate();
      while (rest.hasRemaining()) {
        float[] part = new float[Math.min(PIECE, rest.remaining())];
        rest.get(part);
        backend.write(part, tensor, done);
        done += part.length;
      }
    }
    return tensor;
  }

  /** Whether there is a parameter of this name. */
  boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** A matrix, as it is stored. */
  MatrixView matrix(String name) {
    Placed parameter = parameter(name);
    return MatrixView.of(parameter.tensor, parameter.shape.dim(0), parameter.shape.dim(1));
  }

  /** A gain or a bias. */
  VectorView vector(String name) {
    Placed parameter = parameter(name);
    return new VectorView(parameter.tensor, 0, parameter.shape.dim(0));
  }

  private Placed parameter(String name) {
    Placed parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return parameter;
  }

  @Override
  public void close() {
    parameters.values().forEach(parameter -> parameter.tensor.close());
    parameters.clear();
  }
}

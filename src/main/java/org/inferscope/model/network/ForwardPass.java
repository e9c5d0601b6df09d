package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Runs networks on a backend and keeps every layer's activations. Weights stay on the device from
 * one run to the next, as long as the same layers are run. Compute thread.
 */
public final class ForwardPass implements AutoCloseable {
  private final IdentityHashMap<LinearLayer, Resident> resident = new IdentityHashMap<>();
  private final Backend backend;

  /** A layer's weights on the device. */
  private record Resident(DeviceTensor w, DeviceTensor b) implements AutoCloseable {
    @Override
    public void close() {
      w.close();
      b.close();
    }
  }

  /** The column that the next layer reads, on the device; it lasts as long as it is needed. */
  private static final class Current implements AutoCloseable {
    private DeviceTensor tensor;

    Current(DeviceTensor tensor) {
      this.tensor = tensor;
    }

    void replace(DeviceTensor next) {
      tensor.close();
      tensor = next;
    }

    @Override
    public void close() {
      tensor.close();
    }
  }

  /** A pass on a backend, which must not be closed before the pass is. */
  public ForwardPass(Backend backend) {
    this.backend = backend;
  }

  /** The backend it runs on. */
  public Backend backend() {
    return backend;
  }

  /**
   * Runs all inputs through all layers.
   *
   * @param x [T, I]
   * @param row the input whose sums are kept, too
   * @param off what is switched off
   * @param checkpoint called between layers; may throw to give up
   */
  public Trace run(Network network, InputBatch x, int row, Ablations off, Runnable checkpoint) {
    Args.sameLength(x.inputs(), "inputs of x", network.inputs(), "inputs of the network");
    Args.index(row, x.size(), "row");
    Network effective = off.applyTo(network);
    keepOnly(effective);
    List<Matrix> columns = new ArrayList<>();
    List<float[]> sums = new ArrayList<>();
    List<float[]> preActivations = new ArrayList<>();
    columns.add(silenced(x.matrix(), 0, off));
    try (Current h = new Current(backend.upload(columns.get(0)))) {
      for (int l = 0; l < effective.depth(); l++) {
        checkpoint.run();
        NetworkLayer layer = effective.layer(l);
        try (DeviceTensor sum = sum(layer, h.tensor, row)) {
          sums.add(backend.download(sum));
          h.replace(layer(layer, h.tensor, sum, x.size()));
        }
        preActivations.add(plus(sums.get(l), layer.b()));
        Matrix given =
            Matrix.owning(x.size(), layer.outputs(), backend.download(h.tensor)); // [T, O]
        columns.add(silenced(given, l + 1, off));
        if (hasUnits(off, l + 1)) {
          h.replace(backend.upload(columns.get(l + 1)));
        }
      }
    }
    return new Trace(network, x, row, off, columns, sums, preActivations);
  }

  /** W·h of one input, before bias and activation, on the device. */
  private DeviceTensor sum(NetworkLayer layer, DeviceTensor h, int row) {
    int in = layer.inputs();
    DeviceTensor sum = backend.allocate(layer.outputs());
    backend.gemv(
        1,
        MatrixView.of(weights(layer).w(), layer.outputs(), in),
        Layout.PLAIN,
        new VectorView(h, (long) row * in, in),
        0,
        VectorView.of(sum)); // [O, I] x [I] -> [O]
    return sum;
  }

  private static float[] plus(float[] sum, Matrix b) {
    float[] z = new float[sum.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = sum[i] + b.get(i, 0);
    }
    return z;
  }

  /** What a layer gives for all inputs [T, O], on the device. */
  private DeviceTensor layer(NetworkLayer layer, DeviceTensor h, DeviceTensor sum, int rows) {
    int in = layer.inputs();
    int out = layer.outputs();
    Pointwise f = layer.activation().pointwise().orElse(Pointwise.IDENTITY);
    Resident weights = weights(layer);
    VectorView bias = VectorView.of(weights.b());
    DeviceTensor result = backend.allocate((long) rows * out);
    MatrixView given = MatrixView.of(result, rows, out);
    if (rows == 1) {
      // The sums are there already, and reading the weights is what takes the time.
      backend.activate(f, MatrixView.of(sum, 1, out), bias, given); // [1, O]
    } else {
      MatrixView w = MatrixView.of(weights.w(), out, in);
      backend.linear(f, MatrixView.of(h, rows, in), w, bias, given); // [T, I] x [I, O] -> [T, O]
    }
    if (layer.activation() == Activation.SOFTMAX) {
      backend.causalSoftmax(given, out, given); // every row sees all columns
    }
    return result;
  }

  private Resident weights(NetworkLayer layer) {
    return resident.computeIfAbsent(
        layer.linear(),
        linear -> new Resident(backend.upload(linear.w()), backend.upload(linear.b())));
  }

  private void keepOnly(Network network) {
    IdentityHashMap<LinearLayer, Resident> kept = new IdentityHashMap<>();
    for (NetworkLayer layer : network.layers()) {
      Resident weights = resident.remove(layer.linear());
      if (weights != null) {
        kept.put(layer.linear(), weights);
      }
    }
    resident.values().forEach(Resident::close);
    resident.clear();
    resident.putAll(kept);
  }

  private static boolean hasUnits(Ablations off, int column) {
    return off.units().stream().anyMatch(unit -> unit.column() == column);
  }

  /** The units of a column that are off set to 0 in all rows. */
  static Matrix silenced(Matrix values, int column, Ablations off) {
    List<Ablations.Unit> units =
        off.units().stream().filter(unit -> unit.column() == column).toList();
    if (units.isEmpty()) {
      return values;
    }
    float[] changed = values.toArray();
    for (Ablations.Unit unit : units) {
      for (int row = 0; row < values.rows(); row++) {
        changed[row * values.cols() + unit.i()] = 0;
      }
    }
    return Matrix.owning(values.rows(), values.cols(), changed);
  }

  /** Frees the weights on the device. */
  @Override
  public void close() {
    resident.values().forEach(Resident::close);
    resident.clear();
  }
}

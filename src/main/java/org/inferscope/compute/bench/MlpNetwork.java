package org.inferscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.tensor.Args;

/**
 * A network with random weights and inputs in a device's memory, ready to be run: ReLU after every
 * layer but the last, as the notebook has it. Everything is reserved once, so that a run does
 * nothing but compute. Belongs to the backend's thread.
 */
public final class MlpNetwork implements AutoCloseable {
  private static final long SEED = 42;

  private final Backend backend;
  private final MlpDims dims;
  private final int inputs;
  private final List<DeviceTensor> tensors = new ArrayList<>();
  private final List<MatrixView> weights = new ArrayList<>();
  private final List<VectorView> biases = new ArrayList<>();

  /** Column c for all inputs [T, width of c]: the first the inputs, the last the outputs. */
  private final List<MatrixView> columns = new ArrayList<>();

  /**
   * Draws weights within ±√(6 / (I + O)) (Glorot and Bengio, 2010) and inputs from −1 to 1, the
   * same in every run.
   *
   * @param inputs how many inputs there are
   */
  public MlpNetwork(Backend backend, MlpDims dims, int inputs) {
    this.backend = backend;
    this.dims = dims;
    this.inputs = Args.positive(inputs, "inputs");
    SplittableRandom random = new SplittableRandom(SEED);
    try {
      columns.add(matrix(inputs, dims.inputs(0), drawn(random, inputs, dims.inputs(0), 1)));
      for (int l = 0; l < dims.depth(); l++) {
        int in = dims.inputs(l);
        int out = dims.outputs(l);
        double bound = Math.sqrt(6.0 / (in + out));
        weights.add(matrix(out, in, drawn(random, out, in, bound)));
        biases.add(VectorView.of(kept(backend.upload(drawn(random, 1, out, bound)))));
        columns.add(MatrixView.of(kept(backend.allocate((long) inputs * out)), inputs, out));
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private MatrixView matrix(int rows, int cols, float[] numbers) {
    return MatrixView.of(kept(backend.upload(numbers)), rows, cols);
  }

  private DeviceTensor kept(DeviceTensor tensor) {
    tensors.add(tensor);
    return tensor;
  }

  private static float[] drawn(SplittableRandom random, int rows, int cols, double bound) {
    float[] numbers = new float[Math.multiplyExact(rows, cols)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return numbers;
  }

  /** How many inputs there are. */
  public int inputs() {
    return inputs;
  }

  /** Runs the first so many inputs through as one batch, and waits for the result. */
  public void batch(int size) {
    run(0, size);
    backend.synchronize();
  }

  /** Runs the first so many inputs through one after the other, and waits for each result. */
  public void single(int count) {
    for (int i = 0; i < count; i++) {
      run(i, 1);
      backend.synchronize();
    }
  }

  /** What the network gave for an input that has been run [O]. */
  public float[] output(int input) {
    int width = dims.outputs(dims.depth() - 1);
    float[] numbers = new float[width];
    backend.download(tensors.get(tensors.size() - 1), (long) input * width, numbers);
    return numbers;
  }

  private void run(int first, int count) {
    for (int l = 0; l < dims.depth(); l++) {
      backend.linear(
          l < dims.depth() - 1 ? Pointwise.RELU : Pointwise.IDENTITY,
          rows(columns.get(l), first, count),
          weights.get(l),
          biases.get(l),
          rows(columns.get(l + 1), first, count)); // [T, I] x [I, O] + [O] -> [T, O]
    }
  }

  private static MatrixView rows(MatrixView all, int first, int count) {
    return new MatrixView(
        all.tensor(), (long) first * all.stride(), count, all.cols(), all.stride());
  }

  /** Frees the device's memory. */
  @Override
  public void close() {
    tensors.forEach(DeviceTensor::close);
  }
}

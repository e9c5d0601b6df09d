package org.inferscope.compute.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.nd4j.Nd4jLoader;
import org.inferscope.io.AppVersion;
import org.inferscope.support.TestClassPath;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;

/**
 * What computing in a worker costs, against the same backend in this process. Not a test: a program
 * that prints; its argument is the device: openblas, reference, or nd4j on a class path that begins
 * with the jars of target/nd4j.
 */
final class WorkerSpeed {
  /** Two thirds of them are for both processes' compilers. */
  private static final int CALLS = 18_000;

  private static final int PREFILLS = 5;
  private static final int UPLOAD = 64 << 20;

  private final PrintStream out;
  private final Starter loader;
  private final Supplier<Backend> here;

  private WorkerSpeed(PrintStream out, Starter loader, Supplier<Backend> here) {
    this.out = out;
    this.loader = loader;
    this.here = here;
  }

  /** Starts a worker. */
  private interface Starter {
    RemoteBackend start() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    String id = args.length > 0 ? args[0] : "openblas";
    Path folder = Files.createTempDirectory("worker-speed");
    Device device = new Device(id, id, DeviceKind.CPU, id);
    if (id.equals("nd4j")) {
      Nd4jPack pack = Nd4jWorker.ofTheBuild();
      String version = AppVersion.current();
      Nd4jWorkerLoader loader =
          new Nd4jWorkerLoader(device, pack, TestClassPath.get(), folder, version);
      new WorkerSpeed(System.out, loader::start, () -> new Nd4jLoader().load()).all();
      return;
    }
    WorkerCommand command = WorkerCommand.own(TestClassPath.get(), id, folder);
    if (args.length > 1) {
      ways(System.out, device, command);
      return;
    }
    WorkerLoader loader = new WorkerLoader(device, command, "1");
    Supplier<Backend> here =
        id.equals("openblas") ? () -> new OpenBlasLoader().load() : ReferenceBackend::new;
    new WorkerSpeed(System.out, loader::start, here).all();
  }

  /** Prints what it costs to send numbers, and to share them; the program's second argument. */
  private static void ways(PrintStream out, Device device, WorkerCommand command) {
    for (List<Path> folders : List.of(List.<Path>of(), Exchange.folders())) {
      out.println(folders.isEmpty() ? "sent:" : "shared:");
      WorkerLoader loader =
          new WorkerLoader(
              device, command, "1", WorkerLoader.PATIENCE, WorkerLoader.PATIENCE, folders);
      try (RemoteBackend worker = loader.start()) {
        new WorkerSpeed(out, () -> worker, ReferenceBackend::new).transfers(worker);
      }
    }
  }

  /** What this process and its children have used, in seconds. */
  private static double cpuSeconds() {
    ProcessHandle self = ProcessHandle.current();
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(self), self.children())
            .map(process -> process.info().totalCpuDuration())
            .flatMap(Optional::stream)
            .mapToLong(Duration::toMillis)
            .sum()
        / 1e3;
  }

  private void all() throws IOException {
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      try (RemoteBackend worker = loader.start()) {
        worker.multiply(Matrix.of(new float[][] {{1, 2}}), Matrix.of(new float[][] {{3}, {4}}));
        out.printf("start to first result %.0f ms%n", (System.nanoTime() - start) / 1e6);
      }
    }
    try (RemoteBackend worker = loader.start();
        Backend local = here.get()) {
      double remote = call(worker);
      double inProcess = call(local);
      out.printf(
          "a call: %.1f us in the worker, %.1f us here, overhead %.1f us%n",
          remote, inProcess, remote - inProcess);
      transfers(worker);
      prefills(worker, local);
    }
  }

  /** Median microseconds of a vector's product with a matrix, and one number read. */
  private static double call(Backend backend) {
    MatrixView a = MatrixView.of(backend.allocate(64 * 64), 64, 64);
    VectorView x = VectorView.of(backend.allocate(64));
    VectorView y = VectorView.of(backend.allocate(64));
    float[] one = new float[1];
    double[] micros = new double[CALLS];
    for (int i = 0; i < micros.length; i++) {
      long start = System.nanoTime();
      backend.gemv(1, a, Layout.PLAIN, x, 0, y);
      backend.download(y.tensor(), 0, one);
      micros[i] = (System.nanoTime() - start) / 1e3;
    }
    return median(Arrays.copyOfRange(micros, 2 * CALLS / 3, CALLS));
  }

  private void transfers(Backend backend) {
    FloatBuffer numbers =
        ByteBuffer.allocateDirect(UPLOAD * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    double[] up = new double[8];
    double[] down = new double[8];
    float[] target = new float[UPLOAD];
    double cpuUp = 0;
    double cpuDown = 0;
    for (int i = 0; i < up.length; i++) {
      double cpu = cpuSeconds();
      long start = System.nanoTime();
      DeviceTensor tensor = backend.upload(numbers);
      up[i] = UPLOAD * 4.0 / (System.nanoTime() - start);
      double between = cpuSeconds();
      cpuUp += between - cpu;
      start = System.nanoTime();
      backend.download(tensor, 0, target);
      down[i] = UPLOAD * 4.0 / (System.nanoTime() - start);
      cpuDown += cpuSeconds() - between;
      tensor.close();
    }
    out.printf("upload %.2f GB/s, best %.2f; ", median(up), Arrays.stream(up).max().orElse(0));
    out.printf("download %.2f, best %.2f%n", median(down), Arrays.stream(down).max().orElse(0));
    double gigabytes = up.length * UPLOAD * 4e-9;
    out.printf(
        "CPU seconds per GB: upload %.2f, download %.2f%n", cpuUp / gigabytes, cpuDown / gigabytes);
  }

  /** By turns, after one each to warm up: what the machine does meanwhile then hits both. */
  private void prefills(Backend worker, Backend local) {
    Prefill there = new Prefill(worker);
    Prefill here = new Prefill(local);
    there.millis();
    here.millis();
    double[] remote = new double[PREFILLS];
    double[] own = new double[PREFILLS];
    for (int run = 0; run < PREFILLS; run++) {
      remote[run] = there.millis();
      own[run] = here.millis();
    }
    double more = 100 * (median(remote) / median(own) - 1);
    out.printf(
        "prefill of 512 tokens: %.0f ms in the worker, %.0f ms here: %+.1f %%%n",
        median(remote), median(own), more);
  }

  private static MatrixView third(MatrixView qkv, int part) {
    int width = qkv.cols() / 3;
    return new MatrixView(qkv.tensor(), (long) part * width, qkv.rows(), width, qkv.stride());
  }

  private static MatrixView matrix(Backend backend, int rows, int cols) {
    return MatrixView.of(backend.allocate((long) rows * cols), rows, cols);
  }

  private static LayerWeights weights(Backend backend, int inputs, int outputs) {
    return backend.weights(matrix(backend, inputs, outputs), Layout.PLAIN, DType.FP32);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The layers of a GPT-2 small on 512 tokens. */
  private static final class Prefill {
    private static final int TOKENS = 512;
    private static final int WIDTH = 768;
    private static final int LAYERS = 12;

    private final Backend backend;
    private final MatrixView x;
    private final MatrixView normal;
    private final MatrixView qkv;
    private final MatrixView heads;
    private final MatrixView inner;
    private final LayerWeights toQkv;
    private final LayerWeights toOut;
    private final LayerWeights toInner;
    private final LayerWeights fromInner;
    private final VectorView toInnerBias;
    private final VectorView toQkvBias;
    private final VectorView row;
    private final float[] last = new float[WIDTH];

    Prefill(Backend backend) {
      this.backend = backend;
      x = matrix(backend, TOKENS, WIDTH);
      normal = matrix(backend, TOKENS, WIDTH);
      qkv = matrix(backend, TOKENS, 3 * WIDTH);
      heads = matrix(backend, TOKENS, WIDTH);
      inner = matrix(backend, TOKENS, 4 * WIDTH);
      toQkv = weights(backend, WIDTH, 3 * WIDTH);
      toOut = weights(backend, WIDTH, WIDTH);
      toInner = weights(backend, WIDTH, 4 * WIDTH);
      fromInner = weights(backend, 4 * WIDTH, WIDTH);
      toInnerBias = VectorView.of(backend.allocate(4L * WIDTH));
      toQkvBias = new VectorView(toInnerBias.tensor(), 0, 3 * WIDTH);
      row = new VectorView(toInnerBias.tensor(), 0, WIDTH);
    }

    double millis() {
      long start = System.nanoTime();
      for (int layer = 0; layer < LAYERS; layer++) {
        backend.layerNorm(x, row, row, 1e-5f, normal);
        backend.project(Pointwise.IDENTITY, normal, toQkv, toQkvBias, qkv);
        backend.attention(12, third(qkv, 0), third(qkv, 1), third(qkv, 2), heads, null);
        backend.accumulate(heads, toOut, row, x);
        backend.layerNorm(x, row, row, 1e-5f, normal);
        backend.project(Pointwise.GELU, normal, toInner, toInnerBias, inner);
        backend.accumulate(inner, fromInner, row, x);
      }
      backend.download(x.tensor(), (TOKENS - 1L) * WIDTH, last);
      return (System.nanoTime() - start) / 1e6;
    }
  }
}

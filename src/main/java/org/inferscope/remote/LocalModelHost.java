package org.inferscope.remote;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Progress;
import org.inferscope.compute.bench.BackendMatmul;
import org.inferscope.compute.bench.MatmulBenchmark;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;

/** Runs models on a backend of this process. */
public final class LocalModelHost implements ModelHost {
  /** How long one size may take. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Backend backend;
  private final Function<String, OpenModel> models;

  /**
   * A host.
   *
   * @param backend what it runs on; closed with it
   * @param models opens a model by name or folder
   */
  public LocalModelHost(Backend backend, Function<String, OpenModel> models) {
    this.backend = backend;
    this.models = models;
  }

  @Override
  public Device device() {
    return backend.device();
  }

  @Override
  public HostedModel load(String model, DType format, Watch watch) {
    return open(model, format, config -> {}, watch);
  }

  /**
   * Opens a model and gets it ready.
   *
   * @param sizes told of it before anything of it is on the device; throws to refuse it
   */
  LocalModel open(String model, DType format, Consumer<Gpt2Config> sizes, Watch watch) {
    requireFormat(format);
    watch.progressed(new Progress(Progress.UNKNOWN, Texts.get("remote.opening", model)));
    OpenModel open = models.apply(model);
    try {
      sizes.accept(open.config());
      watch.progressed(new Progress(Progress.UNKNOWN, Texts.get("remote.loading", open.name())));
    } catch (RuntimeException | Error e) {
      open.close();
      throw e;
    }
    return LocalModel.load(backend, open, format, watch::checkpoint);
  }

  /**
   * Refuses what no model's weights are kept in.
   *
   * @throws InferscopeException then
   */
  static void requireFormat(DType format) {
    if (format != DType.FP32 && format != DType.BF16 && format != DType.INT8) {
      throw new InferscopeException(Texts.get("remote.format", format.label()));
    }
  }

  @Override
  public void benchmark(
      List<MatmulSize> sizes, int repetitions, Consumer<MatmulResult> heard, Watch watch) {
    for (int i = 0; i < sizes.size(); i++) {
      MatmulSize size = sizes.get(i);
      watch.progressed(
          new Progress((double) i / sizes.size(), Texts.get("remote.measuring", size.toString())));
      heard.accept(measure(size, repetitions, watch));
    }
  }

  MatmulResult measure(MatmulSize size, int repetitions, Watch watch) {
    Stopwatch stopwatch = new Stopwatch(System::nanoTime, watch::checkpoint);
    try {
      return new MatmulBenchmark(stopwatch, Plan.of(repetitions, LIMIT))
          .run(BackendMatmul.lent(backend), size);
    } catch (OutOfMemoryError e) {
      return new MatmulResult.Failed(size, Texts.get("remote.memory", size.toString()));
    }
  }

  @Override
  public void close() {
    backend.close();
  }
}

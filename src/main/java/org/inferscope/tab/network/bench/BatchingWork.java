package org.inferscope.tab.network.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.inferscope.compute.Device;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.Work;
import org.inferscope.compute.bench.MlpBenchmark;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpNetwork;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Measures all cases of a network, each result to be had at once. Compute thread. */
final class BatchingWork implements Work<BatchingRun> {
  /** Short enough to be watched: a point of the curve takes a fraction of a second. */
  private static final Plan PLAN =
      new Plan(7, Duration.ofSeconds(5), Duration.ofMillis(60), Duration.ofMillis(2));

  private final MlpDims dims;
  private final AtomicReference<@Nullable BatchingRun> soFar;

  /**
   * @param soFar is given what there is before progress is reported; any thread may read it
   */
  BatchingWork(MlpDims dims, AtomicReference<@Nullable BatchingRun> soFar) {
    this.dims = dims;
    this.soFar = soFar;
  }

  @Override
  public BatchingRun run(JobContext context) {
    Device device = context.backend().device();
    BatchingRun run = new BatchingRun(dims, device.backend(), device.name(), List.of());
    soFar.set(run);
    MlpBenchmark benchmark =
        new MlpBenchmark(new Stopwatch(System::nanoTime, context::checkCancelled), PLAN);
    List<MlpCase> cases = BatchingRun.cases(dims);
    context.progress(0, Texts.get("networkbench.step.weights"));
    try (MlpNetwork network = new MlpNetwork(context.backend(), dims, MlpBenchmark.LARGEST_BATCH)) {
      for (int i = 0; i < cases.size(); i++) {
        context.checkCancelled();
        context.progress((double) i / cases.size(), step(cases.get(i)));
        run = run.with(benchmark.run(network, cases.get(i)));
        soFar.set(run);
      }
    }
    context.progress(1, "");
    return run;
  }

  private static String step(MlpCase next) {
    return switch (next.phase()) {
      case SINGLE -> Texts.get("networkbench.step.single", Numbers.count(next.inputs()));
      case BATCH -> Texts.get("networkbench.step.batch", Numbers.count(next.inputs()));
      case CURVE -> Texts.get("networkbench.step.curve", Numbers.count(next.inputs()));
    };
  }
}

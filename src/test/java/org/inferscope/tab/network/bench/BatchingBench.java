package org.inferscope.tab.network.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.inferscope.compute.Work;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.support.ManualCompute;
import org.inferscope.ui.inspector.InspectorModel;

/** A presenter whose clock always says the same. */
final class BatchingBench {
  final ManualCompute compute = new ManualCompute();
  final InspectorModel inspector = new InspectorModel();
  final List<String> steps = new ArrayList<>();
  NetworkPlan canvas = NetworkPlan.of(8, 16, 8, 4);
  long room = 1L << 30;

  /** Called after so many results, on the compute thread. */
  int pauseAfter = -1;

  Runnable pause = () -> {};

  final BatchingPresenter presenter =
      new BatchingPresenter(compute, inspector, () -> canvas, () -> room, this::canned);

  private Work<BatchingRun> canned(MlpDims dims, AtomicReference<BatchingRun> soFar) {
    return context -> {
      BatchingRun run =
          new BatchingRun(dims, "OpenBLAS 0.3.31", "Test processor at 3 GHz", List.of());
      List<MlpCase> cases = BatchingRun.cases(dims);
      for (int i = 0; i < cases.size(); i++) {
        context.progress((double) i / cases.size(), "step " + i);
        context.checkCancelled();
        if (i == pauseAfter) {
          pause.run();
          context.checkCancelled();
        }
        run = run.with(new MlpResult.Measured(cases.get(i), timing(cases.get(i))));
        soFar.set(run);
      }
      return run;
    };
  }

  /** About what two fast cores take for the notebook's network. */
  static Timing timing(MlpCase of) {
    double ms =
        of.phase() == Phase.SINGLE ? 180 : 0.17 + 0.0135 * of.inputs() * (1 + 8.0 / of.inputs());
    return Timing.of(1.05 * ms, 0.93 * ms, ms, 0.99 * ms, 1.01 * ms, 1.2 * ms, 0.98 * ms);
  }
}

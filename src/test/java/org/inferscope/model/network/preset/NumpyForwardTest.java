package org.inferscope.model.network.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.TracedRun;
import org.inferscope.support.Python;
import org.junit.jupiter.api.Test;

/** Drawn networks beside the same in real NumPy, written as the notebook writes it. */
class NumpyForwardTest {
  /** Prints every column of the first input, one a line. */
  private static final String PROGRAM =
      """
      import numpy as np
      widths = %s
      np.random.seed(%d)
      weights = []
      for i, o in zip(widths, widths[1:]):
          weights.append(np.random.randn(o, i) * np.sqrt(2 / (i + o)))
      np.random.seed(%d)
      h = np.random.randn(%d, widths[0])
      for l, w in enumerate(weights):
          h = h @ w.T
          if l < len(weights) - 1:
              h = np.maximum(h, 0)
          print(*["%%.9g" %% v for v in h[0]])
      """;

  @Test
  void columnsAreNumpys() throws Exception {
    Python python = Python.withNumpy().orElse(null);
    assumeTrue(python != null, "no NumPy here");
    for (Preset preset :
        List.of(Presets.notebook(), Presets.mnistSized(), Presets.deepNarrow(), Presets.wide())) {
      compare(python, preset.plan(), preset.input(), preset.inputSeed().orElseThrow());
    }
    for (long seed = 1; seed <= 3; seed++) {
      NetworkPlan plan = Presets.notebook().plan().drawn(Presets.notebook().plan().init(), seed);
      compare(python, plan, InputBatch.random(seed + 10, 5, plan.inputs()), seed + 10);
    }
  }

  private static void compare(Python python, NetworkPlan plan, InputBatch x, long inputSeed)
      throws Exception {
    String program =
        PROGRAM.formatted(Arrays.toString(plan.widths()), plan.seed(), inputSeed, x.size());
    Python.Result result = python.run(program);
    assertThat(result.exitCode()).as(result.err()).isZero();
    Trace trace = TracedRun.of(plan, x, 0, Ablations.NONE);
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize(plan.depth());
    for (int l = 0; l < plan.depth(); l++) {
      float[] theirs = parse(lines.get(l));
      float tolerance = 1e-5f * (trace.largest(l) + trace.largest(l + 1));
      assertThat(trace.values(l + 1)).as("layer " + l).containsExactly(theirs, within(tolerance));
    }
  }

  private static float[] parse(String line) {
    String[] words = line.split(" ", -1);
    float[] values = new float[words.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i]);
    }
    return values;
  }
}

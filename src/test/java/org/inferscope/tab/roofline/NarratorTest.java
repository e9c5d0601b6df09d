package org.inferscope.tab.roofline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tensor.DType;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.Test;

class NarratorTest {
  private final RooflinePresenter presenter =
      new RooflinePresenter(
          new TabContext(
              new ManualCompute(),
              new InspectorModel(),
              new Navigator() {
                @Override
                public boolean canOpen(Intent intent) {
                  return false;
                }

                @Override
                public void open(Intent intent) {
                  throw new AssertionError(intent);
                }
              },
              new NoFiles(),
              Optional.empty()));

  @Test
  void saysWhatHoldsTheBatchUp() {
    assertThat(said())
        .isEqualTo(
            "Batch 1: 0.9995 FLOP/byte. A100 (as in the notebook) waits for memory 99.4 % of"
                + " the time.");
    presenter.change(state -> state.with(state.walk().withBatch(2048)), "", null);
    assertThat(said())
        .isEqualTo(
            "Batch 2,048: 1,024 FLOP/byte, beyond the ridge point of 156.0 FLOP/byte. On A100 (as"
                + " in the notebook) arithmetic is the limit.");
  }

  @Test
  void promisesNothingWithoutAPeak() {
    presenter.change(state -> state.with(Formats.of(DType.INT4)), "", null);
    assertThat(said()).startsWith("Points under a roof");
  }

  @Test
  void countsALayersWork() {
    presenter.show(View.LAYER);
    assertThat(said())
        .isEqualTo(
            "Reading 2,048 tokens takes one layer 897.6 GFLOPs, 61.7 % of them in the"
                + " feed-forward block.");
    presenter.change(state -> state.with(new Workload(Workload.Phase.DECODE, 1, 4, 99)), "", null);
    assertThat(said()).startsWith("Making 4 new tokens");
  }

  @Test
  void namesTheFastest() {
    presenter.show(View.BENCHMARK);
    assertThat(said()).startsWith("Products of matrices");
    presenter.setMeasured(List.of(measured("Slow", 20), measured("Fast", 10)));
    assertThat(said()).contains("Fast is the fastest", "200 GFLOP/s at 1000×1000×1000");
  }

  private String said() {
    return Narrator.say(presenter).replace('\u00a0', ' ');
  }

  private static MeasuredPoint measured(String name, double millis) {
    return new MeasuredPoint(
        name,
        name,
        "CPU",
        new MatmulResult.Measured(
            new MatmulSize(1000, 1000, 1000), new Timing(List.of(millis), true)));
  }
}

package org.inferscope.tab.network.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.model.network.Trace;
import org.junit.jupiter.api.Test;

class FlowTest {
  private final NetworkRig rig = new NetworkRig();
  private final Flow flow = rig.presenter.flow();
  private final Trace trace = rig.trace();

  @Test
  void standsAtItsEndWithEverythingComputed() {
    assertThat(flow.isUnderWay()).isFalse();
    assertThat(flow.playback().steps()).isEqualTo(9);
    assertThat(flow.values(trace, 3)).isEqualTo(trace.output());
  }

  @Test
  void aLayerIsMatmulThenBiasThenActivation() {
    flow.playback().first();
    assertThat(flow.isHidden(1)).isTrue();
    assertThat(flow.values(trace, 1)).containsOnly(0f);
    flow.playback().stepForward();
    assertThat(flow.step()).isEqualTo(Flow.Step.MATMUL);
    assertThat(flow.values(trace, 1)).isEqualTo(trace.sums(0));
    flow.playback().stepForward();
    assertThat(flow.step()).isEqualTo(Flow.Step.BIAS);
    assertThat(flow.values(trace, 1)).isEqualTo(trace.preActivations(0));
    flow.playback().stepForward();
    assertThat(flow.step()).isEqualTo(Flow.Step.ACTIVATION);
    assertThat(flow.layer()).isZero();
    assertThat(flow.values(trace, 1)).isEqualTo(trace.values(1));
    assertThat(flow.isHidden(2)).isTrue();
    assertThat(flow.values(trace, 0)).isEqualTo(trace.values(0));
  }

  @Test
  void betweenTwoStepsNumbersAreOnTheirWay() {
    flow.playback().seek(2);
    flow.playback().scrub(2.5);
    float[] half = flow.values(trace, 1);
    for (int i = 0; i < half.length; i++) {
      float middle = (trace.preActivations(0)[i] + trace.values(1)[i]) / 2;
      assertThat(half[i]).isCloseTo(middle, within(1e-6f));
    }
  }

  @Test
  void anotherDepthStartsAtItsEnd() {
    flow.playback().first();
    rig.presenter.remove(0);
    rig.settle();
    assertThat(flow.isUnderWay()).isFalse();
    assertThat(flow.playback().steps()).isEqualTo(6);
  }
}

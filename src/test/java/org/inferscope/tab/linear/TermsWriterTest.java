package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.DType;
import org.inferscope.ui.bars.TermBar;
import org.inferscope.ui.bars.TermBars;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.api.Test;

class TermsWriterTest {
  private final Rig rig = new Rig();
  private final LinearPresenter presenter = rig.presenter;

  @Test
  void anOutputHasOneBarForEachProductAndOneForItsBias() {
    Scene.Terms terms = terms(new LinearRef.Output(0, 0));

    assertThat(values(terms)).containsExactly(.1f, .4f, .3f * 3, 1.6f, .01f);
    assertThat(terms.bars())
        .extracting(TermBar::name)
        .containsExactly("x₁", "x₂", "x₃", "x₄", "b₁");
    assertThat(terms.bars().get(4).role()).isEqualTo(Role.RESULT);
    assertThat(terms.lit()).isEqualTo(-1);
    assertThat(TermBars.largest(terms.bars())).as("which contributes most").isEqualTo(3);
  }

  @Test
  void theBarsAddUpToTheOutput() {
    rig.fill(9, 5, 4, 3);
    for (int i = 0; i < 5; i++) {
      float sum = 0;
      for (float value : values(terms(new LinearRef.Output(2, i)))) {
        sum += value;
      }
      assertThat(sum).isEqualTo(presenter.y().get(2, i));
    }
  }

  @Test
  void aWeightsProductIsLitAmongTheTermsOfItsOutput() {
    Scene.Terms terms = terms(new LinearRef.Weight(1, 2));

    assertThat(values(terms)[2]).isEqualTo(.7f * 3);
    assertThat(terms.lit()).isEqualTo(2);
  }

  @Test
  void aBiasIsLitAtTheEnd() {
    assertThat(terms(new LinearRef.Bias(2)).lit()).isEqualTo(4);
  }

  @Test
  void anInputHasOneBarForEachOutput() {
    Scene.Terms terms = terms(new LinearRef.Input(0, 1));

    assertThat(values(terms)).containsExactly(.4f, 1.2f, 2);
    assertThat(terms.bars()).extracting(TermBar::name).containsExactly("y₁", "y₂", "y₃");
  }

  @Test
  void termsToComeAreStillNothing() {
    presenter.setGrain(Display.StepGrain.TERM);
    presenter.playback().seek(7);

    Scene.Terms terms = build();

    assertThat(values(terms)).containsExactly(.5f, 1.2f, 0, 0, 0);
    assertThat(terms.lit()).as("the last one added").isEqualTo(1);
  }

  @Test
  void anotherFormatHasTheTermsItComputesWith() {
    presenter.setPrecision(DType.BF16);

    assertThat(values(terms(new LinearRef.Output(0, 0)))[0])
        .isEqualTo(presenter.held().layer().w().get(0, 0))
        .isNotEqualTo(.1f);
  }

  @Test
  void sixtyFourInputsFitBesideTheBias() {
    presenter.setInputs(64);
    presenter.setOutputs(64);

    assertThat(terms(new LinearRef.Output(0, 63)).bars()).hasSize(65);
    assertThat(terms(new LinearRef.Input(0, 63)).bars()).hasSize(64);
  }

  private Scene.Terms terms(LinearRef ref) {
    presenter.hover(Optional.of(ref));
    return build();
  }

  private Scene.Terms build() {
    return new TermsWriter(presenter).write(new SceneBuilder(presenter).layout(900, 560));
  }

  private static float[] values(Scene.Terms terms) {
    List<TermBar> bars = terms.bars();
    float[] values = new float[bars.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) bars.get(k).value();
    }
    return values;
  }
}

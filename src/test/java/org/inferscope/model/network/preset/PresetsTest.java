package org.inferscope.model.network.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.TracedRun;
import org.junit.jupiter.api.Test;

class PresetsTest {
  private static Trace run(Preset preset) {
    return TracedRun.of(preset.plan(), preset.input(), 0, Ablations.NONE);
  }

  @Test
  void theNotebooksNetworkGivesItsNumbers() {
    Trace trace = run(Presets.notebook());
    assertThat(trace.values(1))
        .containsExactly(
            new float[] {
              1.789f, 0, 0, 0.064f, 0, 0.118f, 0.692f, 0, 1.015f, 0, 0.581f, 0, 0, 0, 0.776f, 0
            },
            within(6e-4f));
    assertThat(trace.values(2))
        .containsExactly(new float[] {0, 0, 0, 0, 0.536f, 0.092f, 0, 0}, within(6e-4f));
    assertThat(trace.output())
        .containsExactly(new float[] {-0.205f, -0.091f, 0.021f, 0.394f}, within(6e-4f));
    assertThat(Presets.notebook().plan().parameters()).isEqualTo(316);
  }

  @Test
  void xorIsSolvedExactly() {
    Trace trace = run(Presets.xor());
    assertThat(trace.column(2).toArray()).containsExactly(0, 1, 1, 0);
  }

  @Test
  void theAutoencoderGivesBackWhatIsMadeOfItsWavesAndNothingElse() {
    Trace trace = run(Presets.autoencoder());
    int spike = trace.batch() - 1;
    for (int row = 0; row < spike; row++) {
      assertThat(trace.column(4).row(row)).containsExactly(trace.column(0).row(row), within(1e-6f));
    }
    assertThat(trace.column(2).row(0))
        .containsExactly(new float[] {0.3f, 0.9f, -0.5f}, within(1e-6f));
    assertThat(trace.column(4).get(spike, 5)).isBetween(0.05f, 0.5f);
  }

  @Test
  void theDeepNarrowOneVanishesWithXavierAndDoesNotWithHe() {
    Preset deep = Presets.deepNarrow();
    Trace xavier = run(deep);
    NetworkPlan withHe = deep.plan().drawn(Initialisation.HE_NORMAL, deep.plan().seed());
    Trace he = TracedRun.of(withHe, deep.input(), 0, Ablations.NONE);
    assertThat(xavier.largest(1)).isGreaterThan(1);
    assertThat(xavier.largest(12)).isBetween(0.01f, 0.2f);
    assertThat(xavier.largest(24)).isBetween(1e-5f, 1e-3f);
    assertThat(he.largest(24)).isGreaterThan(0.3f);
  }

  @Test
  void allHaveNamesAndMeaningsOfTheirOwnAndTheSizesAskedFor() {
    List<String> names = new ArrayList<>();
    for (Preset preset : Presets.drawn()) {
      names.addAll(List.of(preset.id(), preset.title(), preset.meaning()));
    }
    assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.startsWith("!"));
    assertThat(Presets.mnistSized().plan().widths()).containsExactly(784, 128, 64, 10);
    assertThat(Presets.wideBatch().plan().widths()).containsExactly(512, 1024, 1024, 256);
    assertThat(Presets.wideBatch().input().size()).isEqualTo(32);
    assertThat(Presets.wide().plan().widths()).containsExactly(16, 256, 256, 8);
    assertThat(Presets.autoencoder().plan().widths()).containsExactly(16, 8, 3, 8, 16);
    assertThat(Presets.deepNarrow().plan().depth()).isEqualTo(24);
  }

  @Test
  void theDigitsTakeTheTrainedWeights() {
    Trace trained = run(Presets.xor());
    Preset digits = Presets.digits(trained.network(), InputBatch.random(1, 5, 2));
    assertThat(digits.plan().layers().get(0).given().orElseThrow().linear())
        .isEqualTo(trained.network().layer(0).linear());
    assertThat(digits.plan().isDrawn()).isFalse();
  }

  @Test
  void inputsOfAnotherWidthAreRefused() {
    InputBatch narrow = InputBatch.random(1, 1, 3);
    assertThatThrownBy(
            () -> new Preset("x", "X", "", NetworkPlan.of(4, 2), narrow, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3");
  }
}

package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightNumbers;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {
  @TempDir Path folder;
  private Gpt2Rig rig;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private WeightNumbers numbers(String name) {
    var weights = rig.shown().model().weights();
    return WeightNumbers.of(
        weights, ParameterFacts.find(ParameterFacts.of(weights), name).orElseThrow());
  }

  @Test
  void aSliceHasTheLayersWeightsBiasAndTheRealInput() {
    String name = "h.2.mlp.c_proj.weight";
    LinearIntent intent = Handover.linear(rig.shown(), name, 100, 50, 3);
    assertThat(intent.isSmall()).isTrue();
    assertThat(intent.w().shapeText()).isEqualTo("16×16");
    assertThat(intent.x().shapeText()).isEqualTo("4×16");
    Matrix input = rig.shown().trace().values(new HookPoint(Site.POST, 2));
    for (int out = 0; out < 16; out++) {
      assertThat(intent.b().get(out, 0))
          .isEqualTo(numbers("h.2.mlp.c_proj.bias").get(0, 42 + out));
      for (int in = 0; in < 16; in++) {
        assertThat(intent.w().get(out, in)).isEqualTo(numbers(name).get(92 + in, 42 + out));
      }
    }
    for (int t = 0; t < 4; t++) {
      for (int in = 0; in < 16; in++) {
        assertThat(intent.x().get(t, in)).isEqualTo(input.get(t, 92 + in));
      }
    }
  }

  @Test
  void aProductHasInputsOfTheTokensUpToTheSelectedOne() {
    rig.type("a b c d e f g h i j k l m n o p q r s t");
    Shown shown = rig.shown();
    assertThat(shown.tokens().size()).isGreaterThan(14);
    String name = LayerMatrix.QKV.weight(0);
    MultiplyIntent intent = Handover.multiply(shown, name, 0, 575, 13);
    assertThat(intent.isSmall()).isTrue();
    Matrix input = shown.trace().values(new HookPoint(Site.LN1, 0));
    assertThat(intent.a().get(11, 3)).isEqualTo(input.get(13, 3));
    assertThat(intent.b().get(3, 11)).isEqualTo(numbers(name).get(3, 575));
  }

  @Test
  void theWholeSumOfAllSlicesIsWhatThePassComputed() {
    Shown shown = rig.shown();
    String name = LayerMatrix.FFN_UP.weight(1);
    int width = shown.config().width();
    double sum = numbers("h.1.mlp.c_fc.bias").get(0, 5);
    for (int row = 8; row < width; row += 16) {
      LinearIntent part = Handover.linear(shown, name, row, 5, 2);
      for (int in = 0; in < 16; in++) {
        sum += (double) part.w().get(5, in) * part.x().get(2, in);
      }
    }
    Matrix computed = shown.trace().values(new HookPoint(Site.PRE, 1));
    assertThat(sum).isCloseTo(computed.get(2, 5), within(1e-4));
  }

  @Test
  void saysWhatCannotBeOpened() {
    Optional<Shown> shown = Optional.of(rig.shown());
    assertThat(Handover.obstacle(shown, "h.0.attn.c_attn.weight")).isEmpty();
    assertThat(Handover.obstacle(shown, "wte.weight")).contains("four matrices");
    assertThat(Handover.obstacle(Optional.empty(), "h.0.attn.c_attn.weight")).contains("prompt");
    assertThatThrownBy(() -> Handover.linear(rig.shown(), "wte.weight", 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

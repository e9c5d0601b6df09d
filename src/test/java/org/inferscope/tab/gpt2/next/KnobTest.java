package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnobTest {
  private static final SamplingSettings PLAIN = SamplingSettings.plain(0);

  @ParameterizedTest
  @EnumSource
  void everyNotchStandsForANumberThatHoldsAndIsItsOwn(Knob knob) {
    for (int notch = 0; notch <= knob.last(); notch++) {
      double value = knob.at(notch);
      assertThat(knob.notch(value)).isEqualTo(notch);
      assertThat(knob.value(knob.with(PLAIN, value))).isEqualTo(value);
      assertThat(knob.parse(knob.text(value))).isEqualTo(value);
    }
  }

  @Test
  void theSliderOfTopKEndsWithAllTokens() {
    assertThat(Knob.TOP_K.at(0)).isEqualTo(1);
    assertThat(Knob.TOP_K.at(Knob.TOP_K.last())).isZero();
    assertThat(Knob.TOP_K.at(Knob.TOP_K.last() - 1)).isEqualTo(1000);
    assertThat(Knob.TOP_K.text(0)).isEqualTo("all");
    assertThat(Knob.TOP_K.parse(" ALL ")).isZero();
    assertThat(Knob.TOP_K.notch(41)).isEqualTo(Knob.TOP_K.notch(45));
    assertThat(Knob.TOP_K.notch(5000)).isEqualTo(Knob.TOP_K.last() - 1);
  }

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    assertThat(Knob.TEMPERATURE.parse(" 0,7 ")).isEqualTo(0.7);
    assertThat(Knob.PENALTY.parse("1.05")).isEqualTo(1.05);
  }

  @Test
  void whatIsNoNumberOrHasNoMeaningIsSaidInWords() {
    assertThatThrownBy(() -> Knob.TEMPERATURE.parse("hot"))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("Temperature must be a number such as 0.8; \"hot\" is none.");
    assertThatThrownBy(() -> Knob.TOP_K.parse("2.5"))
        .hasMessage("Top-k must be a whole number such as 40, or \"all\"; \"2.5\" is neither.");
    assertThatThrownBy(() -> Knob.TEMPERATURE.with(PLAIN, 0))
        .hasMessageContaining("must be above 0");
    assertThatThrownBy(() -> Knob.TOP_P.with(PLAIN, 1.5)).hasMessageContaining("at most 1");
    assertThatThrownBy(() -> Knob.TEMPERATURE.with(PLAIN, Double.NaN))
        .isInstanceOf(InferscopeException.class);
  }
}

package org.inferscope.tab.roofline.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSizesTest {
  private final RooflineState notebook = RooflineState.first();

  private TypedSizes type(LayerField field, String text) {
    return TypedSizes.read(notebook, Map.of(field, text));
  }

  @Test
  void whatHoldsIsTakenOver() {
    TypedSizes typed =
        TypedSizes.read(
            notebook,
            Map.of(LayerField.FFN, " 14,336 ", LayerField.BATCH, "8", LayerField.CACHED, "0"));
    assertThat(typed.problems()).isEmpty();
    assertThat(typed.state().spec().ffn()).isEqualTo(14_336);
    assertThat(typed.state().work().batch()).isEqualTo(8);
    assertThat(typed.state().spec().hidden()).isEqualTo(4096);
  }

  @ParameterizedTest
  @CsvSource({
    "SEQUENCE, 0",
    "SEQUENCE, -1",
    "BATCH, 4097",
    "HIDDEN, wide",
    "FFN, 11008.5",
    "LAYERS, ''",
    "VOCABULARY, 99999999999999",
    "CACHED, -1"
  })
  void whatIsNoSuchNumberIsNamedWithItsLimitsAndNothingIsTakenOver(LayerField field, String text) {
    TypedSizes typed = type(field, text);
    assertThat(typed.state()).isEqualTo(notebook);
    assertThat(typed.problems()).containsOnlyKeys(field);
    assertThat(typed.problems().get(field))
        .startsWith(field.title() + " must be a whole number from ")
        .contains("“" + text + "”");
  }

  @Test
  void headsThatDoNotDivideAreSaidAndSizesThatOnlyFitTogetherCanBeTypedOneByOne() {
    TypedSizes hidden = type(LayerField.HIDDEN, "5000");
    assertThat(hidden.state()).isEqualTo(notebook);
    assertThat(hidden.problems())
        .containsExactly(
            Map.entry(LayerField.HEADS, "32 heads do not divide a hidden width of 5,000."));
    TypedSizes both =
        TypedSizes.read(notebook, Map.of(LayerField.HIDDEN, "5000", LayerField.HEADS, "40"));
    assertThat(both.problems()).isEmpty();
    assertThat(both.state().spec().headWidth()).isEqualTo(125);
  }

  @Test
  void headsOfKeysAndValuesFollowTheHeadsWhereThereIsOneForEach() {
    assertThat(type(LayerField.HEADS, "64").state().spec().kvHeads()).isEqualTo(64);
    RooflineState shared = type(LayerField.KV_HEADS, "8").state();
    assertThat(shared.spec().kvHeads()).isEqualTo(8);
    TypedSizes more = TypedSizes.read(shared, Map.of(LayerField.HEADS, "64"));
    assertThat(more.state().spec().kvHeads()).isEqualTo(8);
    assertThat(TypedSizes.read(shared, Map.of(LayerField.KV_HEADS, "5")).problems())
        .containsExactly(
            Map.entry(LayerField.KV_HEADS, "5 heads of keys and values do not divide 32 heads."));
  }

  @Test
  void slidersStopAtPowersOfTwoAndSevenStepsBetweenThem() {
    Notches notches = Notches.of(0, 1 << 17);
    assertThat(notches.number(0)).isZero();
    assertThat(notches.number(1)).isEqualTo(1);
    assertThat(notches.number(notches.count() - 1)).isEqualTo(131_072);
    for (int notch = 1; notch < notches.count(); notch++) {
      assertThat(notches.number(notch)).isGreaterThan(notches.number(notch - 1));
      assertThat(notches.at(notches.number(notch))).isEqualTo(notch);
    }
    for (int power = 1; power <= 1 << 17; power *= 2) {
      assertThat(notches.number(notches.at(power))).isEqualTo(power);
    }
    assertThat(notches.number(notches.at(2049))).isEqualTo(2048);
    assertThat(notches.at(1 << 20)).isEqualTo(notches.count() - 1);
    assertThat(Notches.of(1, 1024).number(0)).isEqualTo(1);
    assertThat(Notches.of(1, 1024).at(0)).isZero();
  }
}

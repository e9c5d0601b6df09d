package org.inferscope.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Random;
import java.util.stream.Stream;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellColoursTest {
  static Stream<Look> looks() {
    return Stream.of(false, true)
        .flatMap(dark -> Stream.of(false, true).map(safe -> new Look(dark, safe, false, 1, 0)));
  }

  @AfterEach
  void backToTheFirstLook() {
    Themes.install(Look.of(false));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void numbersAreReadableOnTheColourOfTheirCell(Look look) {
    Themes.install(look);
    CellColours colours = new CellColours(0);
    colours.refresh();
    Random random = new Random(1);
    for (int n = 0; n < 1000; n++) {
      float value = (float) random.nextGaussian();
      Color ground = colours.fill(value, 2);
      assertThat(Contrast.ratio(colours.ink(value, 2), ground))
          .as("%s on %s", value, ground)
          .isGreaterThanOrEqualTo(Contrast.TEXT);
    }
    assertThat(Contrast.ratio(Palette.error(), Palette.errorSoft()))
        .as("NaN")
        .isGreaterThanOrEqualTo(Contrast.TEXT);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theColourIsThatOfTheMapToWithinAStep(Look look) {
    Themes.install(look);
    CellColours colours = new CellColours(0);
    colours.refresh();
    for (int n = -150; n <= 150; n++) {
      Color exact = Palette.signed().at(n / 100.0);
      Color shown = colours.fill(n / 10f, 10);
      assertThat(shown.getRed()).isBetween(exact.getRed() - 7, exact.getRed() + 7);
      assertThat(shown.getGreen()).isBetween(exact.getGreen() - 7, exact.getGreen() + 7);
      assertThat(shown.getBlue()).isBetween(exact.getBlue() - 7, exact.getBlue() + 7);
    }
  }

  @Test
  void infinitiesHaveTheEndsOfTheMap() {
    Themes.install(Look.of(false));
    CellColours colours = new CellColours(0);
    colours.refresh();
    assertThat(colours.fill(Float.POSITIVE_INFINITY, 1)).isEqualTo(Palette.signed().at(1));
    assertThat(colours.fill(Float.NEGATIVE_INFINITY, 1)).isEqualTo(Palette.signed().at(-1));
  }

  @Test
  void aChangeOfThemeIsFollowed() {
    Themes.install(Look.of(false));
    CellColours colours = new CellColours(0);
    colours.refresh();
    Color light = colours.fill(0, 1);
    Themes.install(Look.of(true));
    colours.refresh();
    assertThat(colours.fill(0, 1)).isNotEqualTo(light).isEqualTo(Palette.signed().at(0));
  }
}

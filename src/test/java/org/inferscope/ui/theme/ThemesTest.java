package org.inferscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.stream.Stream;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemesTest {
  static Stream<Look> looks() {
    return Stream.of(false, true)
        .flatMap(
            dark ->
                Stream.of(false, true)
                    .flatMap(
                        safe -> Stream.of(0.0, 1.75).map(p -> new Look(dark, safe, false, 1, p))));
  }

  @AfterEach
  void backToTheFirstLook() {
    Themes.install(Look.of(false));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void textOnEveryRoleIsReadable(Look look) {
    Themes.install(look);
    for (Role role : Role.values()) {
      assertReadable(role + " on", role.on(), role.fill());
      assertReadable(role + " ink on card", role.ink(), Palette.card());
      assertReadable(role + " ink on background", role.ink(), Palette.background());
      assertReadable(role + " text on soft", Palette.text(), role.soft());
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void wordsAreReadableOnEverySurface(Look look) {
    Themes.install(look);
    for (Color surface : new Color[] {Palette.background(), Palette.card(), Palette.cell()}) {
      assertReadable("text", Palette.text(), surface);
      assertReadable("muted", Palette.muted(), surface);
      assertReadable("accent", Palette.accent(), surface);
      assertReadable("error", Palette.error(), surface);
      assertReadable("warning", Palette.warning(), surface);
      assertReadable("ok", Palette.ok(), surface);
    }
    assertReadable("on accent", Palette.onAccent(), Palette.accent());
    assertReadable("accent soft", Palette.text(), Palette.accentSoft());
    assertReadable("error soft", Palette.text(), Palette.errorSoft());
    assertReadable("warning soft", Palette.text(), Palette.warningSoft());
    assertReadable("ok soft", Palette.text(), Palette.okSoft());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void textOnEveryColourOfAMapIsReadable(Look look) {
    Themes.install(look);
    for (int i = -100; i <= 100; i++) {
      Color signed = Palette.signed().at(i / 100.0);
      assertReadable("signed " + i, Contrast.textOn(signed), signed);
      Color magnitude = Palette.magnitude().at(Math.abs(i) / 100.0);
      assertReadable("magnitude " + i, Contrast.textOn(magnitude), magnitude);
    }
  }

  @Test
  void aChangeOfThemeReachesThePaletteAtOnce() {
    Themes.install(Look.of(false));
    Color light = Palette.background();
    Themes.change(Look.of(true));
    assertThat(Palette.background()).isNotEqualTo(light);
    assertThat(Palette.isDark()).isTrue();
  }

  @Test
  void theRolesAreTheNotebooksColours() {
    Themes.install(Look.of(true));
    assertThat(Palette.row()).isEqualTo(new Color(0xff6b6b));
    assertThat(Palette.column()).isEqualTo(new Color(0x4ecdc4));
    assertThat(Palette.result()).isEqualTo(new Color(0xffd93d));
  }

  @Test
  void theColourBlindSafeSettingChangesRolesAndMaps() {
    Themes.install(Look.of(false));
    Color row = Palette.row();
    Color high = Palette.signed().at(1);
    Themes.install(new Look(false, true, false, 1, 0));
    assertThat(Palette.row()).isNotEqualTo(row);
    assertThat(Palette.signed().at(1)).isNotEqualTo(high);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void noTextIsSmallerThanCanBeRead(Look look) {
    Themes.install(look);
    float smallest = look.isProjector() ? 20 : 12;
    assertThat(Fonts.text(8).getSize2D()).isGreaterThanOrEqualTo(smallest);
    assertThat(Fonts.mono(Fonts.SMALL).getSize2D()).isGreaterThanOrEqualTo(smallest);
    assertThat(new JLabel("x").getFont().getSize2D()).isGreaterThanOrEqualTo(smallest);
  }

  @Test
  void theScaleReachesFontsMeasuresAndComponents() {
    Themes.install(Look.of(false));
    float before = new JLabel("x").getFont().getSize2D();
    Themes.change(new Look(false, false, false, 3, 0));
    assertThat(Metrics.px(8)).isEqualTo(24);
    assertThat(Fonts.text(20).getSize2D()).isEqualTo(60);
    assertThat(new JLabel("x").getFont().getSize2D()).isEqualTo(3 * before);
    Themes.change(new Look(false, false, false, 0.75, 0));
    assertThat(Metrics.px(8)).isEqualTo(6);
    Themes.change(Look.of(false));
    assertThat(new JLabel("x").getFont().getSize2D()).isEqualTo(before);
  }

  @Test
  void paintersSeeReducedMotionAndProjectorMode() {
    Themes.install(Look.of(false));
    assertThat(Metrics.isReduceMotion()).isFalse();
    assertThat(Metrics.isProjector()).isFalse();
    Themes.install(new Look(false, false, true, 1, 2));
    assertThat(Metrics.isReduceMotion()).isTrue();
    assertThat(Metrics.isProjector()).isTrue();
    assertThat(Metrics.scale()).isEqualTo(2);
  }

  @Test
  void theTypefacesAreOurOwn() {
    Themes.install(Look.of(false));
    assertThat(new JLabel("x").getFont().getFamily()).isEqualTo("Inter");
    assertThat(Fonts.mono(13).getFamily()).isEqualTo("JetBrains Mono");
  }

  @Test
  void theSignedMapIsNeutralInTheMiddleAndHeldAtTheEnds() {
    Themes.install(Look.of(false));
    ColorMap map = Palette.signed();
    assertThat(map.at(Double.NaN)).isEqualTo(map.at(0));
    assertThat(map.at(7)).isEqualTo(map.at(1));
    assertThat(map.at(Double.NEGATIVE_INFINITY)).isEqualTo(map.at(-1));
    assertThat(map.at(-1).getBlue()).isGreaterThan(map.at(-1).getRed());
    assertThat(map.at(1).getRed()).isGreaterThan(map.at(1).getBlue());
  }

  private static void assertReadable(String what, Color text, Color background) {
    assertThat(Contrast.ratio(text, background))
        .as("%s: %s on %s", what, text, background)
        .isGreaterThanOrEqualTo(Contrast.TEXT);
  }
}

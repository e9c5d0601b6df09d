package org.inferscope.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.support.Brushwork;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarsPainterTest {
  private static final Box BOX = new Box(20, 20, 300, 260);
  private static final float[] X = {1, -2, 3, 4};
  private static final BarScale SCALE = new BarScale(-5, 5);

  static Stream<Look> looks() {
    return Stream.of(
        Look.of(false),
        Look.of(true),
        new Look(false, true, false, 1.5, 0),
        new Look(true, false, false, 2, 0),
        new Look(true, false, false, 1, 1.75),
        new Look(false, false, false, 1, 2.5));
  }

  @AfterEach
  void backToTheFirstLook() {
    Themes.install(Look.of(false));
  }

  private static BarsLayout layout(Box box, int count) {
    return BarsLayout.of(box, count, Metrics.scale(), Fonts.smallest());
  }

  private static Bars bars(float[] values, BarScale scale) {
    return Bars.of(values, scale, Series.INPUT::role)
        .titled("x [" + values.length + "]", "Input dimensions", "Value");
  }

  private static BufferedImage paint(String name, Bars bars) {
    return Brushwork.paint(
        name,
        Look.of(false),
        340,
        300,
        1,
        brush -> new BarsPainter(brush).paint(layout(BOX, bars.bars().size()), bars));
  }

  /** The colour within a lane's track at the place of a value, above the middle. */
  private static Color at(BufferedImage picture, Bars bars, int i, double value) {
    BarsLayout layout = layout(BOX, bars.bars().size());
    Box track = layout.track(i);
    return Brushwork.at(
        picture, bars.scale().position(layout.plot(), value), track.y() + track.h() * 0.2);
  }

  @Test
  void barsReachFromZeroToTheirValueInTheirColours() {
    Bars bars = bars(X, SCALE);
    BufferedImage picture = paint("bars-plain", bars);

    assertThat(at(picture, bars, 0, 0.5)).isEqualTo(Role.ROW.fill());
    assertThat(at(picture, bars, 0, 1.3)).isEqualTo(Palette.background());
    assertThat(at(picture, bars, 1, -1.5)).isEqualTo(Role.COLUMN.fill());
    assertThat(at(picture, bars, 1, 0.5)).isEqualTo(Palette.background());
    assertThat(at(picture, bars, 2, 2.7)).isEqualTo(Role.BLUE.fill());
    assertThat(at(picture, bars, 3, 3.7)).isEqualTo(Role.GREEN.fill());
  }

  @Test
  void theZeroLineLiesOverTheBars() {
    Bars bars = bars(X, SCALE);
    BufferedImage picture = paint("bars-zero", bars);
    for (int i = 0; i < X.length; i++) {
      assertThat(at(picture, bars, i, 0)).isEqualTo(Palette.muted());
    }
  }

  @Test
  void aLitBarKeepsItsColourOnABandAndOthersFade() {
    Bars bars = bars(X, SCALE).lighting(2);
    BufferedImage picture = paint("bars-lit", bars);

    assertThat(at(picture, bars, 2, 2.7)).isEqualTo(Role.BLUE.fill());
    assertThat(at(picture, bars, 2, -2.4)).isEqualTo(Role.BLUE.soft());
    Color faded = at(picture, bars, 3, 3.7);
    assertThat(Contrast.ratio(faded, Palette.background()))
        .isLessThan(Contrast.ratio(Role.GREEN.fill(), Palette.background()));
    assertThat(faded).isNotEqualTo(Palette.background());
  }

  @Test
  void aShareStandsOutWithinItsBar() {
    Bars plain = bars(X, SCALE);
    List<Bar> changed = new ArrayList<>(plain.bars());
    changed.set(3, changed.get(3).withShare(1, 2.5));
    Bars bars = plain.with(changed);
    BufferedImage picture = paint("bars-share", bars);

    assertThat(at(picture, bars, 3, 1.7)).isEqualTo(Role.GREEN.fill());
    assertThat(at(picture, bars, 3, 0.5)).isNotEqualTo(Role.GREEN.fill());
    assertThat(at(picture, bars, 3, 2.8)).isEqualTo(at(picture, bars, 3, 0.5));
  }

  @Test
  void anExactValueIsAThinLineBesideTheBar() {
    Bars plain = bars(X, SCALE);
    List<Bar> changed = new ArrayList<>(plain.bars());
    changed.set(0, changed.get(0).besides(1.5));
    Bars bars = plain.with(changed);
    BufferedImage picture = paint("bars-exact", bars);

    BarsLayout layout = layout(BOX, 4);
    int x = (int) Math.round(SCALE.position(layout.plot(), 1.5));
    Box track = layout.track(0);
    assertThat(
            Stream.of(-1, 0, 1)
                .map(dx -> Brushwork.at(picture, x + dx, track.y() + 1))
                .filter(Palette.text()::equals))
        .isNotEmpty();
  }

  @Test
  void onlyTheHoveredBarThatCanBeDraggedHasAHandle() {
    Bars bars = bars(X, SCALE);
    BarsLayout layout = layout(BOX, 4);
    Box handle = layout.handle(2, SCALE.position(layout.plot(), 3));
    BufferedImage with = paint("bars-handle", bars.hovering(2, true));
    BufferedImage without = paint("bars-no-handle", bars.hovering(2, false));

    assertThat(Brushwork.at(with, handle.centerX(), handle.centerY())).isEqualTo(Palette.card());
    assertThat(Brushwork.at(without, handle.centerX() - 2, handle.centerY()))
        .isEqualTo(Role.BLUE.fill());
  }

  @Test
  void whatLiesBeyondTheScaleEndsInAnArrow() {
    Bars bars = bars(new float[] {9, -2, 1, -50}, SCALE);
    BufferedImage picture = paint("bars-beyond", bars);
    BarsLayout layout = layout(BOX, 4);
    Box track = layout.track(0);

    assertThat(Brushwork.at(picture, layout.plot().right() - 3, track.centerY()))
        .isEqualTo(Role.ROW.fill());
    assertThat(Brushwork.at(picture, layout.plot().right() - 3, track.y() + 2))
        .isNotEqualTo(Role.ROW.fill());
    assertThat(Brushwork.at(picture, layout.plot().x() + 3, layout.track(3).centerY()))
        .isEqualTo(Role.GREEN.fill());
  }

  @Test
  void whatIsNotANumberHasATextAndNoBarOfItsColour() {
    float[] values = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0};
    Bars bars = bars(values, SCALE);
    BufferedImage picture = paint("bars-special", bars);

    assertThat(at(picture, bars, 1, 3)).isEqualTo(Palette.errorSoft());
    assertThat(at(picture, bars, 2, -3)).isEqualTo(Palette.errorSoft());
    assertThat(at(picture, bars, 0, 3)).isEqualTo(Palette.background());
    Box nan = layout(BOX, 4).track(0);
    assertThat(has(picture, nan, Palette.error())).isTrue();
  }

  @Test
  void lanesTooLowForATextMarkWhatIsNotANumber() {
    float[] values = new float[64];
    values[9] = Float.NaN;
    BufferedImage picture = paint("bars-special-low", bars(values, SCALE));
    assertThat(has(picture, layout(BOX, 64).lane(9), Palette.error())).isTrue();
  }

  private static boolean has(BufferedImage picture, Box box, Color color) {
    for (int y = (int) box.y(); y <= box.bottom(); y++) {
      for (int x = (int) box.x(); x < box.right(); x++) {
        if (picture.getRGB(x, y) == color.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothingIsPaintedOutsideTheBox(Look look) {
    double unit = look.zoom();
    Box[] boxes = new Box[8];
    for (int k = 0; k < boxes.length; k++) {
      double x = (20 + (k % 4) * 260) * unit;
      double y = (20 + (k / 4) * 320) * unit;
      boxes[k] = new Box(x, y, (k % 2 == 0 ? 230 : 170) * unit, (k < 4 ? 290 : 190) * unit);
    }
    BufferedImage picture =
        Brushwork.paint(
            "bars-sheet-" + look.dark() + look.colorBlindSafe() + look.zoom(),
            look,
            (int) (1060 * unit),
            (int) (560 * unit),
            1,
            brush -> {
              for (int k = 0; k < boxes.length; k++) {
                Bars bars = sheet(k);
                new BarsPainter(brush).paint(layout(boxes[k], bars.bars().size()), bars);
              }
            });
    assertThat(Brushwork.isBareOutside(picture, boxes)).isTrue();
  }

  private static Bars sheet(int k) {
    float[] few = {3.01f, -7.02f, 11.03f};
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 99, -1.5f, 0};
    return switch (k) {
      case 0 -> bars(new float[] {1, 2, 3, 4}, BarScale.of(new float[] {4}));
      case 1 -> bars(few, BarScale.of(few)).lighting(1);
      case 2 -> compared(random(16));
      case 3 -> bars(random(64), new BarScale(-3, 3)).lighting(21).hovering(21, true);
      case 4 -> bars(odd, new BarScale(-2, 2)).hovering(4, true);
      case 5 -> bars(random(64), new BarScale(-3, 3));
      case 6 -> bars(new float[] {2.5e-7f}, BarScale.of(new float[] {2.5e-7f})).hovering(0, true);
      default -> bars(few, new BarScale(-7.02, 11.03)).hovering(2, true);
    };
  }

  private static Bars compared(float[] values) {
    Bars plain = bars(values, BarScale.of(values));
    List<Bar> bars = new ArrayList<>(plain.bars());
    for (int i = 0; i < values.length; i++) {
      Bar bar = bars.get(i);
      boolean isEven = i % 2 == 0;
      bars.set(
          i, isEven ? bar.besides(values[i] * 1.1) : bar.withShare(values[i] * 0.2, values[i]));
    }
    return plain.with(bars);
  }

  private static float[] random(int count) {
    return new NumpyRandom(42).randn(1, count).toArray();
  }
}

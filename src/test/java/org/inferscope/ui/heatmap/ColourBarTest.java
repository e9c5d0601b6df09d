package org.inferscope.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.support.Brushwork;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColourBarTest {
  private static final double[] LIMITS = {1, 1.2, 250_000, 2.5e-7, 4e38, 1.2e-44};

  static Stream<Look> looks() {
    return Stream.of(
        Look.of(false),
        Look.of(true),
        new Look(false, false, false, 1.5, 0),
        new Look(true, false, false, 1, 1.75),
        new Look(false, true, false, 1, 2.5));
  }

  @AfterEach
  void backToTheFirstLook() {
    Themes.install(Look.of(false));
  }

  /** A low, a middling and a high bar below each other. */
  private static List<Box> column(int k) {
    double unit = Metrics.scale();
    double width = ColourBar.widthNeeded(unit);
    double x = 10 * unit + (width + 24 * unit) * k;
    return List.of(
        new Box(x, 10 * unit, width, 30 * unit),
        new Box(x, 60 * unit, width, 60 * unit),
        new Box(x, 140 * unit, width, 200 * unit));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void labelsOfAnyLimitStayInTheBox(Look look) {
    BufferedImage picture =
        Brushwork.paint(
            "colour-bar-" + look.dark() + look.colorBlindSafe() + look.zoom(),
            look,
            (int) (700 * look.zoom()),
            (int) (360 * look.zoom()),
            1,
            brush -> {
              for (int k = 0; k < LIMITS.length; k++) {
                for (Box box : column(k)) {
                  new ColourBar(brush).paint(box, LIMITS[k]);
                }
              }
            });
    Box[] boxes =
        IntStream.range(0, LIMITS.length)
            .boxed()
            .flatMap(k -> column(k).stream())
            .toArray(Box[]::new);
    assertThat(Brushwork.isBareOutside(picture, boxes)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theTopIsTheHighestColourAndTheMiddleTheNeutralOne(Look look) {
    BufferedImage picture =
        Brushwork.paint(
            "colour-bar",
            look,
            400,
            600,
            1,
            brush -> new ColourBar(brush).paint(new Box(10, 10, 200, 500), 1));

    Box bar = new Box(10, 10, 200, 500);
    double x = bar.x() + 6 * Metrics.scale();
    double inside = 3 * Metrics.scale();
    int top = Brushwork.at(picture, x, bar.y() + inside).getRGB() & 0xffffff;
    assertThat(near(top, Palette.signed().rgbAt(1))).isTrue();
    int bottom = Brushwork.at(picture, x, bar.bottom() - inside).getRGB() & 0xffffff;
    assertThat(near(bottom, Palette.signed().rgbAt(-1))).isTrue();
    int middle = Brushwork.at(picture, x, bar.centerY()).getRGB() & 0xffffff;
    assertThat(near(middle, Palette.signed().rgbAt(0))).isTrue();
  }

  private static boolean near(int a, int b) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
    }
    return most <= 16;
  }
}

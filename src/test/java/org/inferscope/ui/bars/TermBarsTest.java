package org.inferscope.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.support.Brushwork;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.paint.Box;
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

class TermBarsTest {
  private static final Box BOX = new Box(20, 20, 400, 120);

  static Stream<Look> looks() {
    return Stream.of(
        Look.of(false),
        Look.of(true),
        new Look(false, true, false, 1.5, 0),
        new Look(true, false, false, 1, 1.75));
  }

  @AfterEach
  void backToTheFirstLook() {
    Themes.install(Look.of(false));
  }

  private static List<TermBar> terms(float... values) {
    int last = values.length - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            k ->
                new TermBar(
                    values[k],
                    k == last ? Role.RESULT : Series.INPUT.role(k),
                    k == last ? "b" : Integer.toString(k)))
        .toList();
  }

  private static TermBarsLayout layout(Box box, int count) {
    return TermBarsLayout.of(box, count, Metrics.scale(), Fonts.smallest());
  }

  private static BufferedImage paint(String name, List<TermBar> terms, int lit) {
    return Brushwork.paint(
        name,
        Look.of(false),
        440,
        160,
        1,
        brush -> new TermBars(brush).paint(layout(BOX, terms.size()), terms, lit));
  }

  @Test
  void positiveTermsGoUpAndNegativeOnesDown() {
    BufferedImage picture = paint("terms-signs", terms(4, -4, 2), -1);
    TermBarsLayout layout = layout(BOX, 3);
    double middle = layout.plot().centerY();
    assertThat(Brushwork.at(picture, layout.column(0).centerX(), middle - 10))
        .isEqualTo(Role.ROW.fill());
    assertThat(Brushwork.at(picture, layout.column(0).centerX(), middle + 10))
        .isEqualTo(Palette.background());
    assertThat(Brushwork.at(picture, layout.column(1).centerX(), middle + 10))
        .isEqualTo(Role.COLUMN.fill());
    assertThat(Brushwork.at(picture, layout.column(2).centerX(), middle - 10))
        .isEqualTo(Role.RESULT.fill());
    assertThat(Brushwork.at(picture, layout.column(2).x() + 1, middle)).isEqualTo(Palette.muted());
  }

  @Test
  void theLargestIsFoundWhateverItsSign() {
    assertThat(TermBars.largest(terms(1, -5, 3, 5))).isEqualTo(1);
    assertThat(TermBars.largest(terms(0, 0))).isEqualTo(-1);
    assertThat(TermBars.largest(terms(Float.NaN, 2, Float.NEGATIVE_INFINITY))).isEqualTo(2);
  }

  @Test
  void theLargestIsPointedAtAndTheLitOneHasABand() {
    BufferedImage picture = paint("terms-lit", terms(1, 3, 2, 0.5f), 2);
    TermBarsLayout layout = layout(BOX, 4);
    assertThat(Brushwork.at(picture, layout.column(1).centerX(), layout.plot().y() + 4))
        .isEqualTo(Palette.text());
    assertThat(Brushwork.at(picture, layout.column(2).x() + 2, layout.plot().centerY()))
        .isEqualTo(Role.BLUE.soft());
  }

  @Test
  void whatIsNotANumberHasTheToneOfAnError() {
    BufferedImage picture =
        paint("terms-special", terms(1, Float.NaN, Float.NEGATIVE_INFINITY, -1), -1);
    TermBarsLayout layout = layout(BOX, 4);
    Color nan = Brushwork.at(picture, layout.column(1).centerX(), layout.plot().centerY() - 2);
    assertThat(nan).isEqualTo(Palette.error());
    Color infinite = Brushwork.at(picture, layout.column(2).centerX(), layout.plot().centerY() + 9);
    assertThat(infinite).isEqualTo(Palette.error());
  }

  @Test
  void aPointBelongsToTheTermOfItsColumn() {
    for (int count : new int[] {1, 5, 17, 65}) {
      TermBarsLayout layout = layout(BOX, count);
      for (int k = 0; k < count; k++) {
        double x = layout.column(k).centerX();
        assertThat(layout.termAt(x, layout.plot().y())).isEqualTo(k);
        assertThat(layout.termAt(x, layout.names().bottom() - 1)).isEqualTo(k);
      }
      double middle = layout.plot().centerY();
      assertThat(layout.termAt(layout.plot().x() - 1, middle)).isEqualTo(-1);
      assertThat(layout.termAt(layout.plot().right() + 1, middle)).isEqualTo(-1);
      assertThat(layout.termAt(layout.plot().centerX(), BOX.y() - 1)).isEqualTo(-1);
      assertThat(layout.termAt(layout.plot().centerX(), BOX.bottom() + 1)).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothingIsPaintedOutsideTheBox(Look look) {
    double unit = look.zoom();
    Box[] boxes = new Box[6];
    for (int k = 0; k < boxes.length; k++) {
      double x = (20 + (k % 2) * 460) * unit;
      boxes[k] = new Box(x, (20 + (k / 2) * 140) * unit, 420 * unit, (k < 4 ? 110 : 50) * unit);
    }
    BufferedImage picture =
        Brushwork.paint(
            "terms-sheet-" + look.dark() + look.colorBlindSafe() + look.zoom(),
            look,
            (int) (940 * unit),
            (int) (440 * unit),
            1,
            brush -> {
              for (int k = 0; k < boxes.length; k++) {
                List<TermBar> terms = sheet(k);
                TermBarsLayout layout = layout(boxes[k], terms.size());
                new TermBars(brush).paint(layout, terms, k == 1 ? -1 : terms.size() - 1);
              }
            });
    assertThat(Brushwork.isBareOutside(picture, boxes)).isTrue();
  }

  private static List<TermBar> sheet(int k) {
    float[] many = new NumpyRandom(42).randn(1, 65).toArray();
    return switch (k) {
      case 0 -> terms(0.1f, 0.4f, 0.9f, 1.6f, 0.01f);
      case 1 -> terms(0, -0.4f, -0.9f, Float.NaN, Float.POSITIVE_INFINITY);
      case 2 -> terms(new NumpyRandom(7).randn(1, 17).toArray());
      case 3 -> terms(many);
      case 4 -> terms(-1.2345e-7f, 2);
      default -> terms(many);
    };
  }
}

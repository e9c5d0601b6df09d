package org.inferscope.tab.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.support.Brushwork;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfPictureTest {
  private static final Look LIGHT = Look.of(false);
  private static final Part.Head GONE = new Part.Head(1, 2);

  private static PlanScene plan(boolean mapped) {
    Matrix changes = Matrix.generate(4, 6, (i, j) -> i == 0 ? Double.NaN : (j - 2.5) * i / 7);
    return new PlanScene(
        List.of("The", "·matrix", "·multiplication", "·is"),
        4,
        5,
        new Ablation(List.of(GONE, new Part.Token(1)), Fill.ZERO),
        3,
        mapped ? changes : null,
        2,
        "− speaks for ·a",
        new Part.Head(0, 0));
  }

  private static PairsScene pairs() {
    List<Comparison.Row> rows = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      double p = k == 0 ? 0.5 : 0.3 / k;
      double q = k == 1 ? 0.5 : 1e-6 * (k + 1);
      rows.add(
          new Comparison.Row(
              new Scored(k, (float) Math.log(p), p), new Scored(k, (float) Math.log(q), q)));
    }
    return new PairsScene(
        rows, List.of("·a", "·associative", "·averyverylongtokenindeed", "·d", "·e", "⟨E2 80⟩"), 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void thePlanStaysInItsBox(double zoom) {
    Box box = new Box(6, 6, 380, 280);
    BufferedImage picture =
        Brushwork.paint(
            "gpt2-whatif-plan-" + (int) zoom,
            LIGHT,
            (int) (400 * zoom),
            (int) (300 * zoom),
            zoom,
            brush -> {
              PlanScene scene = plan(true);
              double type = Fonts.smallest();
              PlanLayout layout =
                  PlanLayout.of(box, scene, 0, 1, type, text -> brush.width(text, type));
              new PlanPainter(brush).paint(layout, scene, new Part.Mlp(3), new Part.Token(0));
            });
    Box around = box.grown(2);
    Box device =
        new Box(around.x() * zoom, around.y() * zoom, around.w() * zoom, around.h() * zoom);
    assertThat(Brushwork.isBareOutside(picture, device)).isTrue();
  }

  @Test
  void whatIsTakenAwayIsAHoleAndTheRestHasTheColourOfItsChange() {
    AtomicReference<PlanLayout> made = new AtomicReference<>();
    AtomicReference<Color> ground = new AtomicReference<>();
    AtomicReference<Color> strongest = new AtomicReference<>();
    BufferedImage picture =
        Brushwork.paint(
            "gpt2-whatif-plan-holes",
            LIGHT,
            400,
            300,
            1,
            brush -> {
              PlanScene scene = plan(true);
              double type = Fonts.smallest();
              PlanLayout layout =
                  PlanLayout.of(
                      new Box(6, 6, 380, 280), scene, 0, 1, type, text -> brush.width(text, type));
              made.set(layout);
              ground.set(Palette.background());
              strongest.set(Palette.signed().at(Math.round(3 * 2.5 / 7 / 2 * 48) / 48.0));
              new PlanPainter(brush).paint(layout, scene, null, null);
            });
    Box hole = made.get().box(GONE);
    assertThat(Brushwork.at(picture, hole.x() + 6, hole.y() + 6)).isEqualTo(ground.get());
    Box mlp = made.get().box(new Part.Mlp(3));
    assertThat(Brushwork.at(picture, mlp.x() + 5, mlp.y() + 5)).isEqualTo(strongest.get());
  }

  @Test
  void aPlanHasNumbersInAllCellsOrInNone() {
    assertThat(PlanPainter.number(-0.004, 6, 1)).isEqualTo("0.00");
    assertThat(PlanPainter.number(-0.000_16, 6, 1e-4)).isEqualTo("−2e−4");
    assertThat(PlanPainter.number(9.6e-5, 6, 1e-4)).isEqualTo("1e−4");
    assertThat(PlanPainter.number(0.004, 6, 1e-2)).isEqualTo("4e−3");
    assertThat(PlanPainter.number(-8.43, 6, 1e-4)).isEqualTo("−8.43");
    assertThat(PlanPainter.number(0, 6, 1e-4)).isEqualTo("0.00");
    assertThat(PlanPainter.number(0.1, 4, 1)).as("a negative one would not fit").isEmpty();
    assertThat(PlanPainter.number(-12.345, 5, 1)).isEqualTo("−12.3");
    assertThat(PlanPainter.number(-123_456, 5, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void pairedBarsStayInTheirBoxAndHaveTheirColours(double zoom) {
    Box box = new Box(6, 6, 440, 280);
    AtomicReference<PairsLayout> made = new AtomicReference<>();
    AtomicReference<List<Color>> colours = new AtomicReference<>();
    BufferedImage picture =
        Brushwork.paint(
            "gpt2-whatif-pairs-" + (int) zoom,
            LIGHT,
            (int) (460 * zoom),
            (int) (300 * zoom),
            zoom,
            brush -> {
              PairsLayout layout = PairsLayout.of(box, 6, 1, Fonts.smallest());
              made.set(layout);
              colours.set(List.of(Role.ROW.fill(), Role.COLUMN.fill()));
              PairsPainter.Place place = new PairsPainter.Place(0, PairFigure.CHANGE);
              new PairsPainter(brush).paint(layout, pairs(), place, place);
            });
    Box around = box.grown(2);
    assertThat(
            Brushwork.isBareOutside(
                picture,
                new Box(
                    around.x() * zoom, around.y() * zoom, around.w() * zoom, around.h() * zoom)))
        .isTrue();
    Box before = made.get().bar(0, false);
    Box after = made.get().bar(1, true);
    assertThat(Brushwork.at(picture, before.centerX() * zoom, before.centerY() * zoom))
        .isEqualTo(colours.get().get(0));
    assertThat(Brushwork.at(picture, after.centerX() * zoom, after.centerY() * zoom))
        .isEqualTo(colours.get().get(1));
  }

  @Test
  void figuresSayTheirSignAndWhatIsTooSmallToBeWritten() {
    Comparison.Row row =
        new Comparison.Row(new Scored(3, -2.5f, 0.25), new Scored(3, -120.25f, 1e-9));
    assertThat(PairsPainter.text(PairFigure.BEFORE, row)).isEqualTo("0.2500");
    assertThat(PairsPainter.text(PairFigure.AFTER, row)).isEqualTo("<0.0001");
    assertThat(PairsPainter.text(PairFigure.CHANGE, row)).isEqualTo("−0.2500");
    assertThat(PairsPainter.text(PairFigure.LOGIT_AFTER, row)).isEqualTo("−120.3");
    Comparison.Row back = new Comparison.Row(row.after(), row.before());
    assertThat(PairsPainter.text(PairFigure.CHANGE, back)).isEqualTo("+0.2500");
    Comparison.Row same = new Comparison.Row(row.before(), row.before());
    assertThat(PairsPainter.text(PairFigure.CHANGE, same)).isEqualTo("0.0000");
  }
}

package org.inferscope.tab.gpt2.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the maps, cells and arcs lie, and what their pixels are. */
class AttentionLayoutsTest {
  private static final double TYPE = 12;

  // ---- the small maps

  @ParameterizedTest
  @CsvSource({"6, 6, 256, 320", "12, 12, 256, 320", "12, 12, 600, 500", "2, 2, 256, 320"})
  void allSmallMapsFitSideBySide(int layers, int heads, double width, double height) {
    HeadGridLayout layout = HeadGridLayout.of(layers, heads, width, height, 1, TYPE);
    assertThat(layout.width()).isLessThanOrEqualTo(width);
    assertThat(layout.height()).isLessThanOrEqualTo(height);
    List<Box> all = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        all.add(layout.map(layer, head));
        all.add(layout.strip(layer, head));
      }
    }
    Box room = new Box(0, 0, width, height);
    for (int i = 0; i < all.size(); i++) {
      assertThat(room.covers(all.get(i))).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(all.get(i).overlaps(all.get(j))).isFalse();
      }
    }
  }

  @Test
  void theLargestModelsMapsScrollRatherThanVanish() {
    HeadGridLayout layout = HeadGridLayout.of(48, 25, 256, 320, 1, TYPE);
    assertThat(layout.side()).isGreaterThanOrEqualTo(14);
    assertThat(layout.width()).isGreaterThan(256);
    assertThat(layout.height()).isGreaterThan(320);
    assertThat(layout.named()).isFalse();
  }

  @Test
  void eachPlaceOnAMapIsItsHead() {
    HeadGridLayout layout = HeadGridLayout.of(12, 12, 256, 320, 1, TYPE);
    for (int layer = 0; layer < 12; layer++) {
      for (int head = 0; head < 12; head++) {
        Box map = layout.map(layer, head);
        assertThat(layout.at(map.centerX(), map.centerY())).contains(new Head(layer, head));
      }
    }
    assertThat(layout.at(layout.width() + 3, 40)).isEmpty();
    assertThat(layout.at(1, 1)).isEmpty();
  }

  @Test
  void namesStandInMapsThatHaveRoomForThem() {
    assertThat(HeadGridLayout.of(6, 6, 256, 320, 1, TYPE).named()).isTrue();
    assertThat(HeadGridLayout.of(12, 12, 256, 320, 1, TYPE).named()).isFalse();
    assertThat(HeadGridLayout.of(12, 12, 900, 900, 1, TYPE).named()).isTrue();
  }

  // ---- the large map

  private static final Box ROOM = new Box(60, 40, 300, 260);

  @ParameterizedTest
  @CsvSource({"1", "4", "9", "32", "128", "1024"})
  void allOfTheLargeMapIsInSight(int tokens) {
    MapLayout layout = MapLayout.of(ROOM, tokens, 0, 0, 0, 1);
    assertThat(layout.scrolls()).isFalse();
    assertThat(ROOM.covers(layout.all())).isTrue();
    assertThat(layout.firstQuery()).isZero();
    assertThat(layout.lastQuery()).isEqualTo(tokens - 1);
    assertThat(layout.lastKey()).isEqualTo(tokens - 1);
  }

  @Test
  void enlargedItShowsWhatIsWantedInTheMiddleAndNothingBeyondItsEnds() {
    MapLayout layout = MapLayout.of(ROOM, 128, 12, 64.5, 100.5, 1);
    assertThat(layout.scrolls()).isTrue();
    assertThat(layout.area()).isEqualTo(ROOM);
    Box cell = layout.cell(100, 64);
    assertThat(cell.centerX()).isEqualTo(ROOM.centerX(), within(1.0));
    assertThat(cell.centerY()).isEqualTo(ROOM.centerY(), within(1.0));
    assertThat(layout.keyAt(cell.centerX())).isEqualTo(64);
    assertThat(layout.queryAt(cell.centerY())).isEqualTo(100);
    MapLayout end = MapLayout.of(ROOM, 128, 12, 500, 500, 1);
    assertThat(end.lastKey()).isEqualTo(127);
    assertThat(end.all().right()).isEqualTo(ROOM.right(), within(1.0));
    assertThat(end.keyAt(ROOM.x() - 1)).isEqualTo(-1);
  }

  @Test
  void wordsAtTheSideDoNotOverlap() {
    for (double cell : new double[] {30, 16, 7, 2.3, 0.4}) {
      for (int followed : new int[] {-1, 0, 13, 127}) {
        for (int pointed : new int[] {-1, 12, 127}) {
          List<Integer> shown = WordsPainter.shown(0, 127, cell, 16, followed, pointed);
          for (int i = 1; i < shown.size(); i++) {
            assertThat((shown.get(i) - shown.get(i - 1)) * cell + 0.01)
                .as("%s %s %s", cell, followed, pointed)
                .isGreaterThanOrEqualTo(Math.min(16, Math.ceil(16 / cell) * cell));
          }
          if (pointed >= 0) {
            assertThat(shown).contains(pointed);
          } else if (followed >= 0) {
            assertThat(shown).contains(followed);
          }
        }
      }
    }
  }

  // ---- arcs

  @ParameterizedTest
  @CsvSource({"1, 800", "4, 800", "9, 800", "40, 800", "128, 1800"})
  void tokensStandInALineAndArcsStayAboveThem(int tokens, double width) {
    ArcLayout layout = ArcLayout.of(tokens, 50, width, 120, TYPE, 1);
    double all = Math.max(width, ArcLayout.needed(tokens, 50, 1));
    for (int token = 0; token < tokens; token++) {
      Box chip = layout.chip(token);
      assertThat(new Box(0, 0, all, 120).covers(chip)).isTrue();
      assertThat(layout.at(chip.centerX(), chip.centerY())).isEqualTo(token);
      if (token > 0) {
        assertThat(chip.overlaps(layout.chip(token - 1))).isFalse();
      }
    }
    for (int key = 0; key < tokens; key++) {
      double[] arc = layout.arc(tokens - 1, key, 17);
      for (int i = 1; i < arc.length; i += 2) {
        assertThat(arc[i]).isBetween(0.0, layout.arcs().bottom());
      }
      assertThat(layout.chip(key).x()).isLessThanOrEqualTo(arc[arc.length - 2]);
      assertThat(layout.chip(key).right()).isGreaterThanOrEqualTo(arc[arc.length - 2]);
    }
  }

  // ---- pixels

  private static ColorMap colours() {
    return Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          return Palette.magnitude();
        });
  }

  private static int[] filled(Scale scale, int side, AttentionRows rows, int tokens) {
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, -7);
    new Weights(colours(), scale).fill(pixels, 0, side, side, rows, tokens);
    return pixels;
  }

  @Test
  void eachWeightHasItsColourAndNothingLiesAboveTheDiagonal() {
    AttentionRows rows = query -> query == 0 ? new float[] {1} : new float[] {0.25f, 0.75f};
    int[] pixels = filled(Scale.LINEAR, 4, rows, 2);
    ColorMap colours = colours();
    assertThat(pixels[0]).isEqualTo(colours.rgbAt(1));
    assertThat(pixels[2]).isEqualTo(-7);
    assertThat(pixels[3 * 4]).isEqualTo(colours.rgbAt(0.25));
    assertThat(pixels[3 * 4 + 3]).isEqualTo(colours.rgbAt(0.75f));
    assertThat(filled(Scale.ROOT, 4, rows, 2)[3 * 4]).isEqualTo(colours.rgbAt(0.5));
  }

  @Test
  void aThinDiagonalStaysWhereThereAreFewerPixelsThanTokens() {
    AttentionRows previous =
        query -> {
          float[] row = new float[query + 1];
          row[Math.max(0, query - 1)] = 1;
          return row;
        };
    int[] pixels = filled(Scale.LINEAR, 16, previous, 160);
    int full = colours().rgbAt(1);
    for (int i = 0; i < 16; i++) {
      assertThat(pixels[i * 16 + i]).isEqualTo(full);
    }
    assertThat(pixels[15 * 16]).isEqualTo(colours().rgbAt(0));
    assertThat(pixels[15]).isEqualTo(-7);
  }
}

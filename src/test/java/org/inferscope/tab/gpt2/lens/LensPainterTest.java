package org.inferscope.tab.gpt2.lens;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LensPainterTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textIsReadableOnEveryProbability(boolean dark) {
    for (boolean safe : new boolean[] {false, true}) {
      Pictures.onEventThread(
          () -> {
            Themes.install(new Look(dark, safe, false, 1, 0));
            for (double p = 0; p <= 1; p += 0.01) {
              var fill = LensPainter.fill(p);
              assertThat(Contrast.ratio(fill, Contrast.textOn(fill)))
                  .isGreaterThanOrEqualTo(Contrast.TEXT);
            }
            return true;
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 4, 460, 300", "13, 32, 900, 700", "49, 1024, 460, 300", "2, 1, 460, 300"})
  void cellsAreNeverTooSmallAndTileTheTable(int rows, int cols, double w, double h) {
    LensGrid grid = LensGrid.of(rows, cols, w, h, 1, 12);
    assertThat(grid.cellW()).isGreaterThanOrEqualTo(84);
    assertThat(grid.cellH()).isGreaterThanOrEqualTo(12 * 1.5);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j += 7) {
        assertThat(grid.rowAt(grid.cell(i, j).centerY())).isEqualTo(i);
        assertThat(grid.columnAt(grid.cell(i, j).centerX())).isEqualTo(j);
      }
    }
    assertThat(grid.columnAt(-1)).isEqualTo(-1);
    assertThat(grid.rowAt(grid.height() + 1)).isEqualTo(-1);
    assertThat(grid.columnNear(1e9)).isEqualTo(cols - 1);
  }

  @Test
  void smallProbabilitiesAreNotRoundedToNothing() {
    assertThat(LensWords.percent(0)).isEqualTo("0 %");
    assertThat(LensWords.percent(0.0001)).isEqualTo("< 0.1 %");
    assertThat(LensWords.percent(0.0123)).isEqualTo("1.2 %");
    assertThat(LensWords.percent(0.93)).isEqualTo("93 %");
    assertThat(LensWords.percent(1)).isEqualTo("100 %");
  }
}

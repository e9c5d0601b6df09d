package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;

class NextLayoutTest {
  @Test
  void tokensGoOnToTheNextLineWhereTheyDoNotFitOrTheTextBreaks() {
    TextLayout layout =
        TextLayout.of(List.of("aaaa", "bbb", "c\n", "ddd"), 8, 10, text -> text.strip().length());
    assertThat(layout.boxes())
        .containsExactly(
            new Box(0, 0, 4, 10),
            new Box(4, 0, 3, 10),
            new Box(7, 0, 1, 10),
            new Box(0, 10, 3, 10));
    assertThat(layout.height()).isEqualTo(20);
    assertThat(layout.at(5, 3)).isEqualTo(1);
    assertThat(layout.at(5, 13)).isEqualTo(-1);
    TextLayout narrow = TextLayout.of(List.of("aaaa", "bbbbbbbbbbbb"), 5, 10, String::length);
    assertThat(narrow.boxes()).containsExactly(new Box(0, 0, 4, 10), new Box(0, 10, 5, 10));
  }

  @Test
  void columnsOfTheListDoNotOverlapAndBarsStayBetweenThem() {
    TopLayout layout = TopLayout.of(400, 200, 60, 24, 8);
    for (TopColumn a : TopColumn.values()) {
      for (TopColumn b : TopColumn.values()) {
        assertThat(a != b && layout.cell(3, a).overlaps(layout.cell(3, b))).isFalse();
      }
      assertThat(layout.cell(3, a).overlaps(layout.bar(3, true, 1))).isFalse();
    }
    assertThat(layout.bar(3, true, 1).overlaps(layout.bar(3, false, 1))).isFalse();
    assertThat(layout.bar(2, false, 0.5).w()).isEqualTo(layout.bars().w() / 2);
    assertThat(layout.cell(3, TopColumn.LOGIT).right()).isLessThanOrEqualTo(400);
  }

  @Test
  void barsReachARoundNumber() {
    assertThat(TopPainter.scale(rows(0.181))).isCloseTo(0.2, within(1e-12));
    assertThat(TopPainter.scale(rows(0.52))).isCloseTo(0.6, within(1e-12));
    assertThat(TopPainter.scale(rows(1))).isEqualTo(1);
    assertThat(TopPainter.scale(rows(0.85))).isEqualTo(1);
    assertThat(TopPainter.scale(List.of())).isPositive();
  }

  private static List<Row> rows(double chance) {
    return List.of(new Row(new Candidate(0, 0.1, 1, chance), "a", false));
  }

  @Test
  void theCachesCellsAreFoundWhereTheyStand() {
    CacheCells cells = new CacheCells(new Box(20, 0, 160, 60), 6, 16);
    for (int layer = 0; layer < 6; layer++) {
      for (int token = 0; token < 16; token++) {
        Box key = cells.cells(layer, true, token, token + 1);
        Box value = cells.cells(layer, false, token, token + 1);
        assertThat(cells.layerAt(key.centerY())).isEqualTo(layer);
        assertThat(cells.tokenAt(key.centerX())).isEqualTo(token);
        assertThat(cells.isKey(key.centerY())).isTrue();
        assertThat(cells.isKey(value.centerY())).isFalse();
        assertThat(key.overlaps(value)).isFalse();
      }
    }
    assertThat(cells.tokenAt(5)).isEqualTo(-1);
    assertThat(cells.layerAt(61)).isEqualTo(-1);
  }
}

package org.inferscope.tab.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsLayoutTest {
  @ParameterizedTest
  @CsvSource({"440,300,1,12", "440,420,1,12", "1000,700,1,12", "980,640,1.6,14", "1700,1300,2,12"})
  void nothingOverlapsOrLeavesTheBox(int width, int height, double unit, double type) {
    Box all = new Box(2, 2, width, height);
    int room = PairsLayout.room(all, unit, type);
    assertThat(room).isGreaterThan(4);
    for (int rows : new int[] {2, room}) {
      PairsLayout layout = PairsLayout.of(all, rows, unit, type);
      List<Box> boxes = new ArrayList<>(List.of(layout.header()));
      for (int k = 0; k < rows; k++) {
        for (PairFigure figure : PairFigure.all()) {
          boxes.add(layout.box(k, figure));
        }
        assertThat(layout.box(k, PairFigure.TOKEN).covers(layout.bar(k, true))).isTrue();
        assertThat(layout.rowAt(layout.bar(k, false).centerY())).isEqualTo(k);
      }
      for (int p = 0; p < boxes.size(); p++) {
        assertThat(all.covers(boxes.get(p))).as("%s in %s", boxes.get(p), all).isTrue();
        for (int q = p + 1; q < boxes.size(); q++) {
          assertThat(boxes.get(p).overlaps(boxes.get(q)))
              .as("%s and %s", boxes.get(p), boxes.get(q))
              .isFalse();
        }
      }
      assertThat(layout.bars().w()).as("room for bars").isGreaterThan(40 * unit);
    }
  }
}

package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class EntryGridTest {
  private static final Cell FIRST = new Cell(0, 0);
  private final EntryGrid grid = EntryGrid.of(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));

  @Test
  void holdsTheMatrixItWasMadeOf() {
    assertThat(grid.matrix()).isEqualTo(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));
    assertThat(grid.at(1, 2).text()).isEqualTo("6");
  }

  @Test
  void keepsAFractionAsItWasTyped() {
    EntryGrid typed = grid.withText(FIRST, " 1/3 ");
    assertThat(typed.at(FIRST).text()).isEqualTo("1/3");
    assertThat(typed.matrix().get(0, 0)).isEqualTo(1f / 3);
    assertThat(grid.at(FIRST).text()).as("the old grid is untouched").isEqualTo("1");
  }

  @Test
  void aBadTextStaysWhileTheLastGoodNumberIsInForce() {
    EntryGrid bad = grid.withText(new Cell(1, 1), "5x").withText(new Cell(1, 1), "5xy");
    assertThat(bad.at(1, 1).text()).isEqualTo("5xy");
    assertThat(bad.at(1, 1).problem()).contains("5xy");
    assertThat(bad.matrix().get(1, 1)).isEqualTo(5);
    assertThat(bad.firstProblem()).contains(new Cell(1, 1));
    EntryGrid mended = bad.withText(new Cell(1, 1), "7");
    assertThat(mended.firstProblem()).isEmpty();
    assertThat(mended.matrix().get(1, 1)).isEqualTo(7);
  }

  @Test
  void growingBackShowsWhatShrinkingHid() {
    EntryGrid small = grid.resized(1, 2);
    assertThat(small.matrix()).isEqualTo(Matrix.of(new float[][] {{1, 2}}));
    assertThat(small.resized(2, 3)).isEqualTo(grid);
    assertThat(small.withText(FIRST, "9").resized(2, 3).matrix())
        .isEqualTo(Matrix.of(new float[][] {{9, 2, 3}, {4, 5, 6}}));
  }

  @Test
  void hiddenCellsDoNotCountAsADifference() {
    EntryGrid small = grid.resized(1, 2);
    EntryGrid same = EntryGrid.of(Matrix.of(new float[][] {{1, 2}}));
    assertThat(small).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(small).isNotEqualTo(grid);
  }

  @Test
  void comparesTheRowsThatTwoGridsDoNotShare() {
    EntryGrid other = grid.with(new Cell(1, 2), Entry.of(7));
    assertThat(other).isNotEqualTo(grid);
    assertThat(other.with(new Cell(1, 2), Entry.of(6))).isEqualTo(grid).hasSameHashCodeAs(grid);
    assertThat(grid.withText(FIRST, "1.0")).as("the text counts").isNotEqualTo(grid);
  }

  @Test
  void newCellsAreZero() {
    EntryGrid large = grid.resized(3, 4);
    assertThat(large.at(2, 3)).isEqualTo(Entry.ZERO);
    assertThat(large.at(1, 2).text()).isEqualTo("6");
  }

  @Test
  void clearsTheSelectionToZero() {
    EntryGrid cleared = grid.cleared(new GridSelection(new Cell(1, 2), new Cell(0, 1)));
    assertThat(cleared.matrix()).isEqualTo(Matrix.of(new float[][] {{1, 0, 0}, {4, 0, 0}}));
  }

  @Test
  void cutsABlockAtItsEdges() {
    EntryGrid put = grid.withBlock(new Cell(1, 2), List.of(List.of("7", "8"), List.of("9", "10")));
    assertThat(put.matrix()).isEqualTo(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 7}}));
  }

  @Test
  void survivesBeingWrittenRowByRow() {
    EntryGrid bad = grid.withText(FIRST, "oops");
    assertThat(EntryGrid.ofRows(bad.toRows())).isEqualTo(bad);
  }

  @Test
  void refusesRowsOfDifferentLength() {
    List<List<Entry>> ragged = List.of(List.of(Entry.ZERO), List.of(Entry.ZERO, Entry.ZERO));
    assertThatThrownBy(() -> EntryGrid.ofRows(ragged))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1");
    assertThatThrownBy(() -> grid.resized(0, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}

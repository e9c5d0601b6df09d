package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridSelectionTest {
  @Test
  void tabWalksInReadingOrderAndLeavesAtTheEnds() {
    assertThat(GridSelection.of(0, 2).next(2, 3)).contains(GridSelection.of(1, 0));
    assertThat(GridSelection.of(1, 2).next(2, 3)).isEmpty();
    assertThat(GridSelection.of(1, 0).previous(2, 3)).contains(GridSelection.of(0, 2));
    assertThat(GridSelection.of(0, 0).previous(2, 3)).isEmpty();
  }

  @Test
  void enterWalksDownTheColumnsAndStaysAtTheEnds() {
    assertThat(GridSelection.of(0, 0).below(2, 3)).isEqualTo(GridSelection.of(1, 0));
    assertThat(GridSelection.of(1, 0).below(2, 3)).isEqualTo(GridSelection.of(0, 1));
    assertThat(GridSelection.of(1, 2).below(2, 3)).isEqualTo(GridSelection.of(1, 2));
    assertThat(GridSelection.of(0, 1).above(2, 3)).isEqualTo(GridSelection.of(1, 0));
    assertThat(GridSelection.of(0, 0).above(2, 3)).isEqualTo(GridSelection.of(0, 0));
  }

  @Test
  void arrowsStopAtTheEdge() {
    assertThat(GridSelection.of(0, 2).moved(-1, 1, 2, 3)).isEqualTo(GridSelection.of(0, 2));
    assertThat(GridSelection.of(0, 2).moved(1, -1, 2, 3)).isEqualTo(GridSelection.of(1, 1));
  }

  @Test
  void shiftStretchesFromTheAnchor() {
    GridSelection two = GridSelection.of(1, 1).stretched(-1, 0, 2, 3).stretched(0, -1, 2, 3);
    assertThat(two.anchor()).isEqualTo(new Cell(1, 1));
    assertThat(two.lead()).isEqualTo(new Cell(0, 0));
    assertThat(two.rows()).isEqualTo(2);
    assertThat(two.contains(1, 0)).isTrue();
    assertThat(two.contains(0, 2)).isFalse();
  }

  @Test
  void fallsBackIntoAGridThatShrank() {
    assertThat(GridSelection.all(4, 4).within(2, 3)).isEqualTo(GridSelection.all(2, 3));
  }
}

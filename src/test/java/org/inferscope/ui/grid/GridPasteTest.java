package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class GridPasteTest {
  private static final GridLimits LIMITS = new GridLimits(4, 4);
  private final EntryGrid grid = EntryGrid.of(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));

  private GridPaste.Done paste(GridSelection at, String text) {
    GridPaste result = GridPaste.of(grid, at, text, LIMITS);
    assertThat(result).isInstanceOf(GridPaste.Done.class);
    return (GridPaste.Done) result;
  }

  private String refused(GridSelection at, String text) {
    GridPaste result = GridPaste.of(grid, at, text, LIMITS);
    assertThat(result).isInstanceOf(GridPaste.Refused.class);
    return ((GridPaste.Refused) result).reason();
  }

  @Test
  void putsABlockInFromTheSelectedCell() {
    GridPaste.Done done = paste(GridSelection.of(0, 1), "7\t8\n9\t1/2");
    assertThat(done.grid().matrix()).isEqualTo(Matrix.of(new float[][] {{1, 7, 8}, {4, 9, .5f}}));
    assertThat(done.grid().at(1, 2).text()).isEqualTo("1/2");
    assertThat(done.selection().lead()).isEqualTo(new Cell(0, 1));
    assertThat(done.selection().rows()).isEqualTo(2);
  }

  @Test
  void growsTheGridForALargerBlock() {
    GridPaste.Done done = paste(GridSelection.of(1, 2), "[[7, 8], [9, 10]]");
    assertThat(done.grid().matrix())
        .isEqualTo(Matrix.of(new float[][] {{1, 2, 3, 0}, {4, 5, 7, 8}, {0, 0, 9, 10}}));
  }

  @Test
  void takesTheGridsPlaceWhenAllIsSelected() {
    GridPaste.Done done = paste(GridSelection.all(2, 3), "[1 2; 3 4; 5 6]");
    assertThat(done.grid().matrix()).isEqualTo(Matrix.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}));
  }

  @Test
  void oneNumberFillsTheSelection() {
    GridPaste.Done done = paste(new GridSelection(new Cell(0, 1), new Cell(1, 2)), "9");
    assertThat(done.grid().matrix()).isEqualTo(Matrix.of(new float[][] {{1, 9, 9}, {4, 9, 9}}));
  }

  @Test
  void refusesWhatCannotFitAndSaysHowMuchCould() {
    assertThat(refused(GridSelection.of(1, 1), "1\t2\t3\t4"))
        .isEqualTo("The pasted matrix is 1×4; from this cell at most 3×3 fit.");
  }

  @Test
  void refusesATextThatIsNoMatrixAndNamesThePlace() {
    assertThat(refused(GridSelection.of(0, 0), "1\t2\n3\tx")).contains("Row 2, column 2");
    assertThat(refused(GridSelection.of(0, 0), "1,2\n3")).contains("Row 2");
  }
}

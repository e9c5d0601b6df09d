package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

class GridPasteTest {
  private static final GridLimits LIMITS = new GridLimits(4, 4);
  private static final GridLimits ASKING = new GridLimits(4, 4, true);
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

  private GridPaste.Asks asks(GridSelection at, String text) {
    GridPaste result = GridPaste.of(grid, at, text, ASKING);
    assertThat(result).isInstanceOf(GridPaste.Asks.class);
    return (GridPaste.Asks) result;
  }

  private static Matrix matrix(GridPaste.Offer offer) {
    return offer.grid().matrix();
  }

  @Test
  void asksBeforeABlockThatReachesOutChangesTheSize() {
    GridPaste.Asks asks = asks(GridSelection.of(1, 2), "[[7, 8], [9, 10]]");
    assertThat(asks.question()).isEqualTo("The pasted matrix is 2×2; from this cell 1×1 fit.");
    assertThat(asks.offers())
        .extracting(GridPaste.Offer::label)
        .containsExactly("Resize to 3×4", "Cut to 1×1");
    assertThat(matrix(asks.offers().get(0)))
        .isEqualTo(Matrix.of(new float[][] {{1, 2, 3, 0}, {4, 5, 7, 8}, {0, 0, 9, 10}}));
    assertThat(asks.offers().get(0).selection().rows()).isEqualTo(2);
    assertThat(matrix(asks.offers().get(1)))
        .isEqualTo(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 7}}));
    assertThat(asks.offers().get(1).selection()).isEqualTo(GridSelection.of(1, 2));
  }

  @Test
  void asksBeforeABlockOfAnotherSizeTakesTheGridsPlace() {
    GridPaste.Asks asks = asks(GridSelection.all(2, 3), "7 8 9 10\n1 2 3 4\n5 6 7 8");
    assertThat(asks.question()).isEqualTo("The pasted matrix is 3×4, this one is 2×3.");
    assertThat(asks.offers())
        .extracting(GridPaste.Offer::label)
        .containsExactly("Resize to 3×4", "Cut to 2×3");
    assertThat(matrix(asks.offers().get(1)))
        .isEqualTo(Matrix.of(new float[][] {{7, 8, 9}, {1, 2, 3}}));
  }

  @Test
  void aSmallerBlockMayKeepTheSize() {
    GridPaste.Asks asks = asks(GridSelection.all(2, 3), "7 8");
    assertThat(asks.offers())
        .extracting(GridPaste.Offer::label)
        .containsExactly("Resize to 1×2", "Keep 2×3");
    assertThat(matrix(asks.offers().get(0))).isEqualTo(Matrix.of(new float[][] {{7, 8}}));
    assertThat(matrix(asks.offers().get(1)))
        .isEqualTo(Matrix.of(new float[][] {{7, 8, 3}, {4, 5, 6}}));
    assertThat(asks.offers().get(1).selection().cols()).isEqualTo(2);
  }

  @Test
  void whatKeepsTheSizeNeedsNoQuestion() {
    assertThat(GridPaste.of(grid, GridSelection.of(0, 1), "7\t8", ASKING))
        .isInstanceOf(GridPaste.Done.class);
    assertThat(GridPaste.of(grid, GridSelection.all(2, 3), "1 2 3\n4 5 7", ASKING))
        .isInstanceOf(GridPaste.Done.class);
    assertThat(GridPaste.of(grid, GridSelection.all(2, 3), "9", ASKING))
        .as("one number fills")
        .isInstanceOf(GridPaste.Done.class);
  }

  @Test
  void tenThousandColumnsAreOnlyCutAndTheLimitIsNamed() {
    GridPaste.Asks asks = asks(GridSelection.of(0, 1), "7\t".repeat(9_999) + "7");
    assertThat(asks.question())
        .isEqualTo("The pasted matrix is 1×10,000; from this cell at most 4×3 fit.");
    assertThat(asks.offers()).extracting(GridPaste.Offer::label).containsExactly("Cut to 1×2");
    assertThat(matrix(asks.offers().get(0)))
        .isEqualTo(Matrix.of(new float[][] {{1, 7, 7}, {4, 5, 6}}));
  }

  @Test
  void aHugeTextIsRefusedWithTheMostThatIsRead() {
    assertThat(refused(GridSelection.of(0, 0), "7\t".repeat(GridPaste.MOST_NUMBERS) + "7"))
        .isEqualTo("The pasted matrix has more than 30,000 numbers, the most that can be pasted.");
    assertThat(refused(GridSelection.of(0, 0), " ".repeat(GridPaste.LONGEST_TEXT) + "7"))
        .isEqualTo("The pasted text is too long. At most 30,000 numbers can be pasted.");
  }

  @Test
  void aRaggedBlockIsRefusedRatherThanCut() {
    GridPaste result = GridPaste.of(grid, GridSelection.of(1, 2), "1 2 3 4\n5 6\n7 8 9 10", ASKING);
    assertThat(result).isEqualTo(new GridPaste.Refused("Row 2 has 2 numbers, row 1 has 4."));
  }

  @Test
  void aListFillsAColumn() {
    EntryGrid column = EntryGrid.of(Matrix.of(new float[][] {{1}, {2}, {3}}));
    GridPaste done =
        GridPaste.of(column, GridSelection.of(0, 0), "[7, 8, 9]", new GridLimits(4, 1, true));
    assertThat(done).isInstanceOf(GridPaste.Done.class);
    assertThat(((GridPaste.Done) done).grid().matrix())
        .isEqualTo(Matrix.of(new float[][] {{7}, {8}, {9}}));
    GridPaste asks =
        GridPaste.of(column, GridSelection.of(0, 0), "[7, 8, 9, 10]", new GridLimits(4, 1, true));
    assertThat(((GridPaste.Asks) asks).offers())
        .extracting(GridPaste.Offer::label)
        .containsExactly("Resize to 4×1", "Cut to 3×1");
  }
}

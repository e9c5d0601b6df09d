package org.inferscope.tab.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.model.matmul.ShapeMismatch;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Everything one picture of the stage is painted from; immutable.
 *
 * @param layout where everything lies
 * @param a the entries of A
 * @param b the entries of B
 * @param moment the instant shown; empty while the shapes do not fit
 * @param mismatch what is wrong with the shapes, if something is
 * @param fit how numbers fit into the cells of A, B and C
 * @param fitC how numbers fit into the cells of C, which differ for the systolic array
 * @param line the line under the matrices
 * @param chips what is in the air
 * @param narration the sentence below
 * @param tone what the sentence stands for: good news, bad news or neither
 * @param game what is guessed in predict mode
 * @param hover what the pointer is on, if anything
 */
record Scene(
    StageLayout layout,
    EntryGrid a,
    EntryGrid b,
    @Nullable Moment moment,
    Optional<ShapeMismatch> mismatch,
    NumberFit fit,
    NumberFit fitC,
    LineLayout line,
    List<Chip> chips,
    String narration,
    Tone tone,
    Optional<PredictGame> game,
    Optional<Target> hover) {

  EntryGrid entries(Operand operand) {
    return operand == Operand.A ? a : b;
  }

  /** Whether an element of C is still to be guessed. */
  boolean hides(int i, int j) {
    return game.isPresent() && !game.get().reveals(i, j);
  }

  /** The element asked for in predict mode, while nothing moves. */
  Optional<Cell> asked() {
    Moment now = moment;
    return now == null || now.isMoving() ? Optional.empty() : game.flatMap(PredictGame::asked);
  }

  /** Whether the pointer is on C in this row or column, so that its factors are shown. */
  boolean traces(Operand operand, int row, int col) {
    if (hover.isEmpty() || !(hover.get() instanceof Target.Value at) || at.operand() != Operand.C) {
      return false;
    }
    return operand == Operand.A ? row == at.row() : col == at.col();
  }

  boolean isHovered(Operand operand, int row, int col) {
    return hover.isPresent() && hover.get().equals(new Target.Value(operand, row, col));
  }
}

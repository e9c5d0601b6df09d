package org.inferscope.tab.gpt2.map;

import java.util.List;
import org.inferscope.model.gpt2.walk.WalkStep;

/**
 * What a step shows. Immutable, any thread.
 *
 * @param step the step
 * @param pieces what there is to see, in reading order; none if nothing was kept
 * @param signs what stands between one piece and the next: "+", "=", or nothing
 */
record StepTensor(WalkStep step, List<Piece> pieces, List<String> signs) {
  /** Copies the lists. */
  StepTensor {
    pieces = List.copyOf(pieces);
    signs = List.copyOf(signs);
  }

  /** Whether the pieces are heads' maps, which stand in a grid rather than one below the other. */
  boolean isGrid() {
    return pieces.size() > 0 && pieces.get(0).look().isTriangle();
  }

  /** The longest row. */
  int columns() {
    return pieces.stream().mapToInt(piece -> piece.values().cols()).max().orElse(1);
  }
}

package org.inferscope.tab.gpt2.map;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.ui.paint.Box;

/**
 * What a frame of the tensor shows.
 *
 * @param layout where everything is
 * @param words the tokens, as they are written on screen
 * @param config the model's sizes
 * @param token the one that is followed
 * @param head the one that is selected
 * @param revealed how much of it has been computed, 0 to 1
 * @param cursor the cell that the keyboard is at; empty without the keyboard
 * @param visible what can be seen
 */
record TensorScene(
    TensorLayout layout,
    List<String> words,
    Gpt2Config config,
    int token,
    int head,
    double revealed,
    Optional<Cursor> cursor,
    Box visible) {
  /** Copies the list. */
  TensorScene {
    words = List.copyOf(words);
  }

  /**
   * A cell of a tensor.
   *
   * @param piece which of its pieces
   * @param row the row
   * @param column the column
   */
  record Cursor(int piece, int row, int column) {}
}

package org.inferscope.tab.gpt2.whatif;

import java.util.List;
import org.inferscope.model.gpt2.whatif.Comparison;

/**
 * The most probable next tokens before and after, as they are shown. Immutable.
 *
 * @param rows the tokens
 * @param words each as it is written on screen
 * @param target the token that heads are judged by
 */
record PairsScene(List<Comparison.Row> rows, List<String> words, int target) {
  /** Copies the lists. */
  PairsScene {
    rows = List.copyOf(rows);
    words = List.copyOf(words);
  }

  /** The largest probability, which the longest bar stands for. */
  double largest() {
    return rows.stream()
        .mapToDouble(row -> Math.max(row.before().probability(), row.after().probability()))
        .max()
        .orElse(1);
  }
}

package org.inferscope.tab.gpt2.states;

import java.util.List;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tensor.Matrix;

/**
 * All that the view shows of a pass.
 *
 * @param shown the pass
 * @param lines of the followed token, then of those beside it
 * @param from the first dimension in the heatmap
 * @param values of the followed token in the heatmap [L + 1, columns]
 * @param limit the value that gets the strongest colour
 */
record StatesScene(Shown shown, List<TokenLine> lines, int from, Matrix values, double limit) {

  StatesScene {
    lines = List.copyOf(lines);
  }

  TokenLine followed() {
    return lines.get(0);
  }

  /** L + 1. */
  int states() {
    return values.rows();
  }

  /** How many dimensions are in view. */
  int columns() {
    return values.cols();
  }

  /** D. */
  int width() {
    return shown.config().width();
  }

  /** Where a hidden state is in the pass. */
  HookPoint point(int index) {
    return HookPoint.ofState(index, shown.config().layers());
  }
}

package org.inferscope.tab.gpt2.lens;

import java.util.List;
import java.util.OptionalInt;
import org.inferscope.model.gpt2.LogitLens;
import org.inferscope.tab.gpt2.desk.Shown;

/**
 * All that the view shows of a pass.
 *
 * @param shown the pass
 * @param lens of it, as far as it is computed
 * @param token the followed one
 * @param target the token whose rank is drawn; empty until it is known
 * @param isOwn whether that is what the model itself says after the followed token
 * @param standings where that one stands in each hidden state, as far as that is known
 */
record LensScene(
    Shown shown,
    LogitLens lens,
    int token,
    OptionalInt target,
    boolean isOwn,
    List<Standing> standings) {

  LensScene {
    standings = List.copyOf(standings);
  }

  /**
   * Whether a cell's most probable token is the target; what the model says after one token is no
   * target after the others.
   */
  boolean isTarget(LogitLens.Cell cell, int position) {
    return (!isOwn || position == token)
        && target.isPresent()
        && cell.top().get(0).id() == target.getAsInt();
  }
}

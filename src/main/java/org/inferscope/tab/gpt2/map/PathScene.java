package org.inferscope.tab.gpt2.map;

import java.util.List;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.ui.paint.Box;

/**
 * What a frame of the path shows.
 *
 * @param layout where everything is
 * @param texts of the layout's nodes, in their order
 * @param current the step that is shown
 * @param started whether the walk has begun
 * @param phase how far the step has come, 0 to 1
 * @param travelling values that are on their way, on each of the step's ways
 * @param focused whether the keyboard acts here
 * @param visible what can be seen
 */
record PathScene(
    PathLayout layout,
    List<NodeText> texts,
    WalkStep current,
    boolean started,
    double phase,
    List<Train> travelling,
    boolean focused,
    Box visible) {

  /**
   * Values on one way.
   *
   * @param values some of the followed token's
   * @param limit the size of value that gets the strongest colour
   */
  record Train(List<Float> values, double limit) {
    /** Copies the list. */
    Train {
      values = List.copyOf(values);
    }
  }

  /** Copies the lists. */
  PathScene {
    texts = List.copyOf(texts);
    travelling = List.copyOf(travelling);
  }
}

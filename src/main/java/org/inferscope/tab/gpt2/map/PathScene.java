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
 * @param travelling values that are on their way, the followed token's first
 * @param limit the size of value that gets the strongest colour
 * @param focused whether the keyboard acts here
 * @param visible what can be seen
 */
record PathScene(
    PathLayout layout,
    List<NodeText> texts,
    WalkStep current,
    boolean started,
    double phase,
    List<Float> travelling,
    double limit,
    boolean focused,
    Box visible) {
  /** Copies the lists. */
  PathScene {
    texts = List.copyOf(texts);
    travelling = List.copyOf(travelling);
  }
}

package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.Inputs;

/**
 * Everything a person can set in the Linear tab. Immutable and equal by value: what undo, redo and
 * lesson files carry. Any thread.
 *
 * @param entries W, b and X as typed
 * @param source where they came from
 * @param display what is shown of them
 * @param place where the step-through is
 */
record LinearState(LayerEntries entries, Source source, Display display, Place place) {
  /** What the tab opens with: the notebook's layer and its input, all computed. */
  static LinearState first() {
    InitRequest notebook = InitRequest.of(Initialisation.NOTEBOOK, 4, 3);
    return new LinearState(
        LayerEntries.of(notebook.make(), Inputs.notebook(4)),
        new Source(Optional.of(notebook), Optional.empty(), InitRequest.DEFAULT_SEED, true),
        Display.FIRST,
        Place.AT_END);
  }

  LinearState with(LayerEntries other) {
    int row = Math.min(display.row(), other.batch() - 1);
    return new LinearState(other, source, display.withRow(row), place);
  }

  LinearState with(Source other) {
    return new LinearState(entries, other, display, place);
  }

  LinearState with(Display other) {
    return new LinearState(entries, source, other, place);
  }

  LinearState with(Place other) {
    return new LinearState(entries, source, display, other);
  }
}

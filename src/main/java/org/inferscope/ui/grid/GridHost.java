package org.inferscope.ui.grid;

/** Who owns the grid that a {@link MatrixEditor} edits. Event thread. */
public interface GridHost {
  /** The grid as it is now; cheap, since a drag asks at each movement. */
  EntryGrid grid();

  /** How large a paste may make it; its present size where it must not change. */
  GridLimits limits();

  /**
   * Takes an edit over, as one step of undo.
   *
   * @param next the grid after the edit; its size may differ after a paste
   * @param label what was done, for the undo menu
   */
  void edit(EntryGrid next, String label);

  /**
   * Takes a part of a gesture over, such as one movement of a drag: all parts until {@link
   * #endDrag} are one step of undo together, and none if the last one gives back what was there
   * before the first. A host that knows no gestures takes each part as an edit.
   *
   * @param next the grid with one cell changed, of the same size; it shares its other rows with
   *     {@link #grid}, so that comparing the two is cheap
   * @param label what is done, for the undo menu; the same for all parts
   */
  default void drag(EntryGrid next, String label) {
    edit(next, label);
  }

  /** The gesture is over: what comes next is another step of undo. Follows one or more parts. */
  default void endDrag() {}
}

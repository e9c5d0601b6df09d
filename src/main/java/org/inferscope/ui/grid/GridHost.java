package org.inferscope.ui.grid;

/** Who owns the grid that a {@link MatrixEditor} edits. Event thread. */
public interface GridHost {
  /** The grid as it is now. */
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
}

package org.inferscope.ui.state;

import java.util.Optional;
import org.inferscope.compute.Registration;

/** What a menu needs to offer undo and redo, whatever is being undone. */
public interface UndoControl {
  /** Whether there is a step to take back. */
  default boolean canUndo() {
    return undoLabel().isPresent();
  }

  /** Whether there is a step that was taken back and not replaced since. */
  default boolean canRedo() {
    return redoLabel().isPresent();
  }

  /** What {@link #undo} would take back, in words for a menu; empty where there is nothing. */
  Optional<String> undoLabel();

  /** What {@link #redo} would do again, in words for a menu; empty where there is nothing. */
  Optional<String> redoLabel();

  /**
   * Takes back the newest step.
   *
   * @return whether there was one
   */
  boolean undo();

  /**
   * Does the step again that was taken back last.
   *
   * @return whether there was one
   */
  boolean redo();

  /** Calls {@code listener} after every change of the state or of the labels, on this thread. */
  Registration onChange(Runnable listener);
}

package org.inferscope.tab.linear;

import org.inferscope.ui.playback.Speed;

/**
 * Where the step-through is; kept in lesson files, not in the history.
 *
 * @param position ticks done, or {@link #END}
 * @param speed how fast it plays
 */
record Place(int position, Speed speed) {
  /** Everything computed, however many ticks that takes. */
  static final int END = 1 << 20;

  static final Place AT_END = new Place(END, Speed.NORMAL);
}

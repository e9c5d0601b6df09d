package org.inferscope.tab.matmul;

import org.inferscope.ui.playback.Speed;

/**
 * Where the animation is; kept in lesson files, not in the history.
 *
 * @param position ticks done
 * @param speed how fast it plays
 */
record Place(int position, Speed speed) {
  static final Place START = new Place(0, Speed.NORMAL);
}

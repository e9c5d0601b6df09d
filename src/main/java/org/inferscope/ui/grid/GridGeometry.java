package org.inferscope.ui.grid;

import java.awt.Rectangle;

/**
 * Where the cells of a grid are painted, in the coordinates of the {@link MatrixEditor} that lies
 * over them. Event thread.
 */
public interface GridGeometry {
  /**
   * The row under a height, or −1 where there is none.
   *
   * @param y pixels from the editor's upper edge
   */
  int rowAt(int y);

  /**
   * The column under a place, or −1 where there is none.
   *
   * @param x pixels from the editor's left edge
   */
  int columnAt(int x);

  /** The place of a cell. */
  Rectangle boundsOf(Cell cell);
}

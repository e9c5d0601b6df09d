package org.inferscope.ui.grid;

import java.awt.Cursor;
import java.util.function.DoubleSupplier;

/** How far the value of a cell goes when the mouse drags it. Asked on the event thread. */
@FunctionalInterface
public interface CellDrag {
  /**
   * The change of a cell's value for a movement of the mouse.
   *
   * @param dx pixels to the right
   * @param dy pixels down
   */
  double delta(Cell cell, int dx, int dy);

  /** The cursor over a cell that can be dragged: up and down, unless told otherwise. */
  default Cursor cursor() {
    return Cursor.getPredefinedCursor(Cursor.N_RESIZE_CURSOR);
  }

  /**
   * Up is more.
   *
   * @param perPixel change of the value for a pixel; asked at each movement, so it may follow the
   *     scale that the values are painted in
   */
  static CellDrag vertical(DoubleSupplier perPixel) {
    return (cell, dx, dy) -> -dy * perPixel.getAsDouble();
  }

  /**
   * Right is more.
   *
   * @param perPixel change of the value for a pixel; asked at each movement, so it may follow the
   *     scale that the values are painted in
   */
  static CellDrag horizontal(DoubleSupplier perPixel) {
    return new CellDrag() {
      @Override
      public double delta(Cell cell, int dx, int dy) {
        return dx * perPixel.getAsDouble();
      }

      @Override
      public Cursor cursor() {
        return Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR);
      }
    };
  }
}

package org.inferscope.tab.network.stage;

/** What the person is dragging, as far as it shows. */
sealed interface Hand {
  /** Nothing, or what shows by itself. */
  record Empty() implements Hand {}

  /** The lower edge of a block: it is to have so many units. */
  record Resize(int column, int units) implements Hand {}

  /**
   * A layer.
   *
   * @param layer which one
   * @param dx how far it is from its place
   * @param to which layer it becomes where it is let go
   */
  record Move(int layer, double dx, int to) implements Hand {}
}

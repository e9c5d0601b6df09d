package org.inferscope.tab.network.views;

/** Opens in the inspector how the activation of a unit came to be. Event thread. */
@FunctionalInterface
public interface UnitOpener {
  /**
   * Opens it.
   *
   * @param column 0 the input, l + 1 what layer l gives
   * @param row the input of the batch, from 0
   * @param i the unit, from 0
   */
  void open(int column, int row, int i);
}

package org.inferscope.tab.network.desk;

/**
 * What is shown of the network, and how. Immutable, any thread.
 *
 * @param row the input of the batch in focus
 * @param view what the stage shows
 * @param axis what the length of a bar stands for
 * @param pad whether an input whose width is a square number is drawn as a picture
 */
public record Display(int row, View view, Axis axis, boolean pad) {
  /** What the tab opens with. */
  public static final Display FIRST = new Display(0, View.NETWORK, Axis.SHARED, false);

  /** What the stage shows. */
  public enum View {
    /** Columns of units with their numbers, and the weights between them. */
    NETWORK,
    /** Every column for all inputs of the batch. */
    BATCH,
    /** Two runs side by side, their difference in the middle. */
    COMPARE
  }

  /** What the length of a bar stands for. */
  public enum Axis {
    /** The same in every layer, as in the notebook. */
    SHARED,
    /** Each layer's largest number fills its own axis. */
    PER_LAYER
  }

  /** Another input in focus. */
  public Display withRow(int other) {
    return new Display(other, view, axis, pad);
  }

  /** Another view. */
  public Display with(View other) {
    return new Display(row, other, axis, pad);
  }

  /** Another axis. */
  public Display with(Axis other) {
    return new Display(row, view, other, pad);
  }

  /** With or without the picture. */
  public Display withPad(boolean other) {
    return new Display(row, view, axis, other);
  }
}

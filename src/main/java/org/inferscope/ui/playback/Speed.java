package org.inferscope.ui.playback;

import java.util.List;

/** How fast an animation plays: doubling steps from a quarter to eight times. */
public enum Speed {
  QUARTER(0.25),
  HALF(0.5),
  NORMAL(1),
  DOUBLE(2),
  FOURFOLD(4),
  EIGHTFOLD(8);

  private final double factor;

  Speed(double factor) {
    this.factor = factor;
  }

  /** What time is multiplied by. */
  public double factor() {
    return factor;
  }

  /** The next faster speed, or this one if there is none. */
  public Speed faster() {
    return neighbour(1);
  }

  /** The next slower speed, or this one if there is none. */
  public Speed slower() {
    return neighbour(-1);
  }

  private Speed neighbour(int steps) {
    List<Speed> ladder = List.of(values());
    int index = ladder.indexOf(this) + steps;
    return index < 0 || index >= ladder.size() ? this : ladder.get(index);
  }
}

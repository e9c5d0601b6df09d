package org.inferscope.tab.network.stage;

import org.inferscope.model.network.Ablations;

/** What lies under the pointer. */
sealed interface Hit {
  /** A unit or a weight. */
  record At(Ablations.Target target) implements Hit {}

  /** The title of a column. */
  record Title(int column) implements Hit {}

  /** The number of units of a column, under its title. */
  record Width(int column) implements Hit {}

  /** The lower edge of a block. */
  record Grip(int column) implements Hit {}

  /** The block of a column, beside its units. */
  record Frame(int column) implements Hit {}

  /** The button under the picture. */
  record Clear() implements Hit {}

  /** Nothing. */
  record Ground() implements Hit {}

  /** The column it belongs to, or −1. */
  default int columnOf() {
    if (this instanceof At at) {
      return at.target() instanceof Ablations.Unit unit ? unit.column() : -1;
    }
    if (this instanceof Title title) {
      return title.column();
    }
    if (this instanceof Width width) {
      return width.column();
    }
    if (this instanceof Grip grip) {
      return grip.column();
    }
    return this instanceof Frame frame ? frame.column() : -1;
  }
}

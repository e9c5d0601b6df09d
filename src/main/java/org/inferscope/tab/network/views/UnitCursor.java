package org.inferscope.tab.network.views;

import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.tab.network.desk.NetworkPresenter;

/**
 * Where the keyboard is among the units of a network. Immutable.
 *
 * @param network the network
 * @param unit a unit of it
 */
record UnitCursor(Network network, Ablations.Unit unit) {
  /** The unit in focus, else the first output; empty before the first run. */
  static Optional<UnitCursor> of(NetworkPresenter presenter) {
    return presenter.shown().map(shown -> of(shown.trace().network(), presenter.focus()));
  }

  private static UnitCursor of(Network network, Ablations.Target focus) {
    if (focus instanceof Ablations.Unit unit
        && unit.column() <= network.depth()
        && unit.i() < network.width(unit.column())) {
      return new UnitCursor(network, unit);
    }
    return new UnitCursor(network, new Ablations.Unit(network.depth(), 0));
  }

  /** The unit so many on; beyond the last one the next column begins. */
  UnitCursor moved(int step) {
    int i = unit.i() + step;
    if (i >= 0 && i < network.width(unit.column())) {
      return at(unit.column(), i);
    }
    int column = unit.column() + Integer.signum(step);
    if (column < 0 || column > network.depth()) {
      return this;
    }
    return at(column, step > 0 ? 0 : network.width(column) - 1);
  }

  /** The same place, or the last there is, so many columns on. */
  UnitCursor movedColumn(int step) {
    int column = Math.max(0, Math.min(network.depth(), unit.column() + step));
    return at(column, Math.min(unit.i(), network.width(column) - 1));
  }

  /** Another unit of the column, held at its ends. */
  UnitCursor within(int step) {
    int last = network.width(unit.column()) - 1;
    return at(unit.column(), Math.max(0, Math.min(last, unit.i() + step)));
  }

  private UnitCursor at(int column, int i) {
    return new UnitCursor(network, new Ablations.Unit(column, i));
  }
}

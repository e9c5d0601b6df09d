package org.inferscope.tab.network.views;

import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What the columns of a network are called. Stateless, any thread. */
final class ColumnNames {
  private ColumnNames() {}

  /** Name and activation: "Input", "Layer 1 + ReLU". */
  static String title(Network network, int column) {
    if (column == 0) {
      return Texts.get("networkviews.column.input");
    }
    Activation activation = network.layer(column - 1).activation();
    return activation == Activation.IDENTITY
        ? plain(column)
        : Texts.get("networkviews.column.activated", plain(column), activation.title());
  }

  /** The name alone: "Input", "Layer 1". */
  static String plain(int column) {
    return column == 0
        ? Texts.get("networkviews.column.input")
        : Texts.get("networkviews.column.layer", Numbers.count(column));
  }

  /** A unit with its column: "Layer 1, unit 3". */
  static String unit(int column, int i) {
    return Texts.get("networkviews.unit", plain(column), Numbers.count(i + 1L));
  }
}

package org.inferscope.tab.linear;

import java.util.function.Consumer;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;
import org.jspecify.annotations.Nullable;

/** A figure of what a layer costs, as a number that explains itself. Event thread. */
final class CostFigure {
  private final LayerQuantity quantity;
  private final FigureButton button;
  private @Nullable LayerCost cost;

  /**
   * A figure without a value yet.
   *
   * @param suffix tells figures of the same quantity apart in their component names
   * @param label what it is, for screen readers
   */
  CostFigure(LayerQuantity quantity, String suffix, String label, Consumer<ValueRef> inspect) {
    this.quantity = quantity;
    button =
        new FigureButton(
            "linear.layer." + quantity + suffix,
            label,
            () -> {
              LayerCost shown = cost;
              if (shown != null) {
                inspect.accept(new LinearRef.Figure(shown, quantity));
              }
            });
  }

  FigureButton button() {
    return button;
  }

  void show(LayerCost next) {
    if (!next.equals(cost)) {
      cost = next;
      button.show(text(next), ToolTips.wrapped(quantity.meaning()));
    }
  }

  /** As the cost writes it, but for the unit of the intensity, which stands in its label. */
  private String text(LayerCost of) {
    return quantity == LayerQuantity.INTENSITY
        ? Numbers.significant(of.value(quantity))
        : of.text(quantity);
  }
}

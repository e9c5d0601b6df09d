package org.inferscope.tab.network.panel;

import org.inferscope.model.network.explain.NetworkFigures;
import org.inferscope.model.network.explain.NetworkQuantity;
import org.inferscope.model.network.explain.NetworkRef;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/** Makes the figures of the table of parameters, as numbers that explain themselves. */
final class CountFigure {
  private CountFigure() {}

  /**
   * A figure.
   *
   * @param l the layer, or {@link NetworkFigures#WHOLE}
   * @param of what it is about, for screen readers: "network.0.weight"
   */
  static FigureButton of(
      NetworkPresenter presenter,
      NetworkFigures figures,
      int l,
      NetworkQuantity quantity,
      DType dtype,
      String of) {
    String place = l == NetworkFigures.WHOLE ? "all" : Integer.toString(l);
    FigureButton button =
        new FigureButton(
            "network.parameters." + quantity + "." + dtype + "." + place,
            of + " " + quantity.title(),
            () -> presenter.explain(new NetworkRef.Figure(l, quantity, dtype)));
    String exact = figures.text(l, quantity, dtype);
    String tip = quantity.title() + ": " + exact + " " + quantity.unit();
    button.show(shown(figures, l, quantity, dtype), ToolTips.wrapped(tip.strip()));
    return button;
  }

  /** Costs are large, and shown in short; the tooltip and the inspector have all digits. */
  private static String shown(
      NetworkFigures figures, int l, NetworkQuantity quantity, DType dtype) {
    double value = figures.value(l, quantity, dtype);
    return switch (quantity) {
      case FLOPS_ONE, FLOPS_BATCH -> Numbers.si(value, "").strip();
      case BYTES_MOVED -> Numbers.bytes(value);
      case KILOBYTES -> figures.text(l, quantity, dtype) + " " + quantity.unit();
      default -> figures.text(l, quantity, dtype);
    };
  }
}

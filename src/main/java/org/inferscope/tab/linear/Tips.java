package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.grid.Cell;

/** What the tooltips on the stage say: what a number is, all its digits, what it does. Pure. */
final class Tips {
  private Tips() {}

  /** The name of a cell's number, such as "W₁₂". */
  static String name(LinearPresenter presenter, Part part, Cell cell) {
    return nameOf(presenter, presenter.refOf(part, cell));
  }

  private static String nameOf(LinearPresenter presenter, LinearRef ref) {
    int batch = presenter.x().rows();
    if (ref instanceof LinearRef.Weight weight) {
      return LinearNames.weight(weight.i(), weight.j());
    }
    if (ref instanceof LinearRef.Bias bias) {
      return LinearNames.bias(bias.i());
    }
    if (ref instanceof LinearRef.Input input) {
      return LinearNames.input(batch, input.row(), input.j());
    }
    LinearRef.Output output = (LinearRef.Output) ref;
    return LinearNames.output(batch, output.row(), output.i());
  }

  /** The tooltip of a cell, as HTML. */
  static String of(LinearPresenter presenter, Part part, Cell cell) {
    LinearRef ref = presenter.refOf(part, cell);
    String name = nameOf(presenter, ref);
    return ToolTips.wrapped(text(presenter, ref, name));
  }

  private static String text(LinearPresenter presenter, LinearRef ref, String name) {
    if (ref instanceof LinearRef.Weight weight) {
      float value = presenter.layer().w().get(weight.i(), weight.j());
      return Texts.get(
          "linear.tip.w",
          name,
          Numbers.full(value),
          Integer.toString(weight.j()),
          Integer.toString(weight.i()));
    }
    if (ref instanceof LinearRef.Bias bias) {
      float value = presenter.layer().b().get(bias.i(), 0);
      return Texts.get("linear.tip.b", name, Numbers.full(value), Integer.toString(bias.i()));
    }
    if (ref instanceof LinearRef.Input input) {
      float value = presenter.x().get(input.row(), input.j());
      return Texts.get("linear.tip.x", name, Numbers.full(value), Integer.toString(input.j()));
    }
    LinearRef.Output output = (LinearRef.Output) ref;
    float value = presenter.y().get(output.row(), output.i());
    return Texts.get("linear.tip.y", name, Numbers.full(value));
  }
}

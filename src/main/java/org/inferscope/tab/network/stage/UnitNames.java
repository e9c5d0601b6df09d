package org.inferscope.tab.network.stage;

import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What units are called, with indices from 0 in code and from 1 in words. Stateless. */
final class UnitNames {
  /** How many classes a network that reads digits has. */
  private static final int DIGITS = 10;

  private UnitNames() {}

  /** "z₅", the sum of unit i before its activation. */
  static String sum(int i) {
    return DotProductText.name("z", i);
  }

  /** "x₅" in the input, "y₅" in the output, "h₅" between. */
  static String value(NetworkPlan plan, int column, int i) {
    String letter = column == 0 ? "x" : column == plan.depth() ? "y" : "h";
    return DotProductText.name(letter, i);
  }

  /** "unit 5 of layer 2", "input 3", "output 1", or the digit it stands for. */
  static String words(NetworkPresenter presenter, NetworkPlan plan, int column, int i) {
    String number = Numbers.count(i + 1L);
    if (column == 0) {
      return Texts.get("networkstage.unit.input", number);
    }
    if (column < plan.depth()) {
      return Texts.get("networkstage.unit.hidden", number, Numbers.count(column));
    }
    return readsDigits(presenter, plan)
        ? Texts.get("networkstage.unit.digit", Numbers.count(i))
        : Texts.get("networkstage.unit.output", number);
  }

  /** Whether the input is drawn as a picture and the ten outputs are the digits 0 to 9. */
  static boolean readsDigits(NetworkPresenter presenter, NetworkPlan plan) {
    return presenter.state().display().pad() && readsDigits(plan);
  }

  private static boolean readsDigits(NetworkPlan plan) {
    return StageSpec.side(plan.inputs()) > 0 && plan.width(plan.depth()) == DIGITS;
  }

  /** The number that stands beside a unit; outputs that are digits are numbered as such. */
  static String number(StageSpec spec, int column, int i) {
    int last = spec.columns() - 1;
    boolean digit = spec.pad() && column == last && spec.widths().get(last) == DIGITS;
    return Integer.toString(digit ? i : i + 1);
  }
}

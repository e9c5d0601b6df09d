package org.inferscope.ui.inspector;

import org.inferscope.model.explain.Explanation;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The words for an explained value, with all its digits. */
final class ShownValue {
  private ShownValue() {}

  /** All digits: those of a float32 where the value is one, else those of a float64. */
  static String full(double value) {
    return (double) (float) value == value || Double.isNaN(value)
        ? Numbers.full((float) value)
        : Numbers.full(value);
  }

  /** With its unit, if it has one. */
  static String withUnit(Explanation explanation) {
    String value = full(explanation.shown());
    return explanation.unit().isEmpty() ? value : value + " " + explanation.unit();
  }

  /** What float64 makes of it, and how far the shown value is from that. */
  static String exactness(Explanation explanation) {
    if (explanation.error() == 0) {
      return Texts.get("inspector.exact", Numbers.full(explanation.exact()));
    }
    return Texts.get(
        "inspector.difference",
        Numbers.full(explanation.exact()),
        Numbers.cell(explanation.error()));
  }

  /** All that is known, for the clipboard. */
  static String everything(Explanation explanation) {
    StringBuilder text = new StringBuilder(explanation.title()).append(" = ");
    text.append(withUnit(explanation)).append('\n').append(explanation.meaning());
    for (String line : new String[] {explanation.formula(), explanation.substituted()}) {
      if (!line.isEmpty()) {
        text.append('\n').append(line);
      }
    }
    return text.append('\n').append(exactness(explanation)).toString();
  }
}

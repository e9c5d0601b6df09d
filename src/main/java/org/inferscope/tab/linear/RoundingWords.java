package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tab.linear.RoundingLayout.Spot;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The numbers of the table of rounding errors in sentences, for tooltips and screen readers. */
final class RoundingWords {
  private RoundingWords() {}

  /** A value, or an error. */
  static String of(RowErrors errors, Spot spot) {
    String name = LinearNames.output(1, 0, spot.i());
    String exact = Numbers.full(errors.exact(spot.i()));
    if (spot.format() < 0) {
      return Texts.get("linear.rounding.value", name, exact);
    }
    DType format = RoundedLayer.FORMATS.get(spot.format());
    String error =
        Texts.get(
            "linear.rounding.error",
            name,
            format.label(),
            Numbers.full(errors.output(spot.format(), spot.i())),
            ErrorText.signed(errors.error(spot.format(), spot.i())),
            ErrorText.relative(errors.relative(spot.format(), spot.i())));
    return format == DType.INT8
        ? error + " " + Texts.get("linear.rounding.scales", scales(errors, spot.i()))
        : error;
  }

  private static Object[] scales(RowErrors errors, int i) {
    return new Object[] {
      Numbers.cell(errors.weightScale(i)),
      Integer.toString(i + 1),
      Numbers.cell(errors.inputScale())
    };
  }

  /** What the two lines on top say, with the scales of INT8. */
  static String summary(RowErrors errors) {
    float least = Float.POSITIVE_INFINITY;
    float most = 0;
    for (int i = 0; i < errors.outputs(); i++) {
      least = Math.min(least, errors.weightScale(i));
      most = Math.max(most, errors.weightScale(i));
    }
    return Texts.get(
        "linear.rounding.summary",
        Numbers.cell(least),
        Numbers.cell(most),
        Numbers.cell(errors.inputScale()));
  }
}

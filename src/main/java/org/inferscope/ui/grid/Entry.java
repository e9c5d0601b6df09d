package org.inferscope.ui.grid;

import org.inferscope.tensor.NumberParser;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a grid.
 *
 * @param text what was typed, kept even if it is no number
 * @param value the number in force: that of the text, or the last good one
 * @param problem why the text is no number, in words; null if it is one
 */
public record Entry(String text, float value, @Nullable String problem) {
  /** A cell that holds zero. */
  public static final Entry ZERO = new Entry("0", 0, null);

  /** A cell for a computed number, with all its digits as text. */
  public static Entry of(float value) {
    return new Entry(Numbers.full(value), value, null);
  }

  /**
   * A cell for a typed text.
   *
   * @param inForce the number that stays in force if the text is none
   */
  public static Entry read(String text, float inForce) {
    Parsed parsed = NumberParser.parse(text);
    if (parsed instanceof Parsed.Bad bad) {
      return new Entry(text, inForce, bad.reason());
    }
    return new Entry(text.strip(), ((Parsed.Value) parsed).toFloat(), null);
  }

  /** Whether the text is no number. */
  public boolean isBad() {
    return problem != null;
  }
}

package org.inferscope.model.matmul;

import java.util.List;
import org.inferscope.tensor.NumberParser;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Parsed;

/**
 * The numbers of a matrix as a person typed them.
 *
 * @param cells the texts, row by row; cells may be missing where nothing is known
 */
public record TypedNumbers(List<List<String>> cells) {
  /** The text typed into a cell; all digits of the number it holds where no text is known. */
  public String text(int row, int column, float held) {
    String text = typed(row, column);
    return text.isEmpty() ? Numbers.full(held) : text.strip();
  }

  /**
   * The number typed, in float64, which a float32 may not hold: 1/3. The number held where no text
   * is known or the text is not that number's.
   */
  public double exact(int row, int column, float held) {
    return NumberParser.parse(typed(row, column)) instanceof Parsed.Value value
            && value.toFloat() == held
        ? value.value()
        : held;
  }

  private String typed(int row, int column) {
    boolean known = row < cells.size() && column < cells.get(row).size();
    return known ? cells.get(row).get(column) : "";
  }
}

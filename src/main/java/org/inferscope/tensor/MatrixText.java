package org.inferscope.tensor;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Matrices as text: reads what people paste from spreadsheets, CSV files, NumPy, PyTorch and
 * MATLAB, and writes a matrix the same ways. Reading what was written gives the same matrix, bit
 * for bit (for matrices of at least one number, in the same locale).
 */
public final class MatrixText {
  private static final Pattern ASSIGNMENT = Pattern.compile("^\\s*+[A-Za-z_][\\w.]*+\\s*+=");
  private static final Pattern SPACED_SLASH = Pattern.compile("(?<! ) *+/ *+");

  private MatrixText() {}

  /** Reads a pasted text in the machine's format locale. */
  public static PastedMatrix parse(String text, int maxCells) {
    return parse(text, maxCells, Locale.getDefault(Locale.Category.FORMAT));
  }

  /**
   * Reads a pasted text; the format is found out. All or nothing: one bad cell makes the whole bad.
   * Takes time in proportion to the text's length.
   *
   * @param maxCells how many cells are accepted at most
   * @param locale decides what separates decimals where the format leaves it open, and how the
   *     cells of the result are written
   */
  public static PastedMatrix parse(String text, int maxCells, Locale locale) {
    Args.positive(maxCells, "maxCells");
    String matrix = SPACED_SLASH.matcher(withoutAssignment(text)).replaceAll("/");
    try {
      if (matrix.indexOf('[') >= 0) {
        return readBrackets(matrix, maxCells, locale);
      }
      DelimitedText lines = new DelimitedText(matrix, locale);
      GridBuilder grid = new GridBuilder(maxCells, locale, lines.toLocale());
      lines.readInto(grid);
      return new PastedMatrix.Cells(grid.rows(), lines.format());
    } catch (BadPaste e) {
      return new PastedMatrix.Bad(e.reason());
    }
  }

  /** Writes a matrix in the machine's format locale. */
  public static String format(Matrix matrix, MatrixFormat format) {
    return format(matrix, format, Locale.getDefault(Locale.Category.FORMAT));
  }

  /**
   * Writes a matrix: the fewest digits that read back as the same float32, an ASCII minus. NumPy
   * and MATLAB have decimal points; for the others the locale decides, and where it has decimal
   * commas, CSV separates cells by semicolons.
   */
  public static String format(Matrix matrix, MatrixFormat format, Locale locale) {
    char decimal = NumberStyle.of(locale).decimalSeparator();
    return switch (format) {
      case TSV -> MatrixWriter.lines(matrix, "\t", decimal);
      case CSV -> MatrixWriter.lines(matrix, decimal == ',' ? ";" : ",", decimal);
      case SPACES -> MatrixWriter.lines(matrix, " ", decimal);
      case NUMPY -> MatrixWriter.numpy(matrix);
      case MATLAB -> MatrixWriter.matlab(matrix);
    };
  }

  private static PastedMatrix readBrackets(String text, int maxCells, Locale locale)
      throws BadPaste {
    UnaryOperator<String> toLocale = BracketText.toLocale(locale);
    GridBuilder grid = new GridBuilder(maxCells, locale, toLocale);
    BracketText brackets = new BracketText(text);
    brackets.readInto(grid);
    List<List<String>> rows = grid.rows();
    return new PastedMatrix.Cells(rows, brackets.format());
  }

  /** Without a "name =" in front, and without the mark that some programs put before UTF-8. */
  private static String withoutAssignment(String text) {
    String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
    return ASSIGNMENT.matcher(unmarked).replaceFirst("").strip();
  }
}

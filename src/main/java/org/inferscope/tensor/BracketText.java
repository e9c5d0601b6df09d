package org.inferscope.tensor;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.text.Texts;

/**
 * Reads a matrix in square brackets: Python's nested lists with or without a call around them, what
 * NumPy and PyTorch print, and MATLAB. Decimals have points here in every locale. Cells are
 * separated by commas or spaces; without inner brackets, rows end at a semicolon or a line end.
 */
final class BracketText {
  private static final Pattern BEFORE = Pattern.compile("(?:[A-Za-z_][\\w.]*+\\s*+\\(\\s*+)?");
  private static final Pattern AFTER =
      Pattern.compile("\\s*+(,[\\w\\s=.,:<>'\"]*+)?+\\)?\\s*+;?\\s*+([%#].*+)?+");
  private static final Pattern SCALAR_CALL =
      Pattern.compile("([+-]?)[A-Za-z_][\\w.]*\\(['\"]?([^()'\"]*)['\"]?\\)");
  private static final Pattern NAMED = Pattern.compile("([+-]?)(?:np|numpy|math|torch)\\.(\\w+)");
  private static final String SEPARATORS = ",;[]%#";
  private static final int SHOWN = 24;

  private final String text;
  private int at;
  private boolean nested;
  private boolean commas;
  private boolean semicolons;

  /** Text that holds at least one opening bracket. */
  BracketText(String text) {
    this.text = text;
  }

  /** How a cell is written in the locale: with its decimal separator. */
  static UnaryOperator<String> toLocale(Locale locale) {
    char decimal = NumberStyle.of(locale).decimalSeparator();
    return cell -> withoutNames(cell).replace('.', decimal);
  }

  /** After reading: MATLAB, unless inner brackets or commas alone say Python. */
  MatrixFormat format() {
    boolean python = nested ? !semicolons : commas && !semicolons;
    return python ? MatrixFormat.NUMPY : MatrixFormat.MATLAB;
  }

  void readInto(GridBuilder grid) throws BadPaste {
    at = text.indexOf('[');
    String before = text.substring(0, at);
    if (!BEFORE.matcher(before).matches()) {
      throw unexpected(before);
    }
    at++;
    skipSpace(true);
    nested = at < text.length() && text.charAt(at) == '[';
    if (nested) {
      readRows(grid);
    } else {
      readCells(grid, true);
    }
    String after = text.substring(at);
    if (!AFTER.matcher(after).matches()) {
      throw unexpected(after.strip());
    }
  }

  /** Rows in brackets of their own, up to the outer closing bracket. */
  private void readRows(GridBuilder grid) throws BadPaste {
    while (true) {
      skipSpace(true);
      char c = next();
      if (c == ']') {
        return;
      }
      if (c == '[') {
        readCells(grid, false);
      } else if (c == ';') {
        semicolons = true;
      } else if (c != ',') {
        at--;
        throw unexpected(word());
      }
    }
  }

  /** Cells up to the closing bracket; where lines end rows, a line end after a comma does not. */
  private void readCells(GridBuilder grid, boolean linesEndRows) throws BadPaste {
    boolean afterComma = false;
    while (true) {
      skipSpace(!linesEndRows || afterComma);
      char c = next();
      if (c == ']') {
        grid.endRow();
        return;
      }
      if (c == '[') {
        throw new BadPaste(Texts.get("tensor.paste.tooDeep"));
      }
      if (c == ',') {
        if (afterComma || !grid.inRow()) {
          grid.cell("");
        }
        commas = true;
        afterComma = true;
      } else if (c == ';' || c == '\n' || c == '\r') {
        semicolons |= c == ';';
        afterComma = false;
        grid.endRow();
      } else {
        at--;
        grid.cell(word());
        afterComma = false;
      }
    }
  }

  private char next() throws BadPaste {
    if (at >= text.length()) {
      throw new BadPaste(Texts.get("tensor.paste.unclosed"));
    }
    return text.charAt(at++);
  }

  private String word() throws BadPaste {
    int from = at;
    while (at < text.length() && !endsWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    if (word.equals("...") || word.equals("…")) {
      throw new BadPaste(Texts.get("tensor.paste.shortened"));
    }
    return word;
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0;
  }

  /** Skips spaces and comments, line ends only if told to, and MATLAB's "..." with its line end. */
  private void skipSpace(boolean lineEnds) {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean lineEnd = c == '\n' || c == '\r';
      if (c == '%' || c == '#') {
        at = lineEndFrom(at);
      } else if (continuesLine()) {
        at = lineEndFrom(at) + 1;
      } else if (Character.isWhitespace(c) && (lineEnds || !lineEnd)) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean continuesLine() {
    int end = at + 3;
    return !nested && text.startsWith("...", at) && text.substring(end, lineEndFrom(end)).isBlank();
  }

  private int lineEndFrom(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** {@code np.float32(1.5)} is 1.5, {@code float('nan')} is nan, {@code -np.inf} is -inf. */
  private static String withoutNames(String cell) {
    Matcher call = SCALAR_CALL.matcher(cell);
    if (call.matches()) {
      return call.group(1) + call.group(2);
    }
    Matcher named = NAMED.matcher(cell);
    return named.matches() ? named.group(1) + named.group(2) : cell;
  }

  private static BadPaste unexpected(String where) {
    String shown = where.length() <= SHOWN ? where : where.substring(0, SHOWN) + "…";
    return new BadPaste(Texts.get("tensor.paste.unexpected", shown.strip()));
  }
}

package org.inferscope.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads a matrix of one row a line: tabs, semicolons, commas or spaces between the cells.
 *
 * <p>Which of them, and what the decimal separator is: a tab anywhere means a spreadsheet, written
 * in the locale. Else a semicolon means CSV, with decimal commas if there is any comma, decimal
 * points otherwise. Else commas separate cells, and the decimal separator is a point; unless every
 * cell between spaces has at most one comma, inside it and after any point, and there are several
 * cells in a line or the locale has decimal commas. Numbers between spaces, without any comma, have
 * decimal points.
 */
final class DelimitedText {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[^\\s,]+(,[^\\s,.]+)?");

  private final String text;
  private final boolean localeHasComma;
  private final boolean anyComma;
  private final boolean anyDot;
  private final MatrixFormat format;
  private final char separator;

  DelimitedText(String text, Locale locale) {
    this.text = text;
    localeHasComma = NumberStyle.of(locale).decimalSeparator() == ',';
    anyComma = text.indexOf(',') >= 0;
    anyDot = text.indexOf('.') >= 0;
    if (text.indexOf('\t') >= 0) {
      format = MatrixFormat.TSV;
      separator = '\t';
    } else if (text.indexOf(';') >= 0) {
      format = MatrixFormat.CSV;
      separator = ';';
    } else if (anyComma && !commasAreDecimal()) {
      format = MatrixFormat.CSV;
      separator = ',';
    } else {
      format = MatrixFormat.SPACES;
      separator = ' ';
    }
  }

  MatrixFormat format() {
    return format;
  }

  /** How a cell of this text is written in the locale. */
  UnaryOperator<String> toLocale() {
    boolean points = separator == ',' || (format != MatrixFormat.TSV && !anyComma);
    if (points && localeHasComma) {
      return cell -> cell.indexOf(',') >= 0 ? cell : cell.replace('.', ',');
    }
    boolean commas = separator == ';' && anyComma && !anyDot;
    return commas && !localeHasComma ? cell -> cell.replace(',', '.') : UnaryOperator.identity();
  }

  void readInto(GridBuilder grid) throws BadPaste {
    for (String line : (Iterable<String>) LINE_END.splitAsStream(text)::iterator) {
      if (!line.isBlank()) {
        for (String cell : split(line)) {
          grid.cell(cell);
        }
        grid.endRow();
      }
    }
  }

  /** Whether commas stand inside numbers rather than between them. */
  private boolean commasAreDecimal() {
    boolean several = false;
    for (String line : (Iterable<String>) LINE_END.splitAsStream(text)::iterator) {
      List<String> words = words(line);
      several |= words.size() > 1;
      for (String word : words) {
        if (!word.isEmpty() && !DECIMAL_COMMA.matcher(word).matches()) {
          return false;
        }
      }
    }
    return several || localeHasComma;
  }

  private List<String> split(String line) {
    return separator == ' ' ? words(line) : splitQuoted(line);
  }

  private static List<String> words(String line) {
    return SPACES.splitAsStream(line.strip()).toList();
  }

  /** Cells between separators; quotes keep a separator inside a cell, and are taken off. */
  private List<String> splitQuoted(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

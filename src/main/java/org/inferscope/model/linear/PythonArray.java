package org.inferscope.model.linear;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.tensor.MatrixText;

/**
 * Writes numbers as a Python list within a call: {@code np.array([[1, 2], [3, 4]],
 * dtype=np.float32)}, a row a line, long rows broken within {@link #WIDTH} columns.
 *
 * @param library the name that NaN and infinity are read from: "np"
 * @param call what stands before the numbers: "np.array("
 * @param end what stands after them: ", dtype=np.float32)"
 */
record PythonArray(String library, String call, String end) {
  /** Columns that a line takes at most. */
  static final int WIDTH = 100;

  static final PythonArray NUMPY = new PythonArray("np", "np.array(", ", dtype=np.float32)");
  static final PythonArray TORCH =
      new PythonArray("torch", "torch.tensor(", ", dtype=torch.float32)");

  /**
   * A statement or expression with a matrix in it.
   *
   * @param start what stands before the call, indentation included
   */
  String matrix(String start, Matrix matrix) {
    Writer writer = new Writer(start + call + "[");
    for (int i = 0; i < matrix.rows(); i++) {
      writer.row(numbers(matrix.row(i)), i == matrix.rows() - 1 ? "]" + end : ",");
    }
    return writer.text.toString();
  }

  /** The same with a vector. */
  String vector(String start, float[] values) {
    Writer writer = new Writer(start + call);
    writer.row(numbers(values), end);
    return writer.text.toString();
  }

  private List<String> numbers(float[] values) {
    Matrix row = Matrix.of(1, values.length, values);
    String line = MatrixText.format(row, MatrixFormat.SPACES, Locale.ROOT).strip();
    return Stream.of(line.split(" ", -1)).map(this::number).toList();
  }

  private String number(String text) {
    return switch (text) {
      case "NaN" -> library + ".nan";
      case "inf" -> library + ".inf";
      case "-inf" -> "-" + library + ".inf";
      default -> text;
    };
  }

  /** Keeps rows below each other, and what is left of a long row one column further in. */
  private static final class Writer {
    private final StringBuilder text;
    private final int indent;
    private int column;

    Writer(String start) {
      text = new StringBuilder(start);
      indent = start.length();
      column = indent;
    }

    void row(List<String> numbers, String after) {
      if (column > indent) {
        newLine(indent);
      }
      append("[");
      for (int j = 0; j < numbers.size(); j++) {
        boolean last = j == numbers.size() - 1;
        String piece = numbers.get(j) + (last ? "]" + after : ",");
        boolean first = j == 0;
        if (!first && column + 1 + piece.length() > WIDTH) {
          newLine(indent + 1);
        } else if (!first) {
          append(" ");
        }
        append(piece);
      }
    }

    private void newLine(int spaces) {
      text.append('\n').append(" ".repeat(spaces));
      column = spaces;
    }

    private void append(String piece) {
      text.append(piece);
      column += piece.length();
    }
  }
}

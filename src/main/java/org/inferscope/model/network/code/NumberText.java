package org.inferscope.model.network.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.tensor.MatrixText;

/**
 * Writes numbers as elements of arrays, in lines of at most {@link #WIDTH} columns.
 *
 * @param open what a row starts with
 * @param close what a row ends with
 * @param suffix what stands after each number
 * @param nan how the language writes "not a number"
 * @param infinity how it writes infinity
 */
record NumberText(String open, String close, String suffix, String nan, String infinity) {
  /** Columns that a line takes at most. */
  static final int WIDTH = 100;

  static final NumberText PYTHON = new NumberText("[", "]", "", "float(\"nan\")", "float(\"inf\")");

  static final NumberText JAVA =
      new NumberText("{", "}", "f", "Float.NaN", "Float.POSITIVE_INFINITY");

  private static final int PACKED_WIDTH = 96;

  /** All rows, each in brackets with a comma after it. */
  List<String> rows(Matrix matrix, String indent) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      Packer packer = new Packer(indent + open, indent + " ".repeat(open.length()), lines);
      numbers(matrix.row(i)).forEach(packer::add);
      packer.end(close + ",");
    }
    return lines;
  }

  /** The numbers of one row without brackets, a comma after each but the last. */
  List<String> row(float[] values, String indent) {
    List<String> lines = new ArrayList<>();
    Packer packer = new Packer(indent, indent, lines);
    numbers(values).forEach(packer::add);
    packer.end("");
    return lines;
  }

  private Stream<String> numbers(float[] values) {
    Matrix row = Matrix.of(1, values.length, values);
    String line = MatrixText.format(row, MatrixFormat.SPACES, Locale.ROOT).strip();
    return Stream.of(line.split(" ", -1)).map(this::number);
  }

  private String number(String digits) {
    return switch (digits) {
      case "NaN" -> nan;
      case "inf" -> infinity;
      case "-inf" -> "-" + infinity;
      default -> digits + suffix;
    };
  }

  /** Base64 of the numbers as little-endian float32, in lines. */
  static List<String> packed(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    String all = Base64.getEncoder().encodeToString(bytes.array());
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < all.length(); start += PACKED_WIDTH) {
      lines.add(all.substring(start, Math.min(all.length(), start + PACKED_WIDTH)));
    }
    return lines;
  }

  /** Fills lines with pieces, a comma and a space between. */
  private static final class Packer {
    private final String nextIndent;
    private final List<String> lines;
    private StringBuilder line;
    private boolean empty = true;

    Packer(String start, String nextIndent, List<String> lines) {
      this.nextIndent = nextIndent;
      this.lines = lines;
      line = new StringBuilder(start);
    }

    void add(String piece) {
      if (!empty) {
        line.append(',');
        if (line.length() + 2 + piece.length() > WIDTH) {
          lines.add(line.toString());
          line = new StringBuilder(nextIndent);
        } else {
          line.append(' ');
        }
      }
      line.append(piece);
      empty = false;
    }

    void end(String close) {
      lines.add(line + close);
    }
  }
}

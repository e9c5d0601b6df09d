package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.model.matmul.Region;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Tone;

/**
 * Writes the line under the stage: the current step with its numbers plugged in. Pure; A and B are
 * the numbers in force.
 */
final class LineWriter {
  private static final int MOST_SHOWN = 6;

  /** A test of an element of C. */
  interface CellTest {
    boolean test(int i, int j);
  }

  private final Matrix a;
  private final Matrix b;
  private final CellTest hidden;

  /**
   * A writer for two matrices.
   *
   * @param hidden which elements of C are shown as a question mark
   */
  LineWriter(Matrix a, Matrix b, CellTest hidden) {
    this.a = a;
    this.b = b;
    this.hidden = hidden;
  }

  /** The line for a moment. */
  List<Token> write(Moment moment, Grain grain) {
    Algorithm algorithm = moment.program().algorithm();
    if (moment.isBeforeStart()) {
      MultiplyAdd first = moment.focus();
      return dot(first.i(), first.j(), 0, -1, Double.NaN);
    }
    if (algorithm == Algorithm.SYSTOLIC) {
      return clock(moment);
    }
    boolean byElement = algorithm == Algorithm.DOT || grain != Grain.ELEMENT;
    return byElement ? element(moment) : group(moment, algorithm);
  }

  /** The dot product of the element in focus, as far as it has come. */
  private List<Token> element(Moment moment) {
    MultiplyAdd at = moment.focus();
    MatmulFrame frame = moment.visible();
    int terms =
        moment.motion() == Moment.Motion.GROUP
            ? (int) Math.min(a.cols(), moment.phase() / TermFlight.SPREAD * a.cols())
            : frame.terms(at.i(), at.j());
    int current = moment.motion() == Moment.Motion.GROUP ? -1 : at.k();
    boolean whole = moment.motion() == Moment.Motion.GROUP && moment.phase() < TermFlight.SUM_AT;
    double sum = whole || terms == 0 ? Double.NaN : frame(moment).c(at.i(), at.j());
    return dot(at.i(), at.j(), terms, current, sum);
  }

  private static MatmulFrame frame(Moment moment) {
    return moment.motion() == Moment.Motion.GROUP ? moment.after() : moment.visible();
  }

  /**
   * A dot product term by term.
   *
   * @param terms how many terms are done; the others are muted
   * @param current the term being worked on, or −1
   * @param sum the running sum; NaN for none yet
   */
  List<Token> dot(int i, int j, int terms, int current, double sum) {
    List<Token> line = new ArrayList<>();
    line.add(Token.text(DotProductText.name("C", i, j), Tone.RESULT));
    line.add(Token.text(" = ", Tone.PLAIN));
    for (int k = 0; k < a.cols(); k++) {
      if (k > 0) {
        Tone tone = k < terms ? Tone.PLAIN : Tone.MUTED;
        line.add(new Token(" + ", tone, Token.Part.PLUS, k, false));
      }
      term(line, a.get(i, k), b.get(k, j), k, k < terms || k == current, k == current);
    }
    line.add(Token.text(" = ", Tone.PLAIN));
    line.add(new Token(sum(i, j, sum), Tone.RESULT, Token.Part.SUM, -1, true));
    return line;
  }

  private String sum(int i, int j, double sum) {
    return hidden.test(i, j) || Double.isNaN(sum) ? "?" : Numbers.cell(sum);
  }

  private static void term(
      List<Token> line, float left, float right, int k, boolean lit, boolean strong) {
    Tone leftTone = lit ? Tone.ROW : Tone.MUTED;
    Tone rightTone = lit ? Tone.COLUMN : Tone.MUTED;
    Tone sign = lit ? Tone.PLAIN : Tone.MUTED;
    String first = k > 0 ? DotProductText.factor(left) : Numbers.cell(left);
    line.add(new Token(first, leftTone, Token.Part.LEFT_FACTOR, k, strong));
    line.add(new Token("·", sign, Token.Part.TEXT, k, strong));
    line.add(
        new Token(DotProductText.factor(right), rightTone, Token.Part.RIGHT_FACTOR, k, strong));
  }

  private List<Token> clock(Moment moment) {
    int tick = moment.tick();
    int busy = moment.program().tick(tick).size();
    int cells = moment.program().m() * moment.program().n();
    return List.of(
        Token.text(
            Texts.get("matmul.line.clock", count(tick + 1), count(moment.program().ticks())),
            Tone.PLAIN),
        new Token(" ", Tone.PLAIN, Token.Part.PLUS, -1, false),
        Token.text(Texts.get("matmul.line.busy", busy, count(busy), count(cells)), Tone.RESULT));
  }

  private static String count(int n) {
    return Numbers.count(n);
  }

  private List<Token> group(Moment moment, Algorithm algorithm) {
    MultiplyAdd at = moment.focus();
    return switch (algorithm) {
      case ROW -> rowUpdate(at.i(), at.k());
      case COLUMN -> columnUpdate(at.j(), at.k());
      case OUTER -> outerProduct(at.k());
      default -> tileProduct(moment);
    };
  }

  private List<Token> rowUpdate(int i, int k) {
    return List.of(
        Token.text(Texts.get("matmul.line.row", "C", count(i + 1)), Tone.RESULT),
        plus(k),
        Token.text(DotProductText.factor(a.get(i, k)), Tone.ROW),
        Token.text(" · ", Tone.PLAIN),
        Token.text(row(b, k, 1), Tone.COLUMN),
        new Token(" = ", Tone.PLAIN, Token.Part.PLUS, -1, false),
        Token.text(row(b, k, a.get(i, k)), Tone.RESULT));
  }

  private List<Token> columnUpdate(int j, int k) {
    return List.of(
        Token.text(Texts.get("matmul.line.column", "C", count(j + 1)), Tone.RESULT),
        plus(k),
        Token.text(column(a, k, 1), Tone.ROW),
        Token.text(" · ", Tone.PLAIN),
        Token.text(DotProductText.factor(b.get(k, j)), Tone.COLUMN),
        new Token(" = ", Tone.PLAIN, Token.Part.PLUS, -1, false),
        Token.text(column(a, k, b.get(k, j)), Tone.RESULT));
  }

  private List<Token> outerProduct(int k) {
    return List.of(
        Token.text("C", Tone.RESULT),
        plus(k),
        Token.text(column(a, k, 1), Tone.ROW),
        Token.text(" ⊗ ", Tone.PLAIN),
        Token.text(row(b, k, 1), Tone.COLUMN),
        new Token("  ", Tone.PLAIN, Token.Part.PLUS, -1, false),
        Token.text(Texts.get("matmul.line.outer", count(k + 1)), Tone.MUTED));
  }

  private List<Token> tileProduct(Moment moment) {
    int tick = moment.tick();
    var lit = moment.program().spotlight(tick);
    return List.of(
        Token.text(block("C", lit.c()), Tone.RESULT),
        plus(lit.a().left()),
        Token.text(block("A", lit.a()), Tone.ROW),
        Token.text(" × ", Tone.PLAIN),
        Token.text(block("B", lit.b()), Tone.COLUMN));
  }

  /** The first product is stored, later ones are added. */
  private static Token plus(int k) {
    return Token.text(k == 0 ? " = " : " += ", Tone.PLAIN);
  }

  private static String block(String name, Region region) {
    return name
        + "["
        + range(region.top(), region.bottom())
        + ", "
        + range(region.left(), region.right())
        + "]";
  }

  private static String range(int from, int to) {
    return to == from + 1 ? count(to) : count(from + 1) + "–" + count(to);
  }

  private static String row(Matrix matrix, int i, float scale) {
    return list(matrix.cols(), j -> scale * matrix.get(i, j));
  }

  private static String column(Matrix matrix, int j, float scale) {
    return list(matrix.rows(), i -> scale * matrix.get(i, j));
  }

  private static String list(int count, java.util.function.IntToDoubleFunction at) {
    StringJoiner text = new StringJoiner("  ", "[", "]");
    for (int i = 0; i < count; i++) {
      boolean skipped = count > MOST_SHOWN && i >= MOST_SHOWN - 2 && i < count - 1;
      if (!skipped) {
        text.add(Numbers.cell((float) at.applyAsDouble(i)));
      } else if (i == count - 2) {
        text.add("…");
      }
    }
    return text.toString();
  }
}

package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;

/**
 * Writes a dot product out: "C₁₁ = 1·7 + 2·9 + 3·11 = 58", indices from 1, negative factors in
 * parentheses, the middle of long sums left out. Comes in spans, so that factors can be coloured.
 */
public final class DotProductText {
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
  private static final String ELLIPSIS = "…";

  private DotProductText() {}

  /** What a piece of the text is. */
  public enum Role {
    /** "C₁₁". */
    NAME,
    /** "=", "·" or "+", with the spaces around it. */
    OPERATOR,
    /** A factor from A. */
    FACTOR_A,
    /** A factor from B. */
    FACTOR_B,
    /** The dots that stand for terms left out. */
    ELLIPSIS,
    /** The sum. */
    RESULT
  }

  /**
   * A piece of the text.
   *
   * @param text the characters
   * @param role what they are
   * @param term the term they belong to, from 0; −1 when none
   */
  public record Span(String text, Role role, int term) {}

  /** The whole dot product of C[i,j] with every term: "C₁₁ = 1·7 + 2·9 + 3·11 = 58". */
  public static String text(Matrix a, Matrix b, int i, int j) {
    return join(spans(a, b, i, j, a.cols(), Integer.MAX_VALUE));
  }

  /** The spans' characters in one text. */
  public static String join(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(span.text());
    }
    return text.toString();
  }

  /**
   * The first terms of C[i,j] and their sum, which is the running sum.
   *
   * @param a [M, K]
   * @param b [K, N]
   * @param terms how many terms, 0 to K; with 0 only the name and the sum, 0
   * @param most how many terms are written at most, 2 or more; beyond that the middle is left out,
   *     keeping the last
   */
  public static List<Span> spans(Matrix a, Matrix b, int i, int j, int terms, int most) {
    Args.inRange(terms, 0, a.cols(), "terms");
    Args.require(most >= 2, "most", most, "2 or more");
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(name("C", i, j), Role.NAME, -1));
    spans.add(operator(" = ", -1));
    int head = terms <= most ? terms : most - 1;
    for (int k = 0; k < head; k++) {
      addTerm(spans, a.get(i, k), b.get(k, j), k);
    }
    if (head < terms) {
      spans.add(operator(" + ", -1));
      spans.add(new Span(ELLIPSIS, Role.ELLIPSIS, -1));
      addTerm(spans, a.get(i, terms - 1), b.get(terms - 1, j), terms - 1);
    }
    if (terms > 0) {
      spans.add(operator(" = ", -1));
    }
    spans.add(new Span(Numbers.cell(Dot.float32(a, b, i, j, terms)), Role.RESULT, -1));
    return List.copyOf(spans);
  }

  private static void addTerm(List<Span> spans, float left, float right, int k) {
    if (k > 0) {
      spans.add(operator(" + ", k));
    }
    spans.add(new Span(factor(left), Role.FACTOR_A, k));
    spans.add(operator("·", k));
    spans.add(new Span(factor(right), Role.FACTOR_B, k));
  }

  private static Span operator(String text, int term) {
    return new Span(text, Role.OPERATOR, term);
  }

  /** A number as a factor: in parentheses when it starts with a minus. */
  public static String factor(double x) {
    String text = Numbers.cell(x);
    return text.startsWith("\u2212") ? "(" + text + ")" : text;
  }

  /** The name of an element, with indices from 0: "C₁₁" for (0, 0), "C₁₀,₂" for (9, 1). */
  public static String name(String matrix, int row, int column) {
    String comma = row >= 9 || column >= 9 ? "," : "";
    return matrix + subscript(row + 1) + comma + subscript(column + 1);
  }

  /** The name of an element of a vector, with its index from 0: "x₁₀" for 9. */
  public static String name(String vector, int index) {
    return vector + subscript(index + 1);
  }

  private static String subscript(int number) {
    String digits = Integer.toString(number);
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < digits.length(); at++) {
      text.append(SUBSCRIPTS.charAt(digits.charAt(at) - '0'));
    }
    return text.toString();
  }
}

package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;

/**
 * Writes an output out: "y₁ = 0.1·1 + 0.2·2 + 0.3·3 + 0.4·4 + 0.01 = 3.01", negative numbers in
 * parentheses, the middle of long sums left out. Comes in spans, so that its numbers can be
 * coloured and lit.
 *
 * @param layer the weights and the bias as written
 * @param x the inputs as written, [T, I]
 * @param row row of the batch, from 0
 * @param i output, from 0
 * @param terms how many terms, 0 to I + 1, the bias being the last; with 0 only the name and the
 *     result
 * @param result what stands at the end
 */
public record LinearSentence(LinearLayer layer, Matrix x, int row, int i, int terms, float result) {
  /** Terms that {@link #text} and {@link #formula} write at most: those of 16 inputs. */
  public static final int MOST = 17;

  private static final String ELLIPSIS = "…";

  /** What a piece of the sentence is. */
  public enum Role {
    /** "y₁". */
    NAME,
    /** "=", "·" or "+", with the spaces around it. */
    OPERATOR,
    /** A number of W. */
    WEIGHT,
    /** A number of x. */
    INPUT,
    /** The number of b. */
    BIAS,
    /** The dots that stand for terms left out. */
    ELLIPSIS,
    /** The sum. */
    RESULT
  }

  /**
   * A piece of the sentence.
   *
   * @param text the characters
   * @param role what they are
   * @param term the term they belong to: j for the product of input j, I for the bias; −1 when none
   */
  public record Span(String text, Role role, int term) {}

  /** Checks the number of terms. */
  public LinearSentence {
    Args.inRange(terms, 0, layer.terms(), "terms");
  }

  /** A whole output in FP32. */
  public static LinearSentence of(LinearLayer layer, Matrix x, int row, int i) {
    return partial(layer, x, row, i, layer.terms());
  }

  /** The first terms of an output in FP32 and their sum, which is the running sum. */
  public static LinearSentence partial(LinearLayer layer, Matrix x, int row, int i, int terms) {
    return new LinearSentence(layer, x, row, i, terms, layer.partial(x, row, i, terms));
  }

  /** A whole output in another format, with the numbers that the format holds. */
  public static LinearSentence rounded(RoundedLayer rounded, int row, int i) {
    LinearLayer layer = rounded.layer();
    return new LinearSentence(layer, rounded.x(), row, i, layer.terms(), rounded.output(row, i));
  }

  /** The spans' characters in one text. */
  public static String join(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(span.text());
    }
    return text.toString();
  }

  /** The sentence with its numbers, {@value #MOST} terms at most. */
  public String text() {
    return join(spans(MOST));
  }

  /** The sentence in symbols, without the result: "y₁ = W₁₁·x₁ + W₁₂·x₂ + b₁". */
  public String formula() {
    StringBuilder text = new StringBuilder(name()).append(" = ").append(terms == 0 ? "0" : "");
    int head = head(MOST);
    for (int term = 0; term < head; term++) {
      text.append(term == 0 ? "" : " + ").append(symbol(term));
    }
    if (head < terms) {
      text.append(" + ").append(ELLIPSIS).append(" + ").append(symbol(terms - 1));
    }
    return text.toString();
  }

  /** The name of a term, with its index from 0: "W₁₂·x₂", and "b₁" for the last one. */
  public String symbol(int term) {
    return isBias(term) ? LinearNames.bias(i) : LinearNames.product(x.rows(), row, i, term);
  }

  /** A term with its numbers: "0.2·2", and "0.01" for the bias. */
  public String numbers(int term) {
    List<Span> spans = new ArrayList<>();
    addTerm(spans, term);
    return join(spans);
  }

  /**
   * The sentence in pieces.
   *
   * @param most how many terms are written at most, 2 or more; beyond that the middle is left out,
   *     keeping the last
   */
  public List<Span> spans(int most) {
    Args.require(most >= 2, "most", most, "2 or more");
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(name(), Role.NAME, -1));
    spans.add(operator(" = ", -1));
    int head = head(most);
    for (int term = 0; term < head; term++) {
      addOperatorAndTerm(spans, term);
    }
    if (head < terms) {
      spans.add(operator(" + ", -1));
      spans.add(new Span(ELLIPSIS, Role.ELLIPSIS, -1));
      addOperatorAndTerm(spans, terms - 1);
    }
    if (terms > 0) {
      spans.add(operator(" = ", -1));
    }
    spans.add(new Span(Numbers.cell(result), Role.RESULT, -1));
    return List.copyOf(spans);
  }

  /** Terms written before the gap; all of them when there is none. */
  private int head(int most) {
    return terms <= most ? terms : most - 1;
  }

  private String name() {
    return LinearNames.output(x.rows(), row, i);
  }

  private boolean isBias(int term) {
    return term == layer.inputs();
  }

  private void addOperatorAndTerm(List<Span> spans, int term) {
    if (term > 0) {
      spans.add(operator(" + ", term));
    }
    addTerm(spans, term);
  }

  private void addTerm(List<Span> spans, int term) {
    if (isBias(term)) {
      spans.add(number(layer.b().get(i, 0), Role.BIAS, term));
      return;
    }
    spans.add(number(layer.w().get(i, term), Role.WEIGHT, term));
    spans.add(operator("·", term));
    spans.add(number(x.get(row, term), Role.INPUT, term));
  }

  private static Span number(float value, Role role, int term) {
    return new Span(DotProductText.factor(value), role, term);
  }

  private static Span operator(String text, int term) {
    return new Span(text, Role.OPERATOR, term);
  }
}

package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.LinearSentence;
import org.inferscope.model.linear.LinearSentence.Span;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Token.Part;
import org.inferscope.ui.paint.Tone;

/**
 * Writes the line under the panels: the output in focus as a sum, the product of the weight in
 * focus, or what the input in focus adds to every output.
 */
final class LineWriter {
  /** More terms than this would make the type too small to read from the back of a class. */
  private static final int MOST_TERMS = 9;

  private static final int MOST_SHARES = 6;

  /** Fewer than this are not worth a line; the first and the last one are always written. */
  private static final int LEAST_TERMS = 2;

  private final LinearPresenter presenter;

  LineWriter(LinearPresenter presenter) {
    this.presenter = presenter;
  }

  /**
   * Writes the line.
   *
   * @param room as many characters as fit; where terms have many digits, fewer of them are written
   */
  List<Token> write(int room) {
    int most = MOST_TERMS;
    List<Token> line = line(most);
    while (length(line) > room && most > LEAST_TERMS) {
      most--;
      line = line(most);
    }
    return line;
  }

  private static int length(List<Token> line) {
    return line.stream().mapToInt(token -> token.text().length()).sum();
  }

  private List<Token> line(int most) {
    LinearRef ref = presenter.focus();
    if (ref instanceof LinearRef.Input input) {
      return shares(input.j(), Math.min(most, MOST_SHARES));
    }
    if (ref instanceof LinearRef.Weight weight) {
      return product(weight);
    }
    int i = ref instanceof LinearRef.Bias bias ? bias.i() : ((LinearRef.Output) ref).i();
    return sum(i, most);
  }

  private List<Token> sum(int i, int most) {
    int terms = presenter.stepper().terms(i);
    LinearSentence sentence = presenter.held().sentence(presenter.focusRow(), i, terms);
    int worked = presenter.stepper().isUnderWay() ? terms - 1 : -1;
    boolean bias = presenter.focus() instanceof LinearRef.Bias;
    List<Token> tokens = new ArrayList<>();
    for (Span span : sentence.spans(most)) {
      boolean strong = span.term() >= 0 && span.term() == worked;
      boolean lit = bias && span.role() == LinearSentence.Role.BIAS;
      tokens.add(token(span, strong || lit));
    }
    return tokens;
  }

  private static Token token(Span span, boolean worked) {
    return switch (span.role()) {
      case NAME -> new Token(span.text(), Tone.PLAIN, Part.TEXT, -1, true);
      case OPERATOR -> {
        boolean plus = span.text().contains("+");
        yield new Token(span.text(), Tone.MUTED, plus ? Part.PLUS : Part.TEXT, span.term(), false);
      }
      case WEIGHT -> new Token(span.text(), Tone.ROW, Part.LEFT_FACTOR, span.term(), worked);
      case INPUT -> new Token(span.text(), Tone.COLUMN, Part.RIGHT_FACTOR, span.term(), worked);
      case BIAS -> new Token(span.text(), Tone.RESULT, Part.LEFT_FACTOR, span.term(), worked);
      case ELLIPSIS -> Token.text(span.text(), Tone.MUTED);
      case RESULT -> new Token(span.text(), Tone.PLAIN, Part.SUM, -1, true);
    };
  }

  /** "W₁₂·x₂ = 0.2·2 = 0.4, 13 % of y₁". */
  private List<Token> product(LinearRef.Weight weight) {
    int row = presenter.focusRow();
    Held held = presenter.held();
    LinearSentence sentence = held.sentence(row, weight.i(), held.layer().inputs() + 1);
    String value = Numbers.cell(held.product(row, weight.i(), weight.j()));
    String y = LinearNames.output(presenter.x().rows(), row, weight.i());
    List<Token> tokens = new ArrayList<>();
    tokens.add(Token.text(sentence.symbol(weight.j()) + " = ", Tone.MUTED));
    for (Span span : sentence.spans(Math.max(2, held.layer().inputs() + 1))) {
      boolean sign = span.role() == LinearSentence.Role.OPERATOR && !span.text().contains("·");
      if (span.term() == weight.j() && !sign) {
        tokens.add(token(span, true));
      }
    }
    tokens.add(Token.text(" = ", Tone.MUTED));
    tokens.add(new Token(value, Tone.PLAIN, Part.SUM, -1, true));
    tokens.add(
        Token.text(
            "  " + Texts.get("linear.line.of", y, Numbers.cell(presenter.y().get(row, weight.i()))),
            Tone.MUTED));
    return tokens;
  }

  /** "x₂ = 2 adds 0.4 to y₁, 1.2 to y₂, 2 to y₃". */
  private List<Token> shares(int j, int most) {
    int row = presenter.focusRow();
    int batch = presenter.x().rows();
    Held held = presenter.held();
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token(LinearNames.input(batch, row, j), Tone.COLUMN, Part.TEXT, j, false));
    tokens.add(Token.text(" = ", Tone.MUTED));
    tokens.add(
        new Token(Numbers.cell(held.x().get(row, j)), Tone.COLUMN, Part.RIGHT_FACTOR, j, true));
    tokens.add(Token.text(" " + Texts.get("linear.line.adds"), Tone.MUTED));
    int outputs = held.layer().outputs();
    for (int i = 0; i < Math.min(outputs, most); i++) {
      String to = Texts.get("linear.line.to", LinearNames.output(batch, row, i));
      String end = i < outputs - 1 ? "," : "";
      tokens.add(new Token(" ", Tone.MUTED, Part.PLUS, -1, false));
      tokens.add(new Token(Numbers.cell(held.product(row, i, j)), Tone.PLAIN, Part.SUM, i, true));
      tokens.add(Token.text(" " + to + end, Tone.MUTED));
    }
    if (outputs > most) {
      tokens.add(Token.text(" …", Tone.MUTED));
    }
    return tokens;
  }
}

package org.inferscope.tab.network.stage;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Token.Part;
import org.inferscope.ui.paint.Tone;

/** Writes the unit or weight in focus out as a sum, or as a product. */
final class LineWriter {
  /** More terms would make the type too small to read from the back of a class. */
  private static final int MOST_TERMS = 8;

  private static final int DIGITS = 3;

  private final NetworkPresenter presenter;

  LineWriter(NetworkPresenter presenter) {
    this.presenter = presenter;
  }

  /**
   * Writes the line; empty before the first result.
   *
   * @param room as many characters as fit
   */
  List<Token> write(int room) {
    return presenter.shown().map(shown -> write(shown, room)).orElse(List.of());
  }

  private List<Token> write(Shown shown, int room) {
    Ablations.Target target = presenter.focus();
    if (!Ablations.isInside(shown.plan(), target)) {
      return List.of();
    }
    if (target instanceof Ablations.Link link) {
      return link(shown, link);
    }
    Ablations.Unit unit = (Ablations.Unit) target;
    return unit.column() == 0 ? input(shown, unit) : unit(shown, unit, room);
  }

  private static List<Token> input(Shown shown, Ablations.Unit unit) {
    List<Token> tokens = new ArrayList<>();
    String name = UnitNames.value(shown.plan(), 0, unit.i());
    tokens.add(new Token(name, Tone.PLAIN, Part.TEXT, -1, true));
    tokens.add(Token.text(" = ", Tone.MUTED));
    float value = shown.trace().column(0).get(shown.trace().row(), unit.i());
    tokens.add(sum(value));
    return tokens;
  }

  private List<Token> unit(Shown shown, Ablations.Unit unit, int room) {
    if (presenter.flow().isHidden(unit.column())) {
      return symbols(shown.plan(), unit);
    }
    Trace trace = shown.trace();
    NetworkLayer layer = trace.network().layer(unit.column() - 1);
    int most = Math.min(layer.inputs(), MOST_TERMS);
    List<Token> line = sum(shown, layer, unit, most);
    while (length(line) > room && most > 1) {
      most--;
      line = sum(shown, layer, unit, most);
    }
    return line;
  }

  private static int length(List<Token> line) {
    return line.stream().mapToInt(token -> token.text().length()).sum();
  }

  /** "z₅ = W₅·h + b₅", while nothing is computed. */
  private static List<Token> symbols(NetworkPlan plan, Ablations.Unit unit) {
    String before = unit.column() == 1 ? "x" : "h";
    return List.of(
        new Token(UnitNames.sum(unit.i()), Tone.PLAIN, Part.TEXT, -1, true),
        Token.text(" = ", Tone.MUTED),
        new Token(DotProductText.name("W", unit.i()), Tone.ROW, Part.TEXT, -1, false),
        Token.text("·", Tone.MUTED),
        new Token(before, Tone.COLUMN, Part.TEXT, -1, false),
        Token.text(" + ", Tone.MUTED),
        new Token(DotProductText.name("b", unit.i()), Tone.RESULT, Part.TEXT, -1, false),
        Token.text(
            "  " + plan.layers().get(unit.column() - 1).activation().title() + " → ?", Tone.MUTED));
  }

  /** The sum with its numbers: all terms in order, or the largest and dots for the others. */
  private static List<Token> sum(Shown shown, NetworkLayer layer, Ablations.Unit unit, int most) {
    Trace trace = shown.trace();
    int i = unit.i();
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token(UnitNames.sum(i), Tone.PLAIN, Part.TEXT, -1, true));
    tokens.add(Token.text(" = ", Tone.MUTED));
    int[] terms = Terms.of(trace, unit).largest(most);
    for (int k = 0; k < terms.length; k++) {
      if (k > 0) {
        tokens.add(new Token(" + ", Tone.MUTED, Part.PLUS, -1, false));
      }
      term(tokens, Terms.of(trace, unit), terms[k]);
    }
    if (terms.length < layer.inputs()) {
      tokens.add(Token.text(" + …", Tone.MUTED));
    }
    tokens.add(new Token(" + ", Tone.MUTED, Part.PLUS, -1, false));
    float b = layer.b().get(i, 0);
    tokens.add(new Token(factor(b), Tone.RESULT, Part.LEFT_FACTOR, layer.inputs(), false));
    tokens.add(Token.text(" = ", Tone.MUTED));
    tokens.add(sum(trace.preActivations(unit.column() - 1)[i]));
    after(tokens, trace, layer.activation(), unit);
    return tokens;
  }

  private static void term(List<Token> tokens, Terms terms, int j) {
    tokens.add(new Token(factor(terms.weight(j)), Tone.ROW, Part.LEFT_FACTOR, j, false));
    tokens.add(Token.text("·", Tone.MUTED));
    tokens.add(new Token(factor(terms.input(j)), Tone.COLUMN, Part.RIGHT_FACTOR, j, false));
  }

  /** ", ReLU → 0.31". */
  private static void after(
      List<Token> tokens, Trace trace, Activation activation, Ablations.Unit unit) {
    boolean off = trace.off().has(unit.column(), unit.i());
    if (!off && activation == Activation.IDENTITY) {
      return;
    }
    String what = off ? Texts.get("networkstage.line.off") : activation.title();
    tokens.add(Token.text(", " + what + " → ", Tone.MUTED));
    tokens.add(sum(trace.column(unit.column()).get(trace.row(), unit.i())));
  }

  /** "W₅₂·h₂ = 0.3·0.5 = 0.15". */
  private static List<Token> link(Shown shown, Ablations.Link link) {
    Terms terms = Terms.of(shown.trace(), new Ablations.Unit(link.layer() + 1, link.i()));
    List<Token> tokens = new ArrayList<>();
    String h = UnitNames.value(shown.plan(), link.layer(), link.j());
    tokens.add(
        Token.text(DotProductText.name("W", link.i(), link.j()) + "·" + h + " = ", Tone.MUTED));
    term(tokens, terms, link.j());
    tokens.add(Token.text(" = ", Tone.MUTED));
    tokens.add(sum((float) terms.product(link.j())));
    return tokens;
  }

  private static Token sum(float value) {
    return new Token(Numbers.cell(value), Tone.PLAIN, Part.SUM, -1, true);
  }

  /** A number in few digits, negative ones in parentheses. */
  private static String factor(float value) {
    String text = ShortNumbers.rounded(value, DIGITS);
    return value < 0 ? "(" + text + ")" : text;
  }
}

package org.inferscope.tab.network.stage;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Token.Part;
import org.inferscope.ui.paint.Tone;

/**
 * Writes the unit or weight in focus out as a sum, or as a product; while the animation runs, what
 * its step does to a unit of the layer at work.
 */
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
    Flow flow = presenter.flow();
    if (flow.isUnderWay()) {
      int column = flow.layer() + 1;
      boolean there = target instanceof Ablations.Unit unit && unit.column() == column;
      int i = there ? ((Ablations.Unit) target).i() : lowest(shown.trace(), column - 1);
      return step(shown, new Ablations.Unit(column, i), flow.step(), room);
    }
    if (target instanceof Ablations.Link link) {
      return link(shown, link);
    }
    Ablations.Unit unit = (Ablations.Unit) target;
    return unit.column() == 0 ? input(shown, unit) : whole(shown, unit, room);
  }

  /** The unit whose z is lowest: what ReLU does is best seen on it. */
  private static int lowest(Trace trace, int l) {
    float[] z = trace.preActivations(l);
    int lowest = 0;
    for (int i = 1; i < z.length; i++) {
      lowest = z[i] < z[lowest] ? i : lowest;
    }
    return lowest;
  }

  private static List<Token> input(Shown shown, Ablations.Unit unit) {
    float value = shown.trace().column(0).get(shown.trace().row(), unit.i());
    List<Token> tokens = named(UnitNames.value(shown.plan(), 0, unit.i()));
    tokens.add(sum(value));
    return tokens;
  }

  private static List<Token> step(Shown shown, Ablations.Unit unit, Flow.Step step, int room) {
    Trace trace = shown.trace();
    int l = unit.column() - 1;
    NetworkLayer layer = trace.network().layer(l);
    float sum = trace.sums(l)[unit.i()];
    float z = trace.preActivations(l)[unit.i()];
    String name = UnitNames.sum(unit.i());
    return switch (step) {
      case MATMUL ->
          fitted(
              room,
              shown,
              unit,
              line -> {
                equals(line);
                line.add(sum(sum));
              });
      case BIAS -> {
        List<Token> line = named(name);
        line.add(sum(sum));
        bias(line, layer, unit.i());
        equals(line);
        line.add(sum(z));
        yield line;
      }
      case ACTIVATION -> {
        List<Token> line = named(name);
        line.add(sum(z));
        after(line, trace, layer.activation(), unit);
        yield line;
      }
    };
  }

  /** "z₅ = 0.12·0.5 + … + 0 = 0.31, ReLU → 0.31". */
  private static List<Token> whole(Shown shown, Ablations.Unit unit, int room) {
    Trace trace = shown.trace();
    NetworkLayer layer = trace.network().layer(unit.column() - 1);
    return fitted(
        room,
        shown,
        unit,
        line -> {
          bias(line, layer, unit.i());
          equals(line);
          line.add(sum(trace.preActivations(unit.column() - 1)[unit.i()]));
          after(line, trace, layer.activation(), unit);
        });
  }

  /** What stands after the products. */
  private interface Ending {
    void addTo(List<Token> line);
  }

  /** As many products as fit, and an ending. */
  private static List<Token> fitted(int room, Shown shown, Ablations.Unit unit, Ending ending) {
    Terms terms = Terms.of(shown.trace(), unit);
    int most = Math.min(terms.count(), MOST_TERMS);
    List<Token> line = products(terms, most, ending);
    while (length(line) > room && most > 1) {
      most--;
      line = products(terms, most, ending);
    }
    return line;
  }

  private static int length(List<Token> line) {
    return line.stream().mapToInt(token -> token.text().length()).sum();
  }

  /** All products in order, or the largest and dots for the others. */
  private static List<Token> products(Terms terms, int most, Ending ending) {
    List<Token> tokens = named(UnitNames.sum(terms.unit().i()));
    int[] largest = terms.largest(most);
    for (int k = 0; k < largest.length; k++) {
      if (k > 0) {
        plus(tokens);
      }
      term(tokens, terms, largest[k]);
    }
    if (largest.length < terms.count()) {
      tokens.add(Token.text(" + …", Tone.MUTED));
    }
    ending.addTo(tokens);
    return tokens;
  }

  private static List<Token> named(String name) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token(name, Tone.PLAIN, Part.TEXT, -1, true));
    equals(tokens);
    return tokens;
  }

  private static void plus(List<Token> tokens) {
    tokens.add(new Token(" + ", Tone.MUTED, Part.PLUS, -1, false));
  }

  private static void equals(List<Token> tokens) {
    tokens.add(Token.text(" = ", Tone.MUTED));
  }

  private static void bias(List<Token> tokens, NetworkLayer layer, int i) {
    plus(tokens);
    String b = factor(layer.b().get(i, 0));
    tokens.add(new Token(b, Tone.RESULT, Part.LEFT_FACTOR, layer.inputs(), false));
  }

  private static void term(List<Token> tokens, Terms terms, int j) {
    tokens.add(new Token(factor(terms.weight(j)), Tone.ROW, Part.LEFT_FACTOR, j, false));
    tokens.add(Token.text("·", Tone.MUTED));
    tokens.add(new Token(factor(terms.input(j)), Tone.COLUMN, Part.RIGHT_FACTOR, j, false));
  }

  /** ", ReLU → 0.31"; nothing where the sum is what the unit gives. */
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
    String name = DotProductText.name("W", link.i(), link.j()) + "·" + h;
    tokens.add(Token.text(name, Tone.MUTED));
    equals(tokens);
    term(tokens, terms, link.j());
    equals(tokens);
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

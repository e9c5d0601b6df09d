package org.inferscope.tab.matmul;

import java.util.Optional;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.model.matmul.Region;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in one sentence what is happening on the stage. Pure. */
final class Narrator {
  private final Matrix a;
  private final Matrix b;

  Narrator(Matrix a, Matrix b) {
    this.a = a;
    this.b = b;
  }

  /** The sentence for predict mode: what the last answer came to, then the question. */
  static String ask(PredictGame game) {
    Optional<PredictGame.Verdict> verdict = game.verdict();
    String question = game.asked().isPresent() ? game.question() : Texts.get("matmul.predict.end");
    return verdict.map(said -> said.sentence() + "  " + question).orElse(question);
  }

  /** The sentence for a moment. */
  String say(Moment moment) {
    if (moment.isBeforeStart()) {
      return moment.program().algorithm().meaning();
    }
    if (moment.shown().isFinished()) {
      return Texts.get(
          "matmul.say.done",
          Numbers.count(moment.shown().counters().multiplies()),
          Numbers.count(moment.shown().counters().adds()));
    }
    if (moment.motion() == Moment.Motion.SWEEP) {
      return sweep(moment.shown());
    }
    boolean group =
        moment.motion() == Moment.Motion.GROUP || (!moment.isMoving() && moment.work().size() > 1);
    return switch (moment.program().algorithm()) {
      case DOT -> group ? element(moment.focus()) : term(moment.focus());
      case ROW -> row(moment.focus());
      case COLUMN -> column(moment.focus());
      case OUTER -> outer(moment.focus());
      case TILED -> tile(moment);
      case SYSTOLIC -> clock(moment);
    };
  }

  private static String sweep(MatmulFrame frame) {
    int complete = 0;
    for (Cell cell : frame.program().completionOrder()) {
      complete += frame.complete(cell.row(), cell.column()) ? 1 : 0;
    }
    return Texts.get(
        "matmul.say.sweep", one(complete - 1), one(frame.program().completionOrder().size() - 1));
  }

  private String term(MultiplyAdd at) {
    String name = DotProductText.name("C", at.i(), at.j());
    String product =
        Numbers.cell(a.get(at.i(), at.k()))
            + "·"
            + DotProductText.factor(b.get(at.k(), at.j()))
            + " = "
            + Numbers.cell(a.get(at.i(), at.k()) * b.get(at.k(), at.j()));
    return at.k() == 0
        ? Texts.get("matmul.say.firstTerm", name, one(at.i()), one(at.j()), product)
        : Texts.get("matmul.say.term", name, one(at.k()), one(a.cols() - 1), product);
  }

  private static String element(MultiplyAdd at) {
    String name = DotProductText.name("C", at.i(), at.j());
    return Texts.get("matmul.say.element", name, one(at.i()), one(at.j()));
  }

  private String row(MultiplyAdd at) {
    String factor = Numbers.cell(a.get(at.i(), at.k()));
    return Texts.get("matmul.say.row", one(at.i()), factor, one(at.k()));
  }

  private String column(MultiplyAdd at) {
    String factor = Numbers.cell(b.get(at.k(), at.j()));
    return Texts.get("matmul.say.column", one(at.j()), factor, one(at.k()));
  }

  private String outer(MultiplyAdd at) {
    return Texts.get("matmul.say.outer", one(at.k()), one(a.cols() - 1));
  }

  private static String tile(Moment moment) {
    Region c = moment.spotlight().c();
    Region terms = moment.spotlight().a();
    return Texts.get(
        "matmul.say.tile",
        range(c.top(), c.bottom()),
        range(c.left(), c.right()),
        range(terms.left(), terms.right()),
        Numbers.count(moment.memory().used()));
  }

  private static String clock(Moment moment) {
    return Texts.get("matmul.say.clock", one(moment.tick()));
  }

  private static String range(int from, int to) {
    return to == from + 1 ? one(from) : one(from) + "–" + one(to - 1);
  }

  /** An index as people count. */
  private static String one(int index) {
    return Numbers.count(index + 1L);
  }
}

package org.inferscope.model.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.tensor.NumberParser;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Parsed;
import org.inferscope.text.Texts;

/**
 * Guessing the elements of C one after another. Every answer that is a number, right or wrong, goes
 * on to the next element; a text that is none changes nothing but the verdict. Immutable, so that
 * it can be part of a state that is undone; any thread.
 *
 * @param factors what is multiplied
 * @param order the elements in the order they are asked for
 * @param answered how many were answered
 * @param right how many of these were right
 * @param streak how many right answers came last in a row
 * @param bestStreak the longest such row
 * @param verdict on the last answer; empty before the first
 */
public record PredictGame(
    Factors factors,
    List<Cell> order,
    int answered,
    int right,
    int streak,
    int bestStreak,
    Optional<Verdict> verdict) {
  /** Copies the list. */
  public PredictGame {
    order = List.copyOf(order);
  }

  /** What became of an answer. */
  public sealed interface Verdict {
    /** The element that was asked for. */
    Cell cell();

    /** What to tell the person; where it was a number, with the worked dot product. */
    String sentence();
  }

  /** The number is right. */
  public record Right(Cell cell, String sentence) implements Verdict {}

  /** The number is wrong. */
  public record Wrong(Cell cell, String sentence) implements Verdict {}

  /** The text is no number; the sentence says what is expected. */
  public record Unreadable(Cell cell, String sentence) implements Verdict {}

  /** A new game on these matrices that asks for elements as the program completes them. */
  public static PredictGame start(Factors factors, MatmulProgram program) {
    return new PredictGame(factors, program.completionOrder(), 0, 0, 0, 0, Optional.empty());
  }

  /** The element asked for now; empty when all were answered. */
  public Optional<Cell> asked() {
    return answered < order.size() ? Optional.of(order.get(answered)) : Optional.empty();
  }

  /** Whether C[i,j] has been answered, so that it may be shown. */
  public boolean reveals(int i, int j) {
    return order.indexOf(new Cell(i, j)) < answered;
  }

  /** The question: "What is C₁₁? Row 1 of A times column 1 of B."; empty at the end. */
  public String question() {
    return asked()
        .map(
            cell ->
                Texts.get(
                    "matmulmodel.predict.question",
                    DotProductText.name("C", cell.row(), cell.column()),
                    Numbers.count(cell.row() + 1L),
                    Numbers.count(cell.column() + 1L)))
        .orElse("");
  }

  /** The score: "3 of 4 right, 2 in a row". */
  public String score() {
    return Texts.get(
        "matmulmodel.predict.score",
        Numbers.count(right),
        Numbers.count(answered),
        Numbers.count(streak));
  }

  /**
   * The game after an answer.
   *
   * @param text what was typed: a whole number, a decimal or a fraction
   * @throws IllegalStateException when nothing is asked for any more
   */
  public PredictGame answer(String text) {
    Cell cell = asked().orElseThrow(() -> new IllegalStateException("nothing is asked for"));
    Parsed parsed = NumberParser.parse(text);
    if (parsed instanceof Parsed.Value value) {
      return judged(cell, value.value());
    }
    String reason = ((Parsed.Bad) parsed).reason();
    return with(answered, right, streak, new Unreadable(cell, reason));
  }

  private PredictGame judged(Cell cell, double guess) {
    int i = cell.row();
    int j = cell.column();
    int k = factors.a().cols();
    double exact = Dot.float64(factors.a(), factors.b(), i, j, k);
    double magnitude = Dot.magnitude(factors.a(), factors.b(), i, j);
    String worked = DotProductText.text(factors.a(), factors.b(), i, j);
    if (AnswerRule.accepts(guess, exact, magnitude)) {
      String sentence = Texts.get("matmulmodel.predict.right", worked);
      return with(answered + 1, right + 1, streak + 1, new Right(cell, sentence));
    }
    String sentence = Texts.get("matmulmodel.predict.wrong", Numbers.cell(guess), worked);
    return with(answered + 1, right, 0, new Wrong(cell, sentence));
  }

  private PredictGame with(int nowAnswered, int nowRight, int nowStreak, Verdict now) {
    int best = Math.max(bestStreak, nowStreak);
    return new PredictGame(
        factors, order, nowAnswered, nowRight, nowStreak, best, Optional.of(now));
  }
}

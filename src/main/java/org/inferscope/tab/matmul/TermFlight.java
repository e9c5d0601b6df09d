package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.tab.matmul.Flights.Flight;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Tone;

/**
 * Terms of a dot product in the air: a value of A and a value of B meet as "2·9 = 18" and drop into
 * the running sum; or, for a whole element, all terms land in the line and their sum comes back.
 */
final class TermFlight {
  /** The phase at which the last term of a whole element has landed in the line. */
  static final double SPREAD = 0.62;

  /** The phase at which the sum of a whole element shows in the line. */
  static final double SUM_AT = 0.66;

  private static final double MET = 0.38;
  private static final double DROPS = 0.6;
  private static final double ONE_TERM = 0.3;

  private TermFlight() {}

  /** One multiply-add. */
  static List<Chip> single(Flight flight) {
    MultiplyAdd at = flight.moment().focus();
    float left = flight.a().get(at.i(), at.k());
    float right = flight.b().get(at.k(), at.j());
    StageLayout layout = flight.layout();
    Box goal = layout.c().cell(at.i(), at.j());
    String product =
        Numbers.cell(left)
            + "·"
            + DotProductText.factor(right)
            + " = "
            + Numbers.cell(left * right);
    Box meeting = flight.boxFor(product, goal.centerX(), goal.y() - flight.type() * 1.1);
    double phase = flight.phase();
    if (phase >= MET) {
      Box at0 = meeting.towards(small(goal, meeting), Ease.drop(phase, DROPS, Moment.LANDED));
      double alpha = 1 - Ease.between(phase, Moment.LANDED - 0.04, 1);
      return List.of(flight.chip(at0, product, Tone.RESULT, alpha));
    }
    double t = Ease.between(phase, 0, MET);
    Box fromA = layout.a().cell(at.i(), at.k());
    Box fromB = layout.b().cell(at.k(), at.j());
    String textA = Numbers.cell(left);
    String textB = Numbers.cell(right);
    Box metA = flight.boxFor(textA, meeting.x() + meeting.w() * 0.28, meeting.centerY());
    Box metB = flight.boxFor(textB, meeting.x() + meeting.w() * 0.72, meeting.centerY());
    return List.of(
        flight.chip(start(flight, textA, fromA).towards(metA, t), textA, Tone.ROW, 1),
        flight.chip(start(flight, textB, fromB).towards(metB, t), textB, Tone.COLUMN, 1));
  }

  private static Box start(Flight flight, String text, Box cell) {
    return flight.boxFor(text, cell.centerX(), cell.centerY());
  }

  private static Box small(Box goal, Box chip) {
    return Box.around(goal.centerX(), goal.centerY(), Math.min(chip.w(), goal.w()), chip.h());
  }

  /** A whole element: its terms one shortly after the other, then the sum. */
  static List<Chip> dot(Flight flight) {
    List<Chip> chips = new ArrayList<>();
    MultiplyAdd at = flight.moment().focus();
    int terms = flight.moment().program().k();
    double phase = flight.phase();
    for (int k = 0; k < terms; k++) {
      double lands = SPREAD * (k + 1) / terms;
      double t = Ease.between(phase, Math.max(0, lands - ONE_TERM), lands);
      if (t > 0 && t < 1) {
        fly(flight, chips, flight.layout().a().cell(at.i(), k), Token.Part.LEFT_FACTOR, k, t);
        fly(flight, chips, flight.layout().b().cell(k, at.j()), Token.Part.RIGHT_FACTOR, k, t);
      }
    }
    if (phase > SUM_AT) {
      home(flight, chips, at);
    }
    return chips;
  }

  private static void fly(
      Flight flight, List<Chip> chips, Box from, Token.Part part, int k, double t) {
    MultiplyAdd at = flight.moment().focus();
    boolean left = part == Token.Part.LEFT_FACTOR;
    float value = left ? flight.a().get(at.i(), k) : flight.b().get(k, at.j());
    String text = Numbers.cell(value);
    Box to = flight.line().find(part, k).orElse(flight.layout().line());
    Box start = start(flight, text, from);
    Box end = Box.around(to.centerX(), to.centerY(), start.w(), start.h());
    chips.add(flight.chip(start.towards(end, t), text, left ? Tone.ROW : Tone.COLUMN, 1));
  }

  private static void home(Flight flight, List<Chip> chips, MultiplyAdd at) {
    double t = Ease.between(flight.phase(), SUM_AT, Moment.LANDED);
    String text = Numbers.cell(flight.moment().after().c(at.i(), at.j()));
    Box from = flight.line().find(Token.Part.SUM, -1).orElse(flight.layout().line());
    Box cell = flight.layout().c().cell(at.i(), at.j());
    Box end = start(flight, text, cell);
    Box start = Box.around(from.centerX(), from.centerY(), end.w(), end.h());
    double alpha = 1 - Ease.between(flight.phase(), Moment.LANDED, 1);
    chips.add(flight.chip(start.towards(end, t), text, Tone.RESULT, alpha));
  }
}

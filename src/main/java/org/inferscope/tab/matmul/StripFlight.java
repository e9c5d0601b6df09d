package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.tab.matmul.Flights.Flight;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.paint.Tone;

/**
 * A whole row of B on its way to a row of C, or a column of A to a column of C: it comes to hover
 * beside its goal, is scaled by one number there, and drops in.
 */
final class StripFlight {
  private static final double ARRIVED = 0.4;
  private static final double SCALED = 0.52;
  private static final double DROPS = 0.66;

  private StripFlight() {}

  /** Row k of B times A[i,k], into row i of C. */
  static List<Chip> row(Flight flight) {
    MultiplyAdd at = flight.moment().focus();
    StageLayout layout = flight.layout();
    List<Chip> chips = new ArrayList<>();
    double lift = -Math.max(layout.c().cellH() * 0.85, flight.type() * 1.7);
    float scale = flight.a().get(at.i(), at.k());
    for (int j = 0; j < layout.c().cols(); j++) {
      Box goal = layout.c().cell(at.i(), j);
      Box from = layout.b().cell(at.k(), j);
      strip(flight, chips, from, goal, goal.moved(0, lift), flight.b().get(at.k(), j), scale);
    }
    Box first = layout.c().cell(at.i(), 0);
    Box beside = first.moved(-first.w() * 0.5 - flight.type() * 1.6, lift);
    scaler(flight, chips, layout.a().cell(at.i(), at.k()), beside, scale, Tone.ROW);
    return chips;
  }

  /** Column k of A times B[k,j], into column j of C. */
  static List<Chip> column(Flight flight) {
    MultiplyAdd at = flight.moment().focus();
    StageLayout layout = flight.layout();
    List<Chip> chips = new ArrayList<>();
    double aside = -Math.max(layout.c().cellW() * 0.8, flight.type() * 2.4);
    float scale = flight.b().get(at.k(), at.j());
    for (int i = 0; i < layout.c().rows(); i++) {
      Box goal = layout.c().cell(i, at.j());
      Box from = layout.a().cell(i, at.k());
      strip(flight, chips, from, goal, goal.moved(aside, 0), flight.a().get(i, at.k()), scale);
    }
    Box first = layout.c().cell(0, at.j());
    Box above = first.moved(aside, -first.h() * 0.5 - flight.type() * 1.2);
    scaler(flight, chips, layout.b().cell(at.k(), at.j()), above, scale, Tone.COLUMN);
    return chips;
  }

  private static void strip(
      Flight flight, List<Chip> chips, Box from, Box goal, Box hover, float value, float scale) {
    double phase = flight.phase();
    boolean scaled = phase >= SCALED;
    boolean row = flight.moment().program().algorithm() == Algorithm.ROW;
    Tone tone = scaled ? Tone.RESULT : row ? Tone.COLUMN : Tone.ROW;
    Box at =
        phase < ARRIVED
            ? from.towards(hover, Ease.between(phase, 0, ARRIVED))
            : hover.towards(goal, Ease.drop(phase, DROPS, Moment.LANDED));
    double alpha = 1 - Ease.between(phase, Moment.LANDED, 1);
    chips.add(flight.chip(at, Numbers.cell(scaled ? value * scale : value), tone, alpha));
  }

  private static void scaler(
      Flight flight, List<Chip> chips, Box from, Box to, float value, Tone tone) {
    String text = DotProductText.factor(value) + " ·";
    Box start = flight.boxFor(text, from.centerX(), from.centerY());
    Box end = flight.boxFor(text, to.centerX(), to.centerY());
    double alpha = 1 - Ease.between(flight.phase(), SCALED, DROPS);
    double t = Ease.between(flight.phase(), 0.06, ARRIVED);
    if (alpha > 0) {
      chips.add(flight.chip(start.towards(end, t), text, tone, alpha));
    }
  }
}

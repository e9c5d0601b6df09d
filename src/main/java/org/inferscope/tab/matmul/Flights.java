package org.inferscope.tab.matmul;

import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.Tone;

/**
 * Which values are in the air at a moment, and where. Pure, so that a movement can be scrubbed and
 * painted anywhere.
 */
final class Flights {
  private Flights() {}

  /**
   * The values in the air.
   *
   * @param line the line under the stage, where terms of a dot product land
   * @param type size of the numbers in cells, in pixels
   */
  static List<Chip> at(
      Moment moment, StageLayout layout, LineLayout line, Matrix a, Matrix b, double type) {
    double smallest = layout.px(13);
    Flight flight = new Flight(moment, layout, line, a, b, Math.max(type, smallest));
    return switch (moment.motion()) {
      case REST, SWEEP, MARCH -> List.of();
      case TERM -> TermFlight.single(flight);
      case GROUP -> group(flight);
    };
  }

  private static List<Chip> group(Flight flight) {
    Algorithm algorithm = flight.moment().program().algorithm();
    return switch (algorithm) {
      case ROW -> StripFlight.row(flight);
      case COLUMN -> StripFlight.column(flight);
      case OUTER -> LayerFlight.outer(flight);
      case TILED -> LayerFlight.tile(flight);
      default -> TermFlight.dot(flight);
    };
  }

  /** What all flights are computed from. */
  record Flight(
      Moment moment, StageLayout layout, LineLayout line, Matrix a, Matrix b, double type) {
    double phase() {
      return moment.phase();
    }

    /** A box for a text in this flight's type, around a centre. */
    Box boxFor(String text, double centerX, double centerY) {
      double width = Math.max(2.2, text.length() + 1.1) * type * Brush.DIGIT_ASPECT;
      return Box.around(centerX, centerY, width, type * 1.55).clampedTo(layout.workbench());
    }

    Chip chip(Box box, String text, Tone tone, double alpha) {
      return new Chip(box, text, tone, alpha, type);
    }
  }
}

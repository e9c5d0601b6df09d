package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.model.matmul.Region;
import org.inferscope.model.matmul.Spotlight;
import org.inferscope.tab.matmul.Flights.Flight;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.paint.Tone;

/**
 * A whole layer that is laid over C: an outer product, or the product of two tiles. A column and a
 * row come to the edges of the layer, the layer appears lifted, and sinks into C.
 */
final class LayerFlight {
  private static final double ARRIVED = 0.36;
  private static final double GROWN = 0.56;
  private static final double DROPS = 0.68;

  private LayerFlight() {}

  /** Column k of A and row k of B, and their product over all of C. */
  static List<Chip> outer(Flight flight) {
    MultiplyAdd at = flight.moment().focus();
    StageLayout layout = flight.layout();
    List<Chip> chips = new ArrayList<>();
    for (int i = 0; i < layout.c().rows(); i++) {
      Box from = layout.a().cell(i, at.k());
      approach(flight, chips, from, layout.c().cell(i, -0.8), flight.a().get(i, at.k()), Tone.ROW);
    }
    for (int j = 0; j < layout.c().cols(); j++) {
      Box from = layout.b().cell(at.k(), j);
      Box to = layout.c().cell(-0.9, j);
      approach(flight, chips, from, to, flight.b().get(at.k(), j), Tone.COLUMN);
    }
    layer(flight, chips, Region.all(layout.c().rows(), layout.c().cols()));
    return chips;
  }

  /** The tiles of A and B, and their product over a tile of C. */
  static List<Chip> tile(Flight flight) {
    StageLayout layout = flight.layout();
    Spotlight lit = flight.moment().spotlight();
    List<Chip> chips = new ArrayList<>();
    Region a = lit.a();
    for (int i = a.top(); i < a.bottom(); i++) {
      for (int k = a.left(); k < a.right(); k++) {
        Box to = layout.c().cell(i, lit.c().left() - 0.5 - (a.right() - k) * 0.6);
        approach(flight, chips, layout.a().cell(i, k), to, flight.a().get(i, k), Tone.ROW);
      }
    }
    Region b = lit.b();
    for (int k = b.top(); k < b.bottom(); k++) {
      for (int j = b.left(); j < b.right(); j++) {
        Box to = layout.c().cell(lit.c().top() - 0.5 - (b.bottom() - k) * 0.6, j);
        approach(flight, chips, layout.b().cell(k, j), to, flight.b().get(k, j), Tone.COLUMN);
      }
    }
    layer(flight, chips, lit.c());
    return chips;
  }

  private static void approach(
      Flight flight, List<Chip> chips, Box from, Box to, float value, Tone tone) {
    double alpha = 1 - Ease.between(flight.phase(), ARRIVED, GROWN);
    if (alpha > 0) {
      Box at = from.towards(to, Ease.between(flight.phase(), 0, ARRIVED));
      chips.add(flight.chip(at, Numbers.cell(value), tone, alpha));
    }
  }

  /** Grows out of the middle of each cell, hovers, and is gone once it has sunk in. */
  private static void layer(Flight flight, List<Chip> chips, Region region) {
    double phase = flight.phase();
    double grown = Ease.between(phase, ARRIVED, GROWN);
    if (grown <= 0 || phase >= Moment.LANDED) {
      return;
    }
    GridBox c = flight.layout().c();
    double lift = (1 - Ease.drop(phase, DROPS, Moment.LANDED)) * Math.min(c.cellH() * 0.3, 14);
    double less = (1 - grown) * (Math.min(c.cellW(), c.cellH()) - c.gap()) / 2;
    Region terms = flight.moment().spotlight().a();
    for (int i = region.top(); i < region.bottom(); i++) {
      for (int j = region.left(); j < region.right(); j++) {
        Box box = c.cell(i, j).moved(-lift, -lift).grown(-less);
        chips.add(flight.chip(box, Numbers.cell(sum(flight, terms, i, j)), Tone.RESULT, 1));
      }
    }
  }

  /** What the layer adds to C[i,j]: the terms of the lit columns of A. */
  private static float sum(Flight flight, Region terms, int i, int j) {
    float sum = 0;
    for (int k = terms.left(); k < terms.right(); k++) {
      sum += flight.a().get(i, k) * flight.b().get(k, j);
    }
    return sum;
  }
}

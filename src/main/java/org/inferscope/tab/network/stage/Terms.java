package org.inferscope.tab.network.stage;

import java.util.Arrays;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.model.network.Trace;

/**
 * The products that a unit adds up. Immutable, any thread.
 *
 * @param trace the run
 * @param unit a unit behind a layer
 */
record Terms(Trace trace, Ablations.Unit unit) {
  static Terms of(Trace trace, Ablations.Unit unit) {
    return new Terms(trace, unit);
  }

  private NetworkLayer layer() {
    return trace.network().layer(unit.column() - 1);
  }

  /** How many there are. */
  int count() {
    return layer().inputs();
  }

  /** W[i,j]; 0 where it is switched off. */
  float weight(int j) {
    boolean off = trace.off().hasLink(unit.column() - 1, unit.i(), j);
    return off ? 0 : layer().w().get(unit.i(), j);
  }

  /** h[j]. */
  float input(int j) {
    return trace.column(unit.column() - 1).get(trace.row(), j);
  }

  /** W[i,j]·h[j]. */
  double product(int j) {
    return (double) weight(j) * input(j);
  }

  /**
   * All terms in order where there are no more than so many, else the largest, largest first, but
   * for those that are 0.
   */
  int[] largest(int most) {
    int count = count();
    int[] terms = new int[Math.min(most, count)];
    if (count <= most) {
      Arrays.setAll(terms, j -> j);
      return terms;
    }
    double[] sizes = new double[most];
    int found = 0;
    for (int j = 0; j < count; j++) {
      double size = Math.abs(product(j));
      boolean counts = size > 0 || found == 0;
      if (!counts || (found == most && !(size > sizes[most - 1]))) {
        continue;
      }
      int at = found < most ? found++ : most - 1;
      while (at > 0 && size > sizes[at - 1]) {
        sizes[at] = sizes[at - 1];
        terms[at] = terms[at - 1];
        at--;
      }
      sizes[at] = size;
      terms[at] = j;
    }
    return Arrays.copyOf(terms, found);
  }
}

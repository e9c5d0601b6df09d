package org.inferscope.tab.roofline.sweep;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.theme.Role;

/**
 * Colour and mark of each implementation, the same in charts and table and from run to run:
 * OpenBLAS in the notebook's colour for NumPy, which computes with it, PyTorch in its own, the
 * others in order. Where colours repeat, the marks differ. Event thread.
 */
final class SeriesLooks {
  private static final List<Role> OTHERS = List.of(Role.BLUE, Role.PLUM, Role.GREEN, Role.RESULT);

  private static final List<ChartSeries.Mark> MARKS =
      List.of(ChartSeries.Mark.DISC, ChartSeries.Mark.SQUARE, ChartSeries.Mark.RING);

  private final List<String> others = new ArrayList<>();

  /** A look. */
  record Look(Role role, ChartSeries.Mark mark) {}

  /** Looks for these, by their stable names, and for others as they come. */
  SeriesLooks(List<String> impls) {
    impls.forEach(this::of);
  }

  Look of(KeptResult result) {
    return of(result.impl());
  }

  Look of(String impl) {
    if (impl.equals("openblas")) {
      return new Look(Role.ROW, ChartSeries.Mark.DISC);
    }
    if (impl.equals("pytorch")) {
      return new Look(Role.COLUMN, ChartSeries.Mark.SQUARE);
    }
    if (!others.contains(impl)) {
      others.add(impl);
    }
    int place = others.indexOf(impl);
    return new Look(
        OTHERS.get(place % OTHERS.size()), MARKS.get(place / OTHERS.size() % MARKS.size()));
  }
}

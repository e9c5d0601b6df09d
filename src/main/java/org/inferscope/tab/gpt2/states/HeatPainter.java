package org.inferscope.tab.gpt2.states;

import java.util.List;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/** Paints the layers × dimensions heatmap with its names. Event thread. */
final class HeatPainter {
  /** As many characters as nearly all values need: −0.1234. */
  private static final int LONGEST = 7;

  private final Brush brush;
  private final HeatmapPainter cells;
  private final ColourBar bar;
  private @Nullable NumberFit fit;
  private double fitFor;

  HeatPainter(Brush brush) {
    this.brush = brush;
    cells = new HeatmapPainter(brush);
    bar = new ColourBar(brush);
  }

  /** The widest of the rows' names. */
  double widest(List<String> names, double type) {
    return names.stream().mapToDouble(name -> brush.width(name, type)).max().orElse(0);
  }

  /**
   * Paints all of it.
   *
   * @param names of the rows
   * @param litRow the row that stands out, −1 for none
   * @param cursor the column of the cell that stands out, −1 for none
   */
  void paint(HeatLayout layout, StatesScene scene, List<String> names, int litRow, int cursor) {
    if (layout.numbered()) {
      cells.paint(layout.grid(), scene.values(), scene.limit(), fit(layout, scene));
    } else {
      cells.paintPicture(layout.grid(), scene.values(), scene.limit());
    }
    rows(layout, names, litRow);
    columns(layout, scene, cursor);
    if (litRow >= 0 && cursor >= 0) {
      cells.outlineCell(layout.grid(), litRow, cursor, Role.RESULT);
    } else if (litRow >= 0) {
      cells.outlineRow(layout.grid(), litRow, Role.RESULT);
    }
    bar.paint(layout.bar(), scene.limit());
  }

  /** Kept while cells keep their size, as it remembers its texts. */
  private NumberFit fit(HeatLayout layout, StatesScene scene) {
    double key = layout.grid().cellW() * 1e5 + layout.grid().cellH() + scene.columns() * 1e-3;
    NumberFit kept = fit;
    if (kept == null || key != fitFor) {
      kept =
          NumberFit.of(
              layout.grid().cellW() - layout.grid().gap(),
              layout.grid().cellH() - layout.grid().gap(),
              LONGEST,
              layout.unit(),
              layout.type() / layout.unit());
      fit = kept;
      fitFor = key;
    }
    return kept;
  }

  private void rows(HeatLayout layout, List<String> names, int lit) {
    int step = layout.rowStep();
    for (int i = 0; i < names.size(); i++) {
      if (i % step != 0 && i != lit) {
        continue;
      }
      Box row = layout.grid().row(i);
      double type = layout.type();
      Box place =
          new Box(layout.rows().x(), row.centerY() - type / 2, layout.rows().w(), type)
              .clampedTo(layout.rows());
      if (i == lit) {
        // Over names that it would stand on.
        brush.fill(place.grown(2 * layout.unit()), Palette.background(), 0);
      }
      brush.trailing(names.get(i), place, type, i == lit ? Palette.text() : Palette.muted());
    }
  }

  private void columns(HeatLayout layout, StatesScene scene, int cursor) {
    String longest = Numbers.count((long) scene.from() + scene.columns());
    double widest = longest.length() * layout.type() * Brush.DIGIT_ASPECT;
    int step = layout.columnStep(widest);
    for (int j = 0; j < scene.columns(); j++) {
      int dimension = scene.from() + j;
      boolean free = cursor < 0 || Math.abs(j - cursor) >= step;
      if (j == cursor || (free && dimension % step == 0)) {
        Box place =
            Box.around(
                    layout.grid().column(j).centerX(),
                    layout.ticks().centerY(),
                    widest,
                    layout.type())
                .clampedTo(layout.ticks().grown(widest / 2));
        brush.number(
            Numbers.count(dimension),
            place,
            layout.type(),
            j == cursor ? Palette.text() : Palette.muted());
      }
    }
  }
}

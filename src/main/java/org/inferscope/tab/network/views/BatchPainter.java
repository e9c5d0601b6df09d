package org.inferscope.tab.network.views;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.model.network.Histogram;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the batch view from a scene. Keeps fonts and pictures from one frame to the next, so use
 * one for one component. Event thread.
 */
final class BatchPainter {
  /** How much of the width of a cell a number may take. */
  private static final double AIRY = 0.92;

  /** Characters that the type is chosen for; longer numbers lose digits. */
  private static final int LONGEST = 7;

  private static final int MOST_FITS = 60;

  /** What the type of numbers in cells depends on; one for all inputs, so that texts are kept. */
  private record Type(double w, double h, double unit, double smallest) {
    NumberFit fit() {
      return NumberFit.of(w, h, LONGEST, unit, smallest);
    }
  }

  private final Map<Type, NumberFit> fits = new HashMap<>();
  private final Brush brush = new Brush();
  private final HeatmapPainter cells = new HeatmapPainter(brush);
  private final HistogramPainter histograms = new HistogramPainter(brush);
  private final ColumnPictures pictures;

  BatchPainter(ColumnPictures pictures) {
    this.pictures = pictures;
  }

  /**
   * Paints it all.
   *
   * @return whether everything was up to date; if not, another frame goes on
   */
  boolean paint(Graphics2D g, BatchScene scene) {
    BatchLayout layout = scene.layout();
    BatchSpec spec = layout.spec();
    double pixel = g.getTransform().getScaleX();
    brush.take(g);
    brush.fill(new Box(0, 0, spec.width(), spec.height()), Palette.background(), 0);
    brush.leadingStrong(
        scene.words().headline(), layout.headline(), spec.headType(), Palette.text());
    pictures.begin(scene.trace());
    boolean[] done = {true};
    brush.within(
        layout.view().grown(spec.px(4)),
        () -> {
          for (int c = 0; c < layout.columns().size(); c++) {
            if (layout.shows(c)) {
              done[0] &= column(scene, c, pixel);
            } else {
              pictures.forget(c);
            }
          }
        });
    gutter(scene);
    brush.leading(scene.words().footer(), layout.footer(), spec.type(), Palette.muted());
    brush.release();
    return done[0];
  }

  private boolean column(BatchScene scene, int c, double pixel) {
    BatchSpec spec = scene.layout().spec();
    BatchLayout.Column place = scene.layout().columns().get(c);
    BatchScene.ColumnWords words = scene.columns().get(c);
    brush.leadingStrong(words.title(), place.title(), spec.titleType(), Palette.text());
    first(words.shapes(), place.shape(), spec);
    for (int k = 0; k < words.figures().size(); k++) {
      first(words.figures().get(k), place.figures().get(k), spec);
    }
    GridBox grid = place.grid();
    int w = (int) Math.round(grid.width() * pixel);
    int h = (int) Math.round(grid.height() * pixel);
    double limit = scene.limits().get(c);
    boolean done = pictures.update(scene.trace(), c, limit, w, h);
    heatmap(scene, c, limit);
    Histogram histogram = pictures.of(c).histogram();
    if (histogram != null) {
      histograms.paint(place, spec, histogram, litBin(scene, c, histogram));
    }
    return done;
  }

  private static int litBin(BatchScene scene, int c, Histogram histogram) {
    BatchScene.Lit lit = scene.lit();
    if (lit.column() != c) {
      return -1;
    }
    if (!lit.hasCell()) {
      return lit.bin();
    }
    float value = scene.trace().column(c).get(lit.row(), lit.unit());
    if (!Float.isFinite(value)) {
      return -1;
    }
    return value == 0 ? histogram.bins() : histogram.binOf(value);
  }

  /** The first wording that fits; the last one cut off if none does. */
  private void first(List<String> wordings, Box box, BatchSpec spec) {
    String text = wordings.get(wordings.size() - 1);
    for (String wording : wordings) {
      if (brush.width(wording, spec.type()) <= box.w()) {
        text = wording;
        break;
      }
    }
    brush.leading(text, box, spec.type(), Palette.muted());
  }

  private void heatmap(BatchScene scene, int c, double limit) {
    GridBox grid = scene.layout().columns().get(c).grid();
    BatchSpec spec = scene.layout().spec();
    Matrix values = scene.trace().column(c);
    if (grid.gap() > 0) {
      boolean wide = grid.cellW() >= spec.px(26);
      double w = wide ? (grid.cellW() - grid.gap()) * AIRY : 1;
      Type type = new Type(w, grid.cellH() - grid.gap(), spec.unit(), spec.smallest());
      if (fits.size() > MOST_FITS) {
        fits.clear();
      }
      cells.paint(grid, values, limit, fits.computeIfAbsent(type, Type::fit));
    } else {
      BufferedImage image = pictures.of(c).image();
      Box all = grid.bounds();
      if (image != null) {
        brush.pixels(image, all);
      }
      brush.outline(all.grown(spec.unit()), Palette.cellBorder(), 0, Math.max(1, spec.unit()));
    }
    off(scene, c, grid);
    rows(scene, c, grid);
  }

  /** A cross over the columns of units that are off, while there is room for it. */
  private void off(BatchScene scene, int c, GridBox grid) {
    if (scene.trace().off().isEmpty()) {
      return;
    }
    double size = scene.layout().spec().px(5);
    for (int i = 0; i < grid.cols(); i++) {
      if (scene.trace().off().has(c, i)) {
        Box cell = grid.cell(0, i);
        Box mark = new Box(cell.centerX() - size / 2, cell.y() - size, size, size);
        brush.arrow(mark, Palette.text(), Edge.BOTTOM);
      }
    }
  }

  private void rows(BatchScene scene, int c, GridBox grid) {
    BatchScene.Lit lit = scene.lit();
    double unit = scene.layout().spec().unit();
    if (scene.trace().batch() > 1) {
      cells.outlineRow(grid, scene.row(), Role.BLUE);
    }
    if (lit.row() >= 0 && lit.row() != scene.row()) {
      Box row = grid.row(lit.row());
      brush.outline(row.grown(2 * unit), Palette.background(), 0, unit);
      brush.outline(row.grown(unit), Palette.text(), 0, unit);
    }
    if (lit.hasCell() && lit.column() == c) {
      cells.outlineCell(grid, lit.row(), lit.unit(), Role.RESULT);
    }
  }

  /** The numbers of the inputs, thinned out; that of the input in focus always. */
  private void gutter(BatchScene scene) {
    BatchLayout layout = scene.layout();
    BatchSpec spec = layout.spec();
    GridBox grid = layout.columns().get(0).grid();
    Box shape = layout.columns().get(0).shape();
    Box head = new Box(layout.gutter().x(), shape.y(), layout.gutter().w(), shape.h());
    brush.leading(scene.words().gutter(), head, spec.type(), Palette.muted());
    int shown = scene.lit().row() >= 0 ? scene.lit().row() : scene.row();
    Box kept = number(layout, grid, shown);
    int every = every(grid.cellH(), spec.type() * 1.25);
    for (int row = 0; row < grid.rows(); row = row == 0 && every > 1 ? every - 1 : row + every) {
      Box box = number(layout, grid, row);
      if (!box.overlaps(kept) && (row == 0 || !box.overlaps(number(layout, grid, 0)))) {
        write(row, box, spec, false);
      }
    }
    write(shown, kept, spec, true);
    Box arrow =
        Box.around(layout.gutter().right() - spec.px(9), kept.centerY(), spec.px(6), spec.px(8));
    brush.arrow(arrow, Role.BLUE.ink(), Edge.RIGHT);
  }

  private void write(int row, Box box, BatchSpec spec, boolean strong) {
    String text = Numbers.count(row + 1L);
    double w = text.length() * spec.type() * Brush.DIGIT_ASPECT;
    Box right = new Box(box.right() - w, box.y(), w, box.h());
    if (strong) {
      brush.strongNumber(text, right, spec.type(), Role.BLUE.ink());
    } else {
      brush.number(text, right, spec.type(), Palette.muted());
    }
  }

  private static Box number(BatchLayout layout, GridBox grid, int row) {
    BatchSpec spec = layout.spec();
    double high = spec.type() * 1.2;
    double middle = grid.row(row).centerY();
    return new Box(layout.gutter().x(), middle - high / 2, layout.gutter().w() - spec.px(14), high);
  }

  /** Every how many rows there is room for a number: 1, 2, 5 or 10 and so on. */
  static int every(double pitch, double needed) {
    int[] steps = {1, 2, 5};
    for (int ten = 1; ; ten *= 10) {
      for (int step : steps) {
        if (step * ten * pitch >= needed || ten > 1000) {
          return step * ten;
        }
      }
    }
  }
}

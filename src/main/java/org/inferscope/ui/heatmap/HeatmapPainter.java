package org.inferscope.ui.heatmap;

import java.awt.Color;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * Paints a matrix as coloured cells with their numbers, or, where cells are small or many, as one
 * picture. Use one for one matrix on screen: it keeps the picture from frame to frame. Event
 * thread.
 */
public final class HeatmapPainter {
  /** Cells narrower or lower than this, unscaled, have no room for a number. */
  private static final int LEAST_CELL = 14;

  /** As many cells as are painted one by one; more would take too much of a frame. */
  private static final int MOST_CELLS = 1024;

  /** As many frames around NaN and ∞ as are painted on a picture; more hide the picture. */
  private static final int MOST_FRAMES = 512;

  /** No colour at all, for a frame without a ground. */
  private static final Color CLEAR = new Color(0, true);

  /** How far what steps back goes towards the background. */
  static final double VEIL = 0.62;

  private static final double RADIUS = 3;

  private final Brush brush;
  private final CellColours full = new CellColours(0);
  private final CellColours back = new CellColours(VEIL);
  private final ValuePicture picture = new ValuePicture();

  public HeatmapPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Whether a grid is painted as one picture, without numbers. Such a grid best has no gap; where
   * it has one, its cells meet in the middle of it.
   */
  public static boolean isPicture(GridBox grid) {
    double least = LEAST_CELL * Metrics.scale();
    boolean small = Math.min(grid.cellW(), grid.cellH()) < least;
    return small || grid.rows() * grid.cols() > MOST_CELLS;
  }

  /**
   * Paints all values.
   *
   * @param grid where they lie; as many rows and columns as the matrix has
   * @param limit the size of value that gets the strongest colour, finite and above 0; see {@link
   *     ColourScale}
   * @param fit how numbers fit into this grid's cells
   */
  public void paint(GridBox grid, Matrix values, double limit, NumberFit fit) {
    check(grid, values, limit);
    all(grid, values, limit, fit, null);
  }

  /** Paints all values as one picture without numbers, however large the cells are. */
  public void paintPicture(GridBox grid, Matrix values, double limit) {
    check(grid, values, limit);
    picture(grid, values, limit, null);
  }

  /**
   * As {@link #paint(GridBox, Matrix, double, NumberFit)}, all but one part stepping back, and that
   * part outlined.
   */
  public void paint(GridBox grid, Matrix values, double limit, NumberFit fit, Spot spot) {
    check(grid, values, limit);
    all(grid, values, limit, fit, spot);
    outline(grid, spot);
  }

  private static void check(GridBox grid, Matrix values, double limit) {
    Args.sameLength(grid.rows(), "rows of the grid", values.rows(), "rows of the matrix");
    Args.sameLength(grid.cols(), "columns of the grid", values.cols(), "columns of the matrix");
    Args.require(limit > 0 && limit < Double.POSITIVE_INFINITY, "limit", limit, "finite and > 0");
  }

  private void all(GridBox grid, Matrix values, double limit, NumberFit fit, @Nullable Spot spot) {
    if (isPicture(grid)) {
      picture(grid, values, limit, spot);
    } else {
      full.refresh();
      back.refresh();
      cells(grid, values, limit, fit, spot);
    }
  }

  /** First all grounds, then all numbers: going from one to the other costs more than either. */
  private void cells(
      GridBox grid, Matrix values, double limit, NumberFit fit, @Nullable Spot spot) {
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        ground(grid.cell(i, j), values.get(i, j), limit, colours(spot, i, j));
      }
    }
    for (int i = 0; i < grid.rows(); i++) {
      for (int j = 0; j < grid.cols(); j++) {
        number(grid.cell(i, j), values.get(i, j), limit, fit, colours(spot, i, j));
      }
    }
  }

  private CellColours colours(@Nullable Spot spot, int i, int j) {
    return spot == null || spot.contains(i, j) ? full : back;
  }

  private void ground(Box box, float value, double limit, CellColours colours) {
    double unit = Metrics.scale();
    if (Float.isNaN(value)) {
      Color fill = colours.veiled(Palette.errorSoft());
      brush.cell(box, fill, colours.veiled(Palette.error()), RADIUS * unit, 1.5 * unit);
      return;
    }
    brush.cell(box, colours.fill(value, limit), colours.edge(value, limit), RADIUS * unit, unit);
    if (Float.isInfinite(value)) {
      brush.outline(box.grown(-2.5 * unit), colours.ink(value, limit), unit, 1.5 * unit);
    }
  }

  private void number(Box box, float value, double limit, NumberFit fit, CellColours colours) {
    String text = fit.text(value);
    if (!text.isEmpty()) {
      boolean isNumber = !Float.isNaN(value);
      Color ink = isNumber ? colours.ink(value, limit) : colours.veiled(Palette.error());
      brush.number(text, box, fit.size(), ink);
    }
  }

  private void picture(GridBox grid, Matrix values, double limit, @Nullable Spot spot) {
    double unit = Metrics.scale();
    double half = grid.gap() / 2;
    Box all = grid.bounds().grown(half);
    brush.pixels(picture.of(values, limit, spot), all);
    int[] special = picture.special();
    if (special.length > 0 && special.length <= MOST_FRAMES) {
      for (int at : special) {
        Box cell = grid.cell(at / grid.cols(), at % grid.cols()).grown(half + unit);
        brush.cell(cell, CLEAR, ValuePicture.hole(), 0, unit);
      }
    }
    brush.cell(all.grown(unit), CLEAR, Palette.cellBorder(), 0, unit);
  }

  /** An outline around row i; it lies outside the row, by {@link #outlineWidth}. */
  public void outlineRow(GridBox grid, int i, Role role) {
    outline(grid, Spot.row(i, role));
  }

  /** An outline around column j. */
  public void outlineColumn(GridBox grid, int j, Role role) {
    outline(grid, Spot.column(j, role));
  }

  /** An outline around the cell in row i, column j. */
  public void outlineCell(GridBox grid, int i, int j, Role role) {
    outline(grid, Spot.cell(i, j, role));
  }

  /** How far an outline reaches beyond what it surrounds, in pixels. */
  public static double outlineWidth() {
    return 3 * Metrics.scale();
  }

  /** A line in the role's ink with a thin rim, so that it stands out on every colour of the map. */
  private void outline(GridBox grid, Spot spot) {
    double unit = Metrics.scale();
    Box box = spot.box(grid);
    double radius = (RADIUS + 2) * unit;
    brush.outline(box.grown(3 * unit), Palette.background(), radius + unit, unit);
    brush.outline(box.grown(2 * unit), spot.role().ink(), radius, 2 * unit);
  }
}

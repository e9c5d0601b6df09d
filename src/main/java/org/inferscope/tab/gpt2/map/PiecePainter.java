package org.inferscope.tab.gpt2.map;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.heatmap.HeatmapPainter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * Paints one piece of a tensor, and keeps its picture until the piece, the part that can be seen or
 * the theme is another. Rows wider than the screen are gathered: a pixel shows the largest of the
 * values that it stands for. Event thread.
 */
final class PiecePainter {
  /** Characters of the numbers that a cell has room for. */
  private static final int LONGEST = 7;

  private final Brush brush;
  private final HeatmapPainter heatmap;
  private @Nullable Part part;
  private @Nullable Matrix values;
  private @Nullable BufferedImage picture;
  private @Nullable ColorMap colours;
  private NumberFit fit = NumberFit.of(1, 1, 1, 1, 1);
  private double fitW;
  private double fitH;

  /**
   * The part of a piece that can be seen.
   *
   * @param columns how many columns are painted: fewer than there are where they are gathered
   */
  private record Part(Matrix all, int row0, int row1, int column0, int column1, int columns) {
    @Override
    // The numbers are the same if the matrix is the same object: matrices never change.
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && all == that.all
          && row0 == that.row0
          && row1 == that.row1
          && column0 == that.column0
          && column1 == that.column1
          && columns == that.columns;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * row0 + row1) + column0;
    }
  }

  PiecePainter(Brush brush) {
    this.brush = brush;
    heatmap = new HeatmapPainter(brush);
  }

  /**
   * Paints what can be seen of it.
   *
   * @param pixels device pixels of a pixel of user space
   */
  void paint(Piece piece, GridBox grid, Box visible, double pixels) {
    Part wanted = part(piece, grid, visible, pixels);
    if (wanted.row1() <= wanted.row0() || wanted.column1() <= wanted.column0()) {
      return;
    }
    boolean other = !wanted.equals(part);
    Matrix seen = values;
    if (other || seen == null) {
      seen = cut(wanted);
      values = seen;
      part = wanted;
      picture = null;
    }
    int span = wanted.column1() - wanted.column0();
    GridBox cells =
        new GridBox(
            grid.x() + wanted.column0() * grid.cellW(),
            grid.y() + wanted.row0() * grid.cellH(),
            seen.rows(),
            seen.cols(),
            grid.cellW() * span / seen.cols(),
            grid.cellH(),
            0);
    if (piece.look() == Piece.Look.SIGNED) {
      heatmap.paint(cells, seen, piece.limit(), fit(cells));
    } else {
      mapped(piece, wanted, seen, cells);
    }
  }

  private static Part part(Piece piece, GridBox grid, Box visible, double pixels) {
    int row0 = held((visible.y() - grid.y()) / grid.cellH(), grid.rows());
    int row1 = held(Math.ceil((visible.bottom() - grid.y()) / grid.cellH()), grid.rows());
    int column0 = held((visible.x() - grid.x()) / grid.cellW(), grid.cols());
    int column1 = held(Math.ceil((visible.right() - grid.x()) / grid.cellW()), grid.cols());
    int span = column1 - column0;
    int most = (int) Math.max(1, Math.round(span * grid.cellW() * pixels));
    return new Part(piece.values(), row0, row1, column0, column1, Math.min(span, most));
  }

  private static int held(double at, int most) {
    return (int) Math.max(0, Math.min(most, Math.floor(at)));
  }

  private static Matrix cut(Part part) {
    int rows = part.row1() - part.row0();
    int columns = part.columns();
    int span = part.column1() - part.column0();
    float[] cut = new float[rows * columns];
    FloatBuffer all = part.all().buffer();
    for (int i = 0; i < rows; i++) {
      int start = (part.row0() + i) * part.all().cols() + part.column0();
      for (int j = 0; j < columns; j++) {
        int from = (int) ((long) j * span / columns);
        int to = (int) ((long) (j + 1) * span / columns);
        cut[i * columns + j] = largest(all, start + from, start + to);
      }
    }
    return Matrix.owning(rows, columns, cut);
  }

  /** The value of the largest size. */
  private static float largest(FloatBuffer all, int from, int to) {
    float largest = all.get(from);
    for (int at = from + 1; at < to; at++) {
      float value = all.get(at);
      if (Math.abs(value) > Math.abs(largest)) {
        largest = value;
      }
    }
    return largest;
  }

  private NumberFit fit(GridBox cells) {
    if (cells.cellW() != fitW || cells.cellH() != fitH) {
      fitW = cells.cellW();
      fitH = cells.cellH();
      fit = NumberFit.of(fitW, fitH, LONGEST, Metrics.scale(), Fonts.smallest());
    }
    return fit;
  }

  // ---- maps of magnitudes, and those with nothing above the diagonal

  private void mapped(Piece piece, Part wanted, Matrix seen, GridBox cells) {
    ColorMap map = piece.look().isMagnitude() ? Palette.magnitude() : Palette.signed();
    BufferedImage current = picture;
    if (current == null || !map.equals(colours)) {
      current = picture(piece, wanted, seen, map);
      picture = current;
      colours = map;
    }
    brush.pixels(current, cells.bounds());
    brush.outline(cells.bounds().grown(Metrics.scale()), Palette.cellBorder(), 0, Metrics.scale());
    if (!HeatmapPainter.isPicture(cells)) {
      numbers(piece, wanted, seen, cells, map);
    }
  }

  private static BufferedImage picture(Piece piece, Part part, Matrix seen, ColorMap map) {
    BufferedImage image = new BufferedImage(seen.cols(), seen.rows(), BufferedImage.TYPE_INT_RGB);
    int nothing = Palette.background().getRGB();
    for (int i = 0; i < seen.rows(); i++) {
      for (int j = 0; j < seen.cols(); j++) {
        boolean has = piece.has(part.row0() + i, part.column0() + j);
        image.setRGB(j, i, has ? map.rgbAt(seen.get(i, j) / piece.limit()) : nothing);
      }
    }
    return image;
  }

  private void numbers(Piece piece, Part part, Matrix seen, GridBox cells, ColorMap map) {
    NumberFit texts = fit(cells);
    for (int i = 0; i < seen.rows(); i++) {
      for (int j = 0; j < seen.cols(); j++) {
        if (piece.has(part.row0() + i, part.column0() + j)) {
          float value = seen.get(i, j);
          Color ground = map.at(value / piece.limit());
          brush.number(texts.text(value), cells.cell(i, j), texts.size(), Contrast.textOn(ground));
        }
      }
    }
  }
}

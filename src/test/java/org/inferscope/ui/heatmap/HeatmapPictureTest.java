package org.inferscope.ui.heatmap;

import java.util.stream.Stream;
import org.inferscope.support.Brushwork;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.grid.NumberFit;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeatmapPictureTest {
  static Stream<Look> looks() {
    return Stream.of(
        Look.of(false),
        Look.of(true),
        new Look(false, true, false, 1, 0),
        new Look(true, false, false, 1, 1.75));
  }

  static final Matrix NOTEBOOK =
      Matrix.of(new float[][] {{.1f, .2f, .3f, .4f}, {.5f, -.6f, .7f, -.8f}, {.9f, 1, 1.1f, 1.2f}});

  static Matrix random(int rows, int cols) {
    double[] values = new NumpyRandom(42).randn(rows * cols);
    return Matrix.of(rows, cols, values);
  }

  static NumberFit fit(GridBox grid, Matrix m) {
    int longest = 1;
    for (float v : m.toArray()) {
      longest = Math.max(longest, Numbers.cell(v).length());
    }
    return NumberFit.of(
        grid.cellW() - grid.gap(),
        grid.cellH() - grid.gap(),
        longest,
        Metrics.scale(),
        Fonts.smallest());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void sheet(Look look) {
    double u = look.zoom();
    Brushwork.paint(
        "heatmap-" + look.dark() + look.colorBlindSafe() + look.isProjector(),
        look,
        (int) (1300 * u),
        (int) (820 * u),
        1,
        brush -> {
          GridBox a = new GridBox(20 * u, 20 * u, 3, 4, 62 * u, 48 * u, 3 * u);
          heat(brush, a, NOTEBOOK, u);
          GridBox b = new GridBox(400 * u, 20 * u, 3, 4, 62 * u, 48 * u, 3 * u);
          Matrix odd =
              Matrix.of(
                  new float[][] {
                    {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0},
                    {1, -1, 2.5f, -2.5f},
                    {1e-7f, 2, 12345, -1e9f}
                  });
          new HeatmapPainter(brush).paint(b, odd, 2.5, fit(b, odd));
          GridBox c = new GridBox(760 * u, 20 * u, 3, 4, 62 * u, 48 * u, 3 * u);
          new HeatmapPainter(brush)
              .paint(c, NOTEBOOK, 1.2, fit(c, NOTEBOOK), Spot.row(1, Role.ROW));
          GridBox c2 = new GridBox(1020 * u, 20 * u, 3, 4, 62 * u, 48 * u, 3 * u);
          new HeatmapPainter(brush)
              .paint(c2, NOTEBOOK, 1.2, fit(c2, NOTEBOOK), Spot.column(2, Role.BLUE));
          GridBox d = new GridBox(20 * u, 200 * u, 16, 16, 40 * u, 26 * u, 2 * u);
          heat(brush, d, random(16, 16), u);
          GridBox e = new GridBox(780 * u, 200 * u, 64, 64, 4 * u, 4 * u, 0);
          Matrix m = random(64, 64).with(10, 10, Float.NaN).with(20, 30, Float.POSITIVE_INFINITY);
          new HeatmapPainter(brush).paint(e, m, 3, fit(e, m));
          GridBox f = new GridBox(1050 * u, 200 * u, 32, 16, 11 * u, 8 * u, 1 * u);
          new HeatmapPainter(brush)
              .paint(f, random(32, 16), 3, fit(f, m), Spot.row(7, Role.COLUMN));
          GridBox g = new GridBox(780 * u, 480 * u, 128, 64, 6 * u, 2.4 * u, 0);
          new HeatmapPainter(brush)
              .paint(g, random(128, 64), 3, fit(g, m), Spot.row(100, Role.ROW));
          new ColourBar(brush)
              .paint(new Box(1180 * u, 480 * u, ColourBar.widthNeeded(u), 60 * u), 250000);
          new ColourBar(brush)
              .paint(new Box(1180 * u, 560 * u, ColourBar.widthNeeded(u), 220 * u), 2.5e-7);
          GridBox h = new GridBox(20 * u, 640 * u, 3, 4, 62 * u, 48 * u, 3 * u);
          new HeatmapPainter(brush)
              .paint(h, NOTEBOOK, 1.2, fit(h, NOTEBOOK), Spot.cell(1, 2, Role.RESULT));
        });
  }

  static void heat(Brush brush, GridBox grid, Matrix m, double u) {
    double limit = ColourScale.limit(m);
    new HeatmapPainter(brush).paint(grid, m, limit, fit(grid, m));
    Box b = grid.bounds();
    new ColourBar(brush)
        .paint(new Box(b.right() + 12 * u, b.y(), ColourBar.widthNeeded(u), b.h()), limit);
  }
}

package org.inferscope.ui.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.support.Brushwork;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarsPictureTest {
  static Stream<Look> looks() {
    return Stream.of(
        Look.of(false),
        Look.of(true),
        new Look(false, true, false, 1, 0),
        new Look(true, false, false, 1, 1.75));
  }

  static float[] random(int n) {
    double[] v = new NumpyRandom(42).randn(n);
    float[] f = new float[n];
    for (int i = 0; i < n; i++) f[i] = (float) v[i];
    return f;
  }

  static BarsLayout layout(double u, double x, double y, double w, double h, int n) {
    return BarsLayout.of(new Box(x * u, y * u, w * u, h * u), n, u, Fonts.smallest());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void sheet(Look look) {
    double u = look.zoom();
    Brushwork.paint(
        "bars-" + look.dark() + look.colorBlindSafe() + look.isProjector(),
        look,
        (int) (1300 * u),
        (int) (820 * u),
        1,
        brush -> {
          BarsPainter p = new BarsPainter(brush);
          float[] x = {1, 2, 3, 4};
          p.paint(
              layout(u, 20, 20, 280, 250, 4),
              Bars.of(x, BarScale.of(x), Series.INPUT::role)
                  .titled("x [4]", "Input dimensions", "Value"));
          float[] b = {.01f, .02f, .03f};
          p.paint(
              layout(u, 330, 20, 280, 250, 3),
              Bars.of(b, BarScale.of(b), Series.BIAS::role)
                  .titled("b [3]", "Output dimensions", "Value")
                  .hovering(1, true));
          float[] y = {3.01f, -7.02f, 11.03f};
          p.paint(
              layout(u, 640, 20, 280, 250, 3),
              Bars.of(y, BarScale.of(y), Series.OUTPUT::role)
                  .titled("y [3]", "Output dimensions", "Value")
                  .lighting(1)
                  .hovering(1, false));
          float[] o = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 9, -1.5f, 0, 1.99f
          };
          p.paint(
              layout(u, 950, 20, 320, 250, 7),
              Bars.of(o, new BarScale(-2, 2), Series.INPUT::role)
                  .titled("odd", "Input dimensions", "Value")
                  .hovering(4, true));
          float[] r = random(16);
          Bars bars =
              Bars.of(r, BarScale.of(r), Series.INPUT::role)
                  .titled("x [16]", "Input dimensions", "Value");
          List<Bar> list = new ArrayList<>(bars.bars());
          for (int i = 0; i < 16; i++)
            list.set(
                i,
                i % 2 == 0
                    ? list.get(i).besides(r[i] * 1.1)
                    : list.get(i).withShare(r[i] * .2, r[i] * .55));
          p.paint(layout(u, 20, 290, 320, 500, 16), bars.with(list));
          float[] q = random(64);
          p.paint(
              layout(u, 370, 290, 260, 510, 64),
              Bars.of(q, BarScale.of(q), Series.INPUT::role)
                  .titled("x [64]", "Input dimensions", "Value"));
          q[9] = Float.NaN;
          q[30] = 99;
          p.paint(
              layout(u, 650, 290, 220, 320, 64),
              Bars.of(q, new BarScale(-3, 3), Series.OUTPUT::role)
                  .titled("y [64]", "Output dimensions", "Value")
                  .lighting(21)
                  .hovering(21, true));
          p.paint(
              layout(u, 650, 630, 200, 90, 3),
              Bars.of(b, BarScale.of(b), Series.BIAS::role)
                  .titled("b", "Output dimensions", "Value"));
          p.paint(
              layout(u, 650, 740, 120, 66, 3),
              Bars.of(y, BarScale.of(y), Series.BIAS::role)
                  .titled("b", "Output dimensions", "Value"));
          float[] one = {2.5f};
          p.paint(
              layout(u, 1000, 280, 270, 180, 1),
              Bars.of(one, BarScale.of(one), Series.INPUT::role)
                  .titled("one", "Input dimensions", "Value"));
          terms(
              brush,
              u,
              new float[] {.1f, .4f, .9f, 1.6f, .01f},
              new Box(900 * u, 470 * u, 380 * u, 110 * u),
              -1);
          terms(brush, u, random(17), new Box(900 * u, 590 * u, 380 * u, 110 * u), 5);
          float[] t = random(65);
          t[3] = Float.NaN;
          t[40] = Float.NEGATIVE_INFINITY;
          terms(brush, u, t, new Box(880 * u, 710 * u, 400 * u, 95 * u), 60);
        });
  }

  static void terms(Brush brush, double u, float[] v, Box box, int lit) {
    List<TermBar> list = new ArrayList<>();
    for (int k = 0; k < v.length; k++) {
      boolean last = k == v.length - 1;
      list.add(new TermBar(v[k], last ? Role.RESULT : Series.INPUT.role(k), last ? "b" : "" + k));
    }
    new TermBars(brush).paint(TermBarsLayout.of(box, v.length, u, Fonts.smallest()), list, lit);
  }
}

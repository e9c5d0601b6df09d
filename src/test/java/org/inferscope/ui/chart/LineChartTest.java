package org.inferscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.KeyStroke;
import org.inferscope.support.Pictures;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChartTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  private final List<String> picked = new ArrayList<>();
  private LineChart chart;

  private static ChartSeries curve(int points) {
    List<ChartPoint> all = new ArrayList<>();
    for (int p = 0; p < points; p++) {
      double x = Math.pow(2, p);
      all.add(
          new ChartPoint(
              x, 0.2 / Math.sqrt(x), 0.15 / Math.sqrt(x), 0.3 / Math.sqrt(x), "point " + p));
    }
    return ChartSeries.curve("time", Role.BLUE, all);
  }

  private static LineChart made(int points) {
    LineChart chart = new LineChart("chart", "Time per input", 200);
    chart.update(
        List.of(curve(points)),
        ChartAxis.of("batch size", Scale.POWERS_OF_TWO).between(1, 1024),
        ChartAxis.of("ms per input", Scale.POWERS_OF_TEN));
    return chart;
  }

  private BufferedImage paint(
      String name, Look look, int width, int height, Supplier<LineChart> maker) {
    return Pictures.paint(
        "chart-" + name,
        look,
        width,
        height,
        () -> {
          chart = maker.get();
          chart.onPick((series, point) -> picked.add(series + "." + point));
          return chart;
        });
  }

  @ParameterizedTest
  @CsvSource({"light, 320, 200", "dark, 320, 200", "light, 220, 200", "projector, 640, 400"})
  void pointsStandWhereTheirPowersAre(String theme, int width, int height) {
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    BufferedImage picture = paint(theme + width, look, width, height, () -> made(11));

    Pictures.onEventThread(
        () -> {
          List<Point2D> at = new ArrayList<>();
          for (int p = 0; p < 11; p++) {
            at.add(chart.at(0, p).orElseThrow());
            Color seen = new Color(picture.getRGB((int) at.get(p).getX(), (int) at.get(p).getY()));
            assertThat(distance(seen, Role.BLUE.ink())).as("point %d", p).isLessThan(60);
          }
          double step = at.get(1).getX() - at.get(0).getX();
          for (int p = 1; p < 11; p++) {
            assertThat(at.get(p).getX() - at.get(p - 1).getX()).isCloseTo(step, within(0.01));
            assertThat(at.get(p).getY()).isGreaterThan(at.get(p - 1).getY());
          }
          assertThat(at.get(10).getX()).isLessThan(width);
          assertThat(at.get(0).getX()).isPositive();
          return true;
        });
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static int distance(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
        + Math.abs(a.getGreen() - b.getGreen())
        + Math.abs(a.getBlue() - b.getBlue());
  }

  @Test
  void itIsInTheThemesColoursAndHasNoGreyGround() {
    BufferedImage picture = paint("empty", Look.of(true), 320, 200, () -> made(0));
    Pictures.onEventThread(
        () -> {
          assertThat(new Color(picture.getRGB(2, 2))).isEqualTo(Palette.background());
          int ground = 0;
          for (int x = 0; x < 320; x++) {
            ground += picture.getRGB(x, 103) == Palette.background().getRGB() ? 1 : 0;
          }
          assertThat(ground).as("pixels of the plot that show the ground").isGreaterThan(200);
          return true;
        });
  }

  @Test
  void twoSeriesAreNamedBesideTheirLines() {
    BufferedImage alone = paint("one", Look.of(false), 320, 200, () -> made(5));
    BufferedImage both =
        paint(
            "two",
            Look.of(false),
            320,
            200,
            () -> {
              LineChart two = made(5);
              ChartPoint from = new ChartPoint(1, 1, "roof");
              ChartPoint to = new ChartPoint(1024, 1, "roof");
              two.update(
                  List.of(curve(5), ChartSeries.line("limit", Role.ROW, List.of(from, to))),
                  ChartAxis.of("batch size", Scale.POWERS_OF_TWO).between(1, 1024),
                  ChartAxis.of("ms", Scale.POWERS_OF_TEN).between(0.01, 10));
              return two;
            });
    Color ink = Pictures.onEventThread(Role.ROW::ink);
    assertThat(count(both, ink)).isGreaterThan(count(alone, ink) + 200);
  }

  private static int count(BufferedImage picture, Color colour) {
    int count = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        count += picture.getRGB(x, y) == colour.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aPointSaysWhatItIsAndIsPickedByAClick() {
    paint("pick", Look.of(false), 320, 200, () -> made(11));
    Pictures.onEventThread(
        () -> {
          Point2D at = chart.at(0, 3).orElseThrow();
          MouseEvent over = mouse(MouseEvent.MOUSE_MOVED, at);
          chart.dispatchEvent(over);
          assertThat(chart.getToolTipText(over)).contains("point 3");
          assertThat(chart.getAccessibleContext().getAccessibleDescription()).isEqualTo("point 3");
          chart.dispatchEvent(mouse(MouseEvent.MOUSE_CLICKED, at));
          assertThat(picked).containsExactly("0.3");
          MouseEvent away = mouse(MouseEvent.MOUSE_MOVED, new Point2D.Double(300, 20));
          assertThat(chart.getToolTipText(away)).isNull();
          return true;
        });
  }

  private MouseEvent mouse(int id, Point2D at) {
    int button = id == MouseEvent.MOUSE_CLICKED ? MouseEvent.BUTTON1 : MouseEvent.NOBUTTON;
    return new MouseEvent(chart, id, 0, 0, (int) at.getX(), (int) at.getY(), 1, false, button);
  }

  @Test
  void theArrowsGoFromPointToPointAndEnterPicks() {
    paint("keys", Look.of(false), 320, 200, () -> made(3));
    Pictures.onEventThread(
        () -> {
          press(KeyEvent.VK_ENTER);
          assertThat(picked).isEmpty();
          press(KeyEvent.VK_LEFT);
          press(KeyEvent.VK_ENTER);
          press(KeyEvent.VK_LEFT);
          press(KeyEvent.VK_ENTER);
          press(KeyEvent.VK_RIGHT);
          press(KeyEvent.VK_RIGHT);
          press(KeyEvent.VK_ENTER);
          assertThat(picked).containsExactly("0.2", "0.1", "0.2");
          chart.update(
              List.of(curve(1)),
              ChartAxis.of("x", Scale.POWERS_OF_TWO),
              ChartAxis.of("y", Scale.LINEAR));
          press(KeyEvent.VK_ENTER);
          assertThat(picked).as("a point that is gone").hasSize(3);
          return true;
        });
  }

  private void press(int key) {
    Object name = chart.getInputMap().get(KeyStroke.getKeyStroke(key, 0));
    chart.getActionMap().get(name).actionPerformed(null);
  }

  @Test
  void powersAreWhole() {
    assertThat(PowerAxis.power(10, 0.3, false)).isEqualTo(0.1);
    assertThat(PowerAxis.power(10, 0.3, true)).isEqualTo(1);
    assertThat(PowerAxis.power(10, 1000, true)).isEqualTo(1000);
    assertThat(PowerAxis.power(10, 1000, false)).isEqualTo(1000);
    assertThat(PowerAxis.power(2, 1000, true)).isEqualTo(1024);
    assertThat(PowerAxis.power(2, 0.3, false)).isEqualTo(0.25);
  }
}

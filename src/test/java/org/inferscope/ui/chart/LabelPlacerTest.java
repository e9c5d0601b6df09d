package org.inferscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.inferscope.ui.chart.LabelPlacer.Placed;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 300);

  private final LabelPlacer placer = new LabelPlacer(AREA, 4);

  private Rectangle2D place(double x, double y, ChartLabel.Side side) {
    return placer.place(new Point2D.Double(x, y), side, 60, 14).orElseThrow().box();
  }

  @Test
  void aloneWordsStandOnTheSideThatWasAskedFor() {
    assertThat(place(100, 100, ChartLabel.Side.BESIDE).getX()).isGreaterThan(100);
    assertThat(place(100, 200, ChartLabel.Side.OVER).getMaxY()).isLessThan(200);
    Rectangle2D end = place(400, 50, ChartLabel.Side.END_OVER);
    assertThat(end.getMaxX()).isLessThan(400);
    assertThat(end.getMaxY()).isLessThan(50);
    assertThat(place(400, 250, ChartLabel.Side.END_BELOW).getY()).isGreaterThan(250);
  }

  @Test
  void manyWordsNeverLieOnEachOtherNorOutside() {
    Random random = new Random(42);
    List<Rectangle2D> words = new ArrayList<>();
    ChartLabel.Side[] sides = {
      ChartLabel.Side.BESIDE, ChartLabel.Side.OVER, ChartLabel.Side.END_OVER
    };
    for (int i = 0; i < 60; i++) {
      Point2D at = new Point2D.Double(400 * random.nextDouble(), 300 * random.nextDouble());
      placer.place(at, sides[i % 3], 60, 14).map(Placed::box).ifPresent(words::add);
    }
    assertThat(words).hasSizeGreaterThan(30).allMatch(AREA::contains);
    for (int a = 0; a < words.size(); a++) {
      for (int b = a + 1; b < words.size(); b++) {
        assertThat(words.get(a).intersects(words.get(b))).isFalse();
      }
    }
  }

  @Test
  void marksAndLinesAreLeftInSightWhereThereIsAnotherPlace() {
    Rectangle2D mark = new Rectangle2D.Double(110, 95, 10, 10);
    placer.avoid(mark);
    assertThat(place(100, 100, ChartLabel.Side.BESIDE).intersects(mark)).isFalse();
    Line2D line = new Line2D.Double(0, 190, 400, 190);
    placer.avoid(line);
    assertThat(line.intersects(place(200, 200, ChartLabel.Side.OVER))).isFalse();
  }

  @Test
  void wordsAtASlopeStandAboveItSomewhereAlongIt() {
    Line2D slope = new Line2D.Double(0, 290, 380, 10);
    placer.avoid(slope);
    Rectangle2D first = place(0, 290, ChartLabel.Side.SLOPE);
    Rectangle2D second = place(0, 290, ChartLabel.Side.SLOPE);
    for (Rectangle2D box : List.of(first, second)) {
      assertThat(slope.intersects(box)).isFalse();
      assertThat(slope.relativeCCW(box.getMaxX(), box.getMaxY())).isEqualTo(1);
    }
    assertThat(first.intersects(second)).isFalse();
  }

  @Test
  void whereThereIsNoRoomThereAreNoWords() {
    assertThat(placer.place(new Point2D.Double(10, 10), ChartLabel.Side.BESIDE, 500, 14)).isEmpty();
  }
}

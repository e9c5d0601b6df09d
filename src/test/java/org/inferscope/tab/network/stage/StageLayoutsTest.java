package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.inferscope.model.network.Ablations;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageLayoutsTest {
  private static StageSpec spec(int width, int height, double unit, boolean pad, int... widths) {
    List<Integer> list = IntStream.of(widths).boxed().toList();
    boolean sampled = EdgeBudget.isSampled(list);
    return new StageSpec(width, height, list, pad, sampled, true, unit, 12);
  }

  private static StageLayout fit(StageSpec spec) {
    return StageLayouts.of(spec, Viewport.FIT);
  }

  @ParameterizedTest
  @CsvSource({"860,470,1", "1500,800,1", "1900,1000,2", "1900,950,1.8", "3800,1900,2", "420,300,1"})
  void columnsLieSideBySideInsideTheGround(int width, int height, double unit) {
    Random random = new Random(5);
    for (int columns = 2; columns <= 25; columns++) {
      int[] widths = random.ints(columns, 1, 4097).map(n -> n % 3 == 0 ? n % 24 + 1 : n).toArray();
      StageLayout layout = fit(spec(width, height, unit, false, widths));

      Box before = Box.EMPTY;
      for (Column column : layout.columns()) {
        assertThat(layout.ground().covers(column.frame())).as("inside %s", column).isTrue();
        assertThat(column.frame().covers(column.plot())).as("plot %s", column).isTrue();
        assertThat(column.plot().w()).isPositive();
        assertThat(before.overlaps(column.frame())).as("apart %s", column).isFalse();
        before = column.frame();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"860,470,1", "1500,800,1", "1900,950,1.8", "1900,1000,2"})
  void nothingThatIsWrittenOverlaps(int width, int height, double unit) {
    for (int[] widths : new int[][] {{8, 16, 8, 4}, {784, 128, 64, 10}, {4096, 1}, new int[25]}) {
      int[] positive = IntStream.of(widths).map(n -> Math.max(1, n)).toArray();
      StageLayout layout = fit(spec(width, height, unit, false, positive));
      List<Box> boxes = new ArrayList<>();
      boxes.add(layout.legend());
      boxes.add(layout.notes());
      boxes.add(layout.line());
      boxes.add(layout.sentence());
      boxes.add(layout.ground());
      for (Column column : layout.columns()) {
        boxes.add(column.title());
        boxes.add(column.below());
        boxes.add(column.counters());
      }
      Box stage = new Box(0, 0, width, height);
      for (int a = 0; a < boxes.size(); a++) {
        assertThat(stage.covers(boxes.get(a))).as("inside: %s", boxes.get(a)).isTrue();
        for (int b = 0; b < a; b++) {
          assertThat(boxes.get(a).overlaps(boxes.get(b)))
              .as("%s and %s", boxes.get(a), boxes.get(b))
              .isFalse();
        }
      }
    }
  }

  @Test
  void unitsHaveNodesUpTo24AndThenABlock() {
    StageLayout layout = fit(spec(860, 470, 1, false, 24, 25));

    assertThat(layout.column(0).kind()).isEqualTo(Column.Kind.NODES);
    assertThat(layout.column(1).kind()).isEqualTo(Column.Kind.BLOCK);
    assertThat(layout.column(0).node()).isPositive();
    assertThat(layout.column(1).node()).isZero();
  }

  @Test
  void everyUnitIsFoundWhereItIsDrawn() {
    StageLayout layout = fit(spec(860, 470, 1, false, 8, 16, 100, 4));
    for (Column column : layout.columns()) {
      for (int i = 0; i < column.units(); i++) {
        Hit hit = layout.at(column.plot().centerX(), column.y(i));
        assertThat(hit).isEqualTo(new Hit.At(new Ablations.Unit(column.index(), i)));
        assertThat(hit.columnOf()).isEqualTo(column.index());
      }
    }
  }

  @Test
  void everyCellOfAPictureIsFoundWhereItIsDrawn() {
    StageLayout layout = fit(spec(860, 470, 1, true, 64, 32, 10));
    Column pad = layout.column(0);

    assertThat(pad.kind()).isEqualTo(Column.Kind.PAD);
    assertThat(pad.frame().w()).isEqualTo(pad.frame().h());
    for (int i = 0; i < 64; i++) {
      Box cell = pad.lane(i);
      assertThat(layout.at(cell.centerX(), cell.centerY()))
          .isEqualTo(new Hit.At(new Ablations.Unit(0, i)));
    }
    assertThat(layout.ground().covers(layout.clear())).isTrue();
    assertThat(layout.at(layout.clear().centerX(), layout.clear().centerY()))
        .isEqualTo(new Hit.Clear());
  }

  @Test
  void titlesWidthsAndLowerEdgesAreFound() {
    StageLayout layout = fit(spec(860, 470, 1, false, 8, 16, 4));
    Column column = layout.column(1);
    double x = column.frame().centerX();

    assertThat(layout.at(x, column.title().centerY())).isEqualTo(new Hit.Title(1));
    assertThat(layout.at(x, column.below().centerY())).isEqualTo(new Hit.Width(1));
    assertThat(layout.at(x, column.frame().bottom() + 2)).isEqualTo(new Hit.Grip(1));
    assertThat(layout.at(3, layout.ground().centerY())).isEqualTo(new Hit.Ground());
  }

  @Test
  void zoomingKeepsWhatIsUnderThePointerThereAndMakesRoom() {
    StageSpec spec = spec(860, 470, 1, false, IntStream.generate(() -> 12).limit(25).toArray());
    Column before = fit(spec).column(12);
    double x = before.frame().centerX();
    double y = before.y(6);

    Viewport zoomed = Viewport.FIT.zoomed(spec, 6, x, y);
    Column after = StageLayouts.of(spec, zoomed).column(12);

    assertThat(after.frame().w()).isGreaterThan(4 * before.frame().w());
    assertThat(after.frame().centerX()).isBetween(x - 40, x + 40);
    assertThat(after.plot().w() / 2).as("room for a number").isGreaterThan(40);
  }

  @Test
  void oneCanZoomInUntilTheUnitsOfTheWidestColumnHaveNumbers() {
    StageSpec spec = spec(860, 470, 1, false, 4096, 10);
    Viewport in = Viewport.FIT.zoomed(spec, 1e9, 400, 200);

    assertThat(StageLayouts.of(spec, in).column(0).pitch()).isGreaterThan(14);
    assertThat(StageLayouts.of(spec, in).column(0).numbers().isEmpty()).isFalse();
  }

  @Test
  void theNetworkCannotBePushedOutOfSight() {
    StageSpec spec = spec(860, 470, 1, false, 8, 16, 4);
    Viewport view = Viewport.FIT.zoomed(spec, 3, 400, 200).moved(1e6, -1e6).within(spec);

    assertThat(view.x()).isZero();
    assertThat(StageLayouts.of(spec, view).column(0).frame().x()).isBetween(0.0, 200.0);
    assertThat(Viewport.FIT.moved(50, 50).within(spec)).isEqualTo(Viewport.FIT);
  }
}

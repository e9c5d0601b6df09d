package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StageLayoutsTest {
  /** A stage inside a window of a checked size. */
  record Window(String name, double width, double height, double unit) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Window> windows() {
    return Stream.of(
        new Window("1280×800", 860, 500, 1),
        new Window("1920×1080", 1480, 780, 1),
        new Window("3840×2160 at scale 2", 2960, 1560, 2),
        new Window("projector at 1920×1080", 1400, 640, 1.7));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void nothingOverlapsOrLeavesTheStageWhateverTheShapes(Window window) {
    for (StageSpec spec : allSpecs(window)) {
      StageLayout layout = StageLayouts.of(spec);
      Box stage = new Box(0, 0, spec.width(), spec.height());
      List<Box> boxes = boxes(layout);
      for (int p = 0; p < boxes.size(); p++) {
        assertThat(stage.covers(boxes.get(p))).as("box %s of %s", p, layout).isTrue();
        for (int q = p + 1; q < boxes.size(); q++) {
          assertThat(boxes.get(p).overlaps(boxes.get(q)))
              .as("%s, %s of %s", p, q, layout)
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void indexNumbersStayClearOfEveryMatrix(Window window) {
    for (StageSpec spec : allSpecs(window)) {
      StageLayout layout = StageLayouts.of(spec);
      for (Operand operand : Operand.values()) {
        for (Box index : indices(layout, operand)) {
          assertThat(new Box(0, 0, spec.width(), spec.height()).covers(index)).isTrue();
          boxes(layout).forEach(box -> assertThat(index.overlaps(box)).as("%s", layout).isFalse());
        }
      }
    }
  }

  @Test
  void theNotebooksShapesStandInOneLineWithLargeCells() {
    StageLayout layout = StageLayouts.of(spec(860, 500, 2, 3, 2));

    assertThat(layout.arrangement()).isEqualTo(Arrangement.SIDE_BY_SIDE);
    assertThat(layout.a().cellW()).isGreaterThan(56);
    assertThat(layout.a().bounds().right()).isLessThan(layout.b().x());
    assertThat(layout.b().bounds().right()).isLessThan(layout.c().x());
  }

  @Test
  void twelveByTwelveStillHasRoomForReadableNumbers() {
    StageLayout layout = StageLayouts.of(spec(860, 500, 12, 12, 12));

    assertThat(layout.arrangement()).isEqualTo(Arrangement.ALIGNED);
    assertThat(layout.c().cellW()).isGreaterThan(26);
    assertThat(layout.c().cellH()).isGreaterThan(13);
  }

  @Test
  void alignedRowsAndColumnsRunStraightIntoTheirElement() {
    StageLayout layout =
        StageLayouts.of(new StageSpec(900, 700, 4, 3, 3, 5, Arrangement.ALIGNED, false, true, 1));

    for (int i = 0; i < 4; i++) {
      assertThat(layout.a().cell(i, 0).y()).isEqualTo(layout.c().cell(i, 0).y());
    }
    for (int j = 0; j < 5; j++) {
      assertThat(layout.b().cell(0, j).x()).isEqualTo(layout.c().cell(0, j).x());
    }
  }

  @Test
  void aCellIsFoundUnderThePointer() {
    GridBox grid = new GridBox(100, 50, 2, 3, 40, 30, 4);

    assertThat(grid.rowAt(95)).isEqualTo(1);
    assertThat(grid.columnAt(185)).isEqualTo(2);
    assertThat(grid.contains(99, 60)).isFalse();
    assertThat(grid.contains(120, 111)).isFalse();
  }

  private static StageSpec spec(double width, double height, int m, int k, int n) {
    return new StageSpec(width, height, m, k, k, n, Arrangement.AUTO, false, true, 1);
  }

  private static List<StageSpec> allSpecs(Window window) {
    List<StageSpec> specs = new ArrayList<>();
    for (int m = 1; m <= 12; m++) {
      for (int k = 1; k <= 12; k++) {
        for (int n = 1; n <= 12; n++) {
          for (Arrangement arrangement : Arrangement.values()) {
            specs.add(spec(window, m, k, n, arrangement, false));
          }
          specs.add(spec(window, m, k, n, Arrangement.AUTO, true));
        }
      }
    }
    return specs;
  }

  private static StageSpec spec(
      Window window, int m, int k, int n, Arrangement arrangement, boolean systolic) {
    int kb = systolic ? k : Math.max(1, (k + m) % 13);
    return new StageSpec(
        window.width(), window.height(), m, k, kb, n, arrangement, systolic, true, window.unit());
  }

  private static List<Box> boxes(StageLayout layout) {
    List<Box> boxes = new ArrayList<>();
    boxes.addAll(
        List.of(
            layout.a().bounds(),
            layout.b().bounds(),
            layout.c().bounds(),
            layout.nameA(),
            layout.nameB(),
            layout.nameC(),
            layout.line(),
            layout.narration()));
    boxes.add(layout.times());
    boxes.add(layout.equals());
    return boxes;
  }

  private static List<Box> indices(StageLayout layout, Operand operand) {
    List<Box> boxes = new ArrayList<>();
    GridBox grid = layout.grid(operand);
    if (operand == Operand.C && !layout.numbersC()) {
      return boxes;
    }
    for (int i = 0; i < grid.rows(); i++) {
      boxes.add(layout.rowIndex(operand, i));
    }
    for (int j = 0; j < grid.cols(); j++) {
      boxes.add(layout.columnIndex(operand, j));
    }
    return boxes;
  }
}

package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inferscope.ui.bars.BarsLayout;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StageLayoutsTest {
  private static final double SMALLEST = 12;
  private static final int[] SIZES = {1, 2, 4, 16, 17, 64};
  private static final int[] BATCHES = {1, 2, 32, 256};

  /** A stage of a size in pixels, with so many pixels to an unscaled one. */
  record Window(int width, int height, double unit) {
    @Override
    public String toString() {
      return width + "×" + height + " at " + unit;
    }
  }

  /** All but those that are smaller than the stage can become. */
  static Stream<Window> windows() {
    List<Window> windows = new ArrayList<>();
    for (int[] size : new int[][] {{560, 330}, {850, 480}, {1240, 560}, {1860, 900}}) {
      for (double unit : new double[] {1, 1.5, 2}) {
        if (size[0] >= 560 * unit && size[1] >= 320 * unit) {
          windows.add(new Window(size[0], size[1], unit));
        }
      }
    }
    return windows.stream();
  }

  @ParameterizedTest
  @MethodSource("windows")
  void nothingOverlapsOrLeavesTheStageWhateverTheSizes(Window window) {
    List<String> problems = new ArrayList<>();
    for (StageSpec spec : specs(window)) {
      Box stage = new Box(0, 0, spec.width(), spec.height());
      List<Map.Entry<String, Box>> boxes = List.copyOf(boxes(StageLayouts.of(spec)).entrySet());
      for (int p = 0; p < boxes.size(); p++) {
        if (!stage.covers(boxes.get(p).getValue())) {
          problems.add(sizes(spec) + boxes.get(p) + " leaves the stage");
        }
        for (int q = p + 1; q < boxes.size(); q++) {
          if (boxes.get(p).getValue().overlaps(boxes.get(q).getValue())) {
            problems.add(sizes(spec) + boxes.get(p) + " overlaps " + boxes.get(q));
          }
        }
      }
    }
    assertThat(problems).as("%s problems", problems.size()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("windows")
  void everyTextHasRoomForTheSmallestType(Window window) {
    for (StageSpec spec : specs(window)) {
      StageLayout layout = StageLayouts.of(spec);
      double type = SMALLEST * window.unit();
      List<Box> texts =
          new ArrayList<>(
              List.of(
                  layout.formula(),
                  layout.weights().title(),
                  layout.weights().columnAxis(),
                  layout.sentence(),
                  layout.narration()));
      for (BarsLayout bars : bars(layout)) {
        texts.addAll(List.of(bars.title(), bars.caption(), bars.ticks(), bars.axis()));
      }
      if (layout.hasBatch()) {
        texts.add(layout.batch().titleX());
        texts.add(layout.batch().titleY());
      }
      assertThat(texts)
          .as("%s", spec)
          .allMatch(box -> box.isEmpty() || (box.h() >= type && box.w() >= 2 * type));
      assertThat(layout.weights().rowAxis().w()).isGreaterThanOrEqualTo(type);
      assertThat(bars(layout)).allMatch(bars -> bars.type() >= type);
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void panelsStandInTheNotebooksOrder(Window window) {
    for (StageSpec spec : specs(window)) {
      StageLayout layout = StageLayouts.of(spec);
      assertThat(layout.weights().grid().bounds().right())
          .isLessThan(layout.signs().times().right());
      assertThat(layout.signs().times().right()).isLessThanOrEqualTo(layout.bars().x().plot().x());
      assertThat(layout.bars().x().plot().right()).isLessThan(layout.bars().b().plot().x());
      assertThat(layout.bars().b().plot().right()).isLessThan(layout.bars().y().plot().x());
    }
  }

  @Test
  void everyBarHasALaneThatThePointerFinds() {
    for (Window window : windows().toList()) {
      for (StageSpec spec : specs(window)) {
        StageLayout layout = StageLayouts.of(spec);
        for (Part part : new Part[] {Part.X, Part.B, Part.Y}) {
          GridBox lanes = layout.grid(part);
          for (int k = 0; k < lanes.rows(); k++) {
            Box lane = lanes.cell(k, 0);
            assertThat(lanes.rowAt(lane.centerY())).isEqualTo(k);
            assertThat(lanes.columnAt(lane.centerX())).isZero();
          }
        }
      }
    }
  }

  @Test
  void theNotebooksLayerHasRoomForItsValuesAndItsColourBar() {
    StageLayout layout = StageLayouts.of(spec(1240, 560, 1, 4, 3, 1));

    assertThat(layout.weights().grid().cellW()).isGreaterThan(56);
    assertThat(layout.weights().colourBar().isEmpty()).isFalse();
    assertThat(layout.bars().y().hasValues()).isTrue();
    assertThat(layout.hasBatch()).isFalse();
    assertThat(layout.batch().x().bounds().isEmpty()).isTrue();
  }

  @Test
  void sixteenBySixteenStillHasRoomForNumbersInItsCells() {
    StageLayout layout = StageLayouts.of(spec(1240, 560, 1, 16, 16, 1));

    assertThat(layout.weights().grid().cellW()).isGreaterThan(28);
    assertThat(layout.weights().grid().cellH()).isGreaterThan(14);
  }

  private static List<StageSpec> specs(Window window) {
    List<StageSpec> specs = new ArrayList<>();
    for (int inputs : SIZES) {
      for (int outputs : SIZES) {
        for (int batch : BATCHES) {
          specs.add(spec(window.width(), window.height(), window.unit(), inputs, outputs, batch));
        }
      }
    }
    return specs;
  }

  private static StageSpec spec(
      int width, int height, double unit, int inputs, int outputs, int batch) {
    return new StageSpec(width, height, inputs, outputs, batch, true, unit, SMALLEST);
  }

  private static String sizes(StageSpec spec) {
    return "%s×%s, %s→%s, %s rows: "
        .formatted(spec.width(), spec.height(), spec.inputs(), spec.outputs(), spec.batch());
  }

  private static List<BarsLayout> bars(StageLayout layout) {
    return List.of(layout.bars().x(), layout.bars().b(), layout.bars().y());
  }

  private static Map<String, Box> boxes(StageLayout layout) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    boxes.put("formula", layout.formula());
    GridBox grid = layout.weights().grid();
    double type = layout.px(SMALLEST);
    boxes.put("title W", layout.weights().title());
    boxes.put("W", grid.bounds());
    boxes.put(
        "numbers above W", new Box(grid.x(), grid.y() - type * 1.3, grid.width(), type * 1.3));
    boxes.put(
        "numbers beside W",
        new Box(grid.x() - layout.px(5) - 2 * type * 0.6, grid.y(), 2 * type * 0.6, grid.height()));
    boxes.put("row axis", layout.weights().rowAxis());
    boxes.put("column axis", layout.weights().columnAxis());
    boxes.put("colour bar", layout.weights().colourBar());
    boxes.put("·", layout.signs().times());
    boxes.put("+", layout.signs().plus());
    boxes.put("=", layout.signs().equals());
    bars(boxes, "x", layout.bars().x());
    bars(boxes, "b", layout.bars().b());
    bars(boxes, "y", layout.bars().y());
    boxes.put("title X", layout.batch().titleX());
    boxes.put("X", layout.batch().x().bounds());
    boxes.put("title Y", layout.batch().titleY());
    boxes.put("Y", layout.batch().y().bounds());
    boxes.put("note", layout.batch().note());
    boxes.put("sentence", layout.sentence());
    boxes.put("terms", layout.terms());
    boxes.put("narration", layout.narration());
    return boxes;
  }

  private static void bars(Map<String, Box> boxes, String name, BarsLayout layout) {
    boxes.put(name + " title", layout.title());
    boxes.put(name + " caption", layout.caption());
    boxes.put(name + " numbers", layout.numbers());
    boxes.put(name + " plot", layout.plot());
    boxes.put(name + " ticks", layout.ticks());
    boxes.put(name + " axis", layout.axis());
  }
}

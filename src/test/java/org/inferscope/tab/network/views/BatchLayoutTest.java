package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchLayoutTest {
  private static final int[] BATCHES = {1, 2, 8, 32, 256, 1024};
  private static final int[] DEPTHS = {2, 4, 7, 25};
  private static final int[] WIDTHS = {1, 4, 16, 64, 4096};

  private static BatchLayout layout(
      int width, int height, double unit, int columns, int units, int rows, double scroll) {
    List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, units));
    return BatchLayout.of(
        new BatchSpec(width, height, widths, rows, scroll, unit, unit == 1 ? 12 : 14));
  }

  static Map<String, Box> boxes(BatchLayout layout) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    boxes.put("headline", layout.headline());
    boxes.put("notice", layout.notice());
    boxes.put("gutter", layout.gutter());
    boxes.put("footer", layout.footer());
    for (int c = 0; c < layout.columns().size(); c++) {
      BatchLayout.Column column = layout.columns().get(c);
      boxes.put("title " + c, column.title());
      boxes.put("shape " + c, column.shape());
      boxes.put("grid " + c, column.grid().bounds());
      Box plot = column.plot();
      double label = layout.spec().type() * 1.2;
      boxes.put("label " + c, new Box(plot.x(), plot.y() - label, plot.w(), label));
      boxes.put("plot " + c, plot);
      boxes.put("strip " + c, column.strip());
      boxes.put("ticks " + c, column.ticks());
      for (int k = 0; k < column.figures().size(); k++) {
        boxes.put("figure " + c + " " + k, column.figures().get(k));
      }
    }
    return boxes;
  }

  @ParameterizedTest
  @CsvSource({"860,470,1", "640,420,1", "1480,760,1", "1880,860,1.5", "2960,1500,2"})
  void nothingOverlapsOrLeavesTheView(int width, int height, double unit) {
    List<String> problems = new ArrayList<>();
    for (int depth : DEPTHS) {
      for (int units : WIDTHS) {
        for (int rows : BATCHES) {
          BatchLayout layout = layout(width, height, unit, depth, units, rows, 0);
          check(layout, units + " units, " + rows + " rows: ", problems);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  private static void check(BatchLayout layout, String what, List<String> problems) {
    BatchSpec spec = layout.spec();
    double across = Math.max(spec.width(), layout.view().x() + layout.content() + 1);
    Box all = new Box(0, 0, across, spec.height());
    List<Map.Entry<String, Box>> boxes = List.copyOf(boxes(layout).entrySet());
    for (int p = 0; p < boxes.size(); p++) {
      if (!all.covers(boxes.get(p).getValue())) {
        problems.add(what + boxes.get(p) + " leaves the view");
      }
      for (int q = p + 1; q < boxes.size(); q++) {
        if (boxes.get(p).getValue().overlaps(boxes.get(q).getValue())) {
          problems.add(what + boxes.get(p) + " overlaps " + boxes.get(q));
        }
      }
    }
  }

  @Test
  void theNotebooksNetworkFitsBesideTheDockWithoutScrolling() {
    BatchLayout layout = layout(860, 470, 1, 4, 16, 32, 0);

    assertThat(layout.farthest()).isZero();
    assertThat(layout.columns().get(0).grid().height()).isGreaterThan(120);
    assertThat(layout.columns().get(0).plot().h()).isGreaterThan(60);
    assertThat(layout.notice().isEmpty()).isTrue();
  }

  @Test
  void aDeepNetworkScrollsToEachColumn() {
    BatchLayout first = layout(860, 470, 1, 25, 16, 32, 0);

    assertThat(first.farthest()).isPositive();
    assertThat(first.shows(0)).isTrue();
    assertThat(first.shows(24)).isFalse();
    double scroll = first.scrollTo(24);
    BatchLayout last = layout(860, 470, 1, 25, 16, 32, scroll);
    GridBox grid = last.columns().get(24).grid();
    assertThat(grid.x() + grid.width()).isLessThanOrEqualTo(last.view().right() + 0.5);
    assertThat(last.shows(0)).isFalse();
    assertThat(last.scrollTo(0)).isZero();
  }

  @Test
  void aPlaceIsFoundInTheColumnItLiesIn() {
    BatchLayout layout = layout(860, 470, 1, 4, 16, 32, 0);
    for (int c = 0; c < 4; c++) {
      Box cell = layout.columns().get(c).grid().cell(3, 5);
      assertThat(layout.columnAt(cell.centerX(), cell.centerY())).isEqualTo(c);
    }
    assertThat(layout.columnAt(layout.gutter().centerX(), layout.gutter().centerY())).isNegative();
  }

  @Test
  void numbersOfInputsAreThinnedOutInRoundSteps() {
    assertThat(BatchPainter.every(20, 15)).isEqualTo(1);
    assertThat(BatchPainter.every(5, 15)).isEqualTo(5);
    assertThat(BatchPainter.every(1, 15)).isEqualTo(20);
    assertThat(BatchPainter.every(0.17, 15)).isEqualTo(100);
  }
}

package org.inferscope.tab.gpt2.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.walk.Walk;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tab.gpt2.map.Piece.Look;
import org.inferscope.tab.gpt2.map.Piece.Source;
import org.inferscope.tab.gpt2.map.TensorLayout.Placed;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapLayoutsTest {

  private static PathLayout path(int layers, double width, double zoom, int unfolded) {
    List<Double> open = new ArrayList<>(Collections.nCopies(layers, 0.0));
    if (unfolded >= 0) {
      open.set(unfolded, 1.0);
    }
    return PathLayout.of(new PathSpec(new Walk(layers), width, 1, 12, zoom, open));
  }

  @ParameterizedTest
  @CsvSource({"1, 300, 1, 0", "6, 300, 1, 3", "12, 420, 2, 11", "48, 300, 0.4, -1"})
  void nodesNeitherOverlapNorLeaveThePath(int layers, double width, double zoom, int unfolded) {
    PathLayout layout = path(layers, width, zoom, unfolded);
    Box all = new Box(0, 0, width, layout.height());
    List<PathNode> nodes = layout.nodes();
    assertThat(nodes).hasSize(5 + layers + (unfolded < 0 ? 0 : 12));
    for (int i = 0; i < nodes.size(); i++) {
      assertThat(all.covers(nodes.get(i).box())).as(nodes.get(i).toString()).isTrue();
      assertThat(nodes.get(i).box().overlaps(layout.legend())).isFalse();
      for (int j = 0; j < i; j++) {
        assertThat(nodes.get(i).box().overlaps(nodes.get(j).box())).isFalse();
      }
    }
  }

  @Test
  void aFoldedBlockStandsForItsSteps() {
    PathLayout layout = path(6, 300, 1, 2);
    WalkStep folded = new WalkStep(Operation.UP, 4);
    assertThat(layout.node(folded)).isEmpty();
    assertThat(layout.standing(folded)).isEqualTo(layout.head(4));
    assertThat(layout.node(new WalkStep(Operation.UP, 2))).isPresent();
  }

  @Test
  void valuesTravelToTheStepThatUsesThem() {
    PathLayout layout = path(3, 300, 1, 1);
    Walk walk = new Walk(3);
    for (int number = 0; number < walk.size(); number++) {
      WalkStep step = walk.at(number);
      PathNode node = layout.standing(step);
      List<double[]> ways = layout.ways(step);
      boolean sum =
          step.layer() == 1
              && (step.operation() == Operation.ADD_ATTENTION
                  || step.operation() == Operation.ADD_MLP);
      assertThat(ways).hasSize(sum ? 2 : 1);
      for (double[] way : ways) {
        double end = way[way.length - 1];
        assertThat(end).isBetween(node.box().y(), node.box().bottom() + 0.5);
        assertThat(way[1]).isLessThan(end);
      }
    }
  }

  @Test
  void aPlaceOnAWayIsThatPartOfItsLength() {
    double[] way = {0, 0, 0, 30, 10, 30};
    assertThat(PathLayout.along(way, 0)).containsExactly(0, 0);
    assertThat(PathLayout.along(way, 0.5)).containsExactly(0, 20);
    assertThat(PathLayout.along(way, 0.875)).containsExactly(5, 30);
    assertThat(PathLayout.along(way, 1)).containsExactly(10, 30);
  }

  private static StepTensor stack(int pieces, int rows, int columns) {
    List<Piece> all = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      all.add(
          new Piece(
              "p" + i,
              Matrix.zeros(rows, columns),
              1,
              Look.SIGNED,
              new Source.Rows(new HookPoint(Site.Q, 0))));
    }
    return new StepTensor(new WalkStep(Operation.QKV, 0), all, List.of());
  }

  private static StepTensor maps(int heads, int tokens) {
    List<Piece> all = new ArrayList<>();
    for (int head = 0; head < heads; head++) {
      all.add(
          new Piece(
              "head",
              Matrix.zeros(tokens, tokens),
              1,
              Look.MAGNITUDE_TRIANGLE,
              new Source.Pairs(new HookPoint(Site.PATTERN, 0), head)));
    }
    return new StepTensor(new WalkStep(Operation.SOFTMAX, 0), all, List.of());
  }

  private static TensorLayout tensor(StepTensor tensor, double width, double height, double cell) {
    return TensorLayout.of(new TensorSpec(tensor, width, height, 1, 12, cell, 80));
  }

  @ParameterizedTest
  @CsvSource({"480, 330, 6, 4", "480, 330, 12, 32", "1100, 760, 12, 32", "1500, 900, 25, 64"})
  void headsMapsFitWithoutOverlap(double width, double height, int heads, int tokens) {
    TensorLayout layout = tensor(maps(heads, tokens), width, height, 0);
    Box room = new Box(layout.left(), 0, width - layout.left() - layout.right(), height);
    for (Placed placed : layout.places()) {
      assertThat(room.covers(placed.grid().bounds())).isTrue();
      for (Placed other : layout.places()) {
        if (!placed.equals(other) && placed.piece().head() != other.piece().head()) {
          assertThat(placed.grid().bounds().overlaps(other.grid().bounds())).isFalse();
          assertThat(placed.title().overlaps(other.grid().bounds())).isFalse();
        }
      }
    }
  }

  @Test
  void aWholeTensorFitsAcrossAndNumbersScroll() {
    TensorLayout whole = tensor(stack(3, 4, 192), 480, 330, 0);
    assertThat(whole.width()).isLessThanOrEqualTo(480.5);
    assertThat(whole.height()).isLessThanOrEqualTo(330.5);
    TensorLayout numbers = tensor(stack(3, 4, 192), 480, 330, 56);
    assertThat(numbers.width()).isGreaterThan(192 * 56);
    assertThat(numbers.places().get(0).grid().cellH()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void aPlaceHitsTheCellThatIsPaintedThere() {
    TensorLayout layout = tensor(stack(3, 4, 192), 480, 330, 0);
    Placed second = layout.places().get(1);
    Box cell = second.grid().cell(2, 77);
    TensorLayout.Hit hit = layout.at(cell.centerX(), cell.centerY()).orElseThrow();
    assertThat(hit.placed()).isEqualTo(second);
    assertThat(hit.row()).isEqualTo(2);
    assertThat(hit.column()).isEqualTo(77);
    assertThat(layout.at(2, 2)).isEmpty();
    TensorLayout heads = tensor(maps(6, 4), 480, 330, 0);
    Placed third = heads.places().get(2);
    Box above = third.grid().cell(0, 3);
    assertThat(heads.at(above.centerX(), above.centerY())).isEmpty();
    Box on = third.grid().cell(3, 3);
    assertThat(heads.at(on.centerX(), on.centerY()).orElseThrow().placed().piece().head())
        .contains(2);
  }
}

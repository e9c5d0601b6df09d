package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulProgram;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Tone;
import org.junit.jupiter.api.Test;

class FlightsTest {
  private static final Matrix A = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Matrix B = Matrix.of(new float[][] {{7, 8}, {9, 10}, {11, 12}});
  private static final StageLayout LAYOUT =
      StageLayouts.of(
          new StageSpec(900, 560, 2, 3, 3, 2, Arrangement.SIDE_BY_SIDE, false, true, 1));

  @Test
  void nothingIsInTheAirBetweenSteps() {
    assertThat(chips(Algorithm.DOT, Grain.MULTIPLY_ADD, 1, 2, 0)).isEmpty();
  }

  @Test
  void aTermStartsAtItsTwoFactorsAndEndsInItsElement() {
    List<Chip> start = chips(Algorithm.DOT, Grain.MULTIPLY_ADD, 1, 2, 0.001);
    assertThat(start).extracting(Chip::text).containsExactly("2", "9");
    assertThat(start).extracting(Chip::tone).containsExactly(Tone.ROW, Tone.COLUMN);
    assertThat(centred(start.get(0).box(), LAYOUT.a().cell(0, 1))).isTrue();
    assertThat(centred(start.get(1).box(), LAYOUT.b().cell(1, 0))).isTrue();

    assertThat(chips(Algorithm.DOT, Grain.MULTIPLY_ADD, 1, 2, 0.5))
        .singleElement()
        .extracting(Chip::text)
        .isEqualTo("2·9 = 18");
    Chip landed = chips(Algorithm.DOT, Grain.MULTIPLY_ADD, 1, 2, Moment.LANDED).get(0);
    assertThat(centred(landed.box(), LAYOUT.c().cell(0, 0))).isTrue();
  }

  @Test
  void theRunningSumShowsTheTermOnlyOnceItHasLanded() {
    assertThat(moment(Algorithm.DOT, Grain.MULTIPLY_ADD, 1, 2, 0.5).visible().c(0, 0)).isEqualTo(7);
    assertThat(moment(Algorithm.DOT, Grain.MULTIPLY_ADD, 1, 2, 0.95).visible().c(0, 0))
        .isEqualTo(25);
  }

  @Test
  void aRowUpdateCarriesARowOfBScaledIntoARowOfC() {
    assertThat(chips(Algorithm.ROW, Grain.ELEMENT, 2, 4, 0.1))
        .extracting(Chip::text)
        .contains("9", "10", "2 ·");
    assertThat(chips(Algorithm.ROW, Grain.ELEMENT, 2, 4, 0.8))
        .extracting(Chip::text)
        .containsExactly("18", "20");
  }

  @Test
  void anOuterProductLaysItsWholeLayerOverC() {
    assertThat(chips(Algorithm.OUTER, Grain.ELEMENT, 4, 8, 0.7))
        .extracting(Chip::text)
        .containsExactly("18", "20", "45", "50");
  }

  @Test
  void everythingInTheAirStaysOnTheStage() {
    Box stage = new Box(0, 0, 900, 560).grown(60);
    for (Algorithm algorithm : Algorithm.values()) {
      MatmulProgram program = MatmulProgram.of(algorithm, 2, 3, 2, 2);
      int from = 0;
      for (int to : program.groupEnds()) {
        for (double phase = 0.01; phase < 1; phase += 0.03) {
          assertThat(chips(algorithm, Grain.ELEMENT, from, to, phase))
              .as("%s at %s", algorithm, phase)
              .allSatisfy(chip -> assertThat(stage.covers(chip.box())).isTrue());
        }
        from = to;
      }
    }
  }

  private static boolean centred(Box one, Box other) {
    return Math.abs(one.centerX() - other.centerX()) < 2
        && Math.abs(one.centerY() - other.centerY()) < 2;
  }

  private static Moment moment(Algorithm algorithm, Grain grain, int from, int to, double phase) {
    MatmulRun run = new MatmulRun(A, B, MatmulProgram.of(algorithm, 2, 3, 2, 2));
    return Moment.of(run, grain, from, to, phase);
  }

  private static List<Chip> chips(
      Algorithm algorithm, Grain grain, int from, int to, double phase) {
    Moment moment = moment(algorithm, grain, from, to, phase);
    List<Token> tokens = new LineWriter(A, B, (i, j) -> false).write(moment, grain);
    LineLayout line = LineLayout.of(tokens, LAYOUT.line(), 1, 12);
    return Flights.at(moment, LAYOUT, line, A, B, 20);
  }
}

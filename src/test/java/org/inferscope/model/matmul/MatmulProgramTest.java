package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatmulProgramTest {
  private static final String SHAPES = "org.inferscope.model.matmul.Shapes#programs";

  @ParameterizedTest
  @MethodSource(SHAPES)
  void doesEveryMultiplyAddExactlyOnceWithTermsInOrder(MatmulProgram p) {
    int[][] terms = new int[p.m()][p.n()];
    for (int tick = 0; tick < p.ticks(); tick++) {
      for (MultiplyAdd work : p.tick(tick)) {
        assertThat(work.k()).as("%s at %s", p, work).isEqualTo(terms[work.i()][work.j()]);
        terms[work.i()][work.j()]++;
      }
    }
    for (int[] row : terms) {
      assertThat(row).as(p.toString()).containsOnly(p.k());
    }
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void countersEndAtTheirFormulae(MatmulProgram p) {
    long m = p.m();
    long k = p.k();
    long n = p.n();
    long tileColumns = (long) Math.ceil((double) n / p.tile());
    long tileRows = (long) Math.ceil((double) m / p.tile());
    long all = m * n * k;
    long adds = m * n * (k - 1);
    Counters expected =
        switch (p.algorithm()) {
          case DOT -> new Counters(all, adds, all, all, 0, m * n);
          case ROW, OUTER -> new Counters(all, adds, m * k, all, adds, all);
          case COLUMN -> new Counters(all, adds, all, k * n, adds, all);
          case TILED -> new Counters(all, adds, m * k * tileColumns, k * n * tileRows, 0, m * n);
          case SYSTOLIC -> new Counters(all, adds, m * k, k * n, 0, m * n);
        };
    assertThat(p.counters(p.ticks())).as(p.toString()).isEqualTo(expected);
    for (Counter counter : Counter.values()) {
      ClosedForm form = ClosedForm.of(p.algorithm(), counter);
      assertThat(form.value(p)).as("%s of %s", counter, p).isEqualTo(expected.get(counter));
    }
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void countersNeverFallAndCountTheMultipliesDone(MatmulProgram p) {
    long work = 0;
    assertThat(p.counters(0)).isEqualTo(Counters.ZERO);
    for (int done = 1; done <= p.ticks(); done++) {
      work += p.tick(done - 1).size();
      Counters now = p.counters(done);
      assertThat(now.multiplies()).isEqualTo(work);
      for (Counter counter : Counter.values()) {
        assertThat(now.get(counter)).isGreaterThanOrEqualTo(p.counters(done - 1).get(counter));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void multipliesInsideTheSpotlightWithALitLine(MatmulProgram p) {
    for (int tick = 0; tick < p.ticks(); tick++) {
      assertThat(p.runs(tick, p.codeLine(tick))).isTrue();
      assertThat(p.code().get(p.codeLine(tick)).role()).isEqualTo(CodeLine.Role.UPDATE);
      Spotlight lit = p.spotlight(tick);
      for (MultiplyAdd work : p.tick(tick)) {
        if (p.algorithm() != Algorithm.SYSTOLIC) {
          assertThat(lit.a().contains(work.i(), work.k())).isTrue();
          assertThat(lit.b().contains(work.k(), work.j())).isTrue();
          assertThat(lit.c().contains(work.i(), work.j())).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void stepsOfEveryGrainCoverAllTicks(MatmulProgram p) {
    assertThat(p.steps(Grain.PRODUCT).count()).isEqualTo(1);
    assertThat(p.steps(Grain.MULTIPLY_ADD).count()).isEqualTo(p.ticks());
    for (Grain grain : Grain.values()) {
      assertThat(p.steps(grain).ticks()).isEqualTo(p.ticks());
      assertThat(p.steps(grain).ends()).isSorted().doesNotHaveDuplicates();
    }
    assertThat(p.steps(Grain.ELEMENT).count()).as(p.toString()).isEqualTo(groups(p));
  }

  private static int groups(MatmulProgram p) {
    int t = p.tile();
    return switch (p.algorithm()) {
      case DOT -> p.m() * p.n();
      case ROW -> p.m() * p.k();
      case COLUMN -> p.n() * p.k();
      case OUTER -> p.k();
      case TILED -> ((p.m() + t - 1) / t) * ((p.n() + t - 1) / t) * ((p.k() + t - 1) / t);
      case SYSTOLIC -> p.m() + p.n() - 1;
    };
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void elementsCompleteOnceEach(MatmulProgram p) {
    assertThat(p.completionOrder()).hasSize(p.m() * p.n()).doesNotHaveDuplicates();
    assertThat(p.elementEnds()).isSorted().doesNotHaveDuplicates().endsWith(p.ticks());
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void fastMemoryHoldsNoMoreThanFits(MatmulProgram p) {
    assertThat(p.fastMemory(0).used()).isZero();
    for (int done = 0; done <= p.ticks(); done++) {
      FastMemory memory = p.fastMemory(done);
      assertThat(memory.capacity()).isEqualTo(p.fastMemory(0).capacity());
      assertThat(memory.used()).isLessThanOrEqualTo(memory.capacity());
      assertThat(memory.used()).isEqualTo(heldCells(memory, p));
    }
  }

  private static int heldCells(FastMemory memory, MatmulProgram p) {
    int held = 0;
    for (int i = 0; i < p.m(); i++) {
      for (int k = 0; k < p.k(); k++) {
        held += memory.holdsA(i, k) ? 1 : 0;
      }
    }
    for (int j = 0; j < p.n(); j++) {
      for (int k = 0; k < p.k(); k++) {
        held += memory.holdsB(k, j) ? 1 : 0;
      }
      for (int i = 0; i < p.m(); i++) {
        held += memory.holdsC(i, j) ? 1 : 0;
      }
    }
    return held;
  }

  @Test
  void systolicCellDoesTermAtTickOfItsDistanceFromTheCorner() {
    int m = 3;
    int k = 5;
    int n = 4;
    MatmulProgram p = MatmulProgram.of(Algorithm.SYSTOLIC, m, k, n, 1);
    assertThat(p.ticks()).isEqualTo(m + n + k - 2);
    for (int tick = 0; tick < p.ticks(); tick++) {
      Set<MultiplyAdd> expected = new HashSet<>();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          for (int term = 0; term < k; term++) {
            if (i + j + term == tick) {
              expected.add(new MultiplyAdd(i, j, term));
            }
          }
        }
      }
      assertThat(p.tick(tick)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void valuesOfTheSystolicArrayMeetInTheCellThatMultipliesThem() {
    MatmulProgram p = MatmulProgram.of(Algorithm.SYSTOLIC, 4, 3, 5, 1);
    for (int done = 1; done <= p.ticks(); done++) {
      SystolicGrid grid = p.grid(done).orElseThrow();
      for (MultiplyAdd work : p.tick(done - 1)) {
        assertThat(grid.columnOfA(work.i(), work.k())).isEqualTo(work.j());
        assertThat(grid.rowOfB(work.k(), work.j())).isEqualTo(work.i());
        assertThat(grid.termAt(work.i(), work.j())).isEqualTo(work.k());
      }
      assertThat(grid.busyCells()).isEqualTo(p.tick(done - 1).size());
    }
  }

  @Test
  void aTiledProductLoadsATileBeforeUsingItAndStoresItWhenFinished() {
    MatmulProgram p = MatmulProgram.of(Algorithm.TILED, 4, 4, 4, 2);
    assertThat(p.counters(1)).isEqualTo(new Counters(1, 0, 4, 4, 0, 0));
    assertThat(p.counters(8)).isEqualTo(new Counters(8, 4, 4, 4, 0, 0));
    assertThat(p.counters(9)).isEqualTo(new Counters(9, 5, 8, 8, 0, 0));
    assertThat(p.counters(16)).isEqualTo(new Counters(16, 12, 8, 8, 0, 4));
    assertThat(p.fastMemory(1).capacity()).isEqualTo(12);
  }

  @Test
  void aLargerTileMovesFewerBytes() {
    double before = 0;
    for (int tile : new int[] {1, 2, 3, 4, 6}) {
      MatmulProgram p = MatmulProgram.of(Algorithm.TILED, 12, 12, 12, tile);
      double intensity = p.counters(p.ticks()).intensity(4);
      assertThat(intensity).isGreaterThan(before);
      before = intensity;
    }
  }

  @Test
  void dotProductLightsTheLinesThatRun() {
    MatmulProgram p = MatmulProgram.of(Algorithm.DOT, 2, 3, 2, 1);
    assertThat(litLines(p, 0)).containsExactly(0, 1, 2);
    assertThat(litLines(p, 1)).containsExactly(3, 4);
    assertThat(litLines(p, 2)).containsExactly(3, 4, 5);
    assertThat(litLines(p, 3)).containsExactly(1, 2);
    assertThat(litLines(p, 6)).containsExactly(0, 1, 2);
  }

  private static List<Integer> litLines(MatmulProgram p, int tick) {
    List<Integer> lit = new ArrayList<>();
    for (int line = 0; line < p.code().size(); line++) {
      if (p.runs(tick, line)) {
        lit.add(line);
      }
    }
    return lit;
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void everyLineOfCodeRunsAtSomeTime(Algorithm algorithm) {
    MatmulProgram p = MatmulProgram.of(algorithm, 3, 3, 3, 2);
    for (int line = 0; line < p.code().size(); line++) {
      int shown = line;
      assertThat(IntStream.range(0, p.ticks()).anyMatch(tick -> p.runs(tick, shown)))
          .as(p.code().get(line).text())
          .isTrue();
    }
  }

  @Test
  void refusesSizesBelowOneAndProductsTooLargeToPlay() {
    assertThatThrownBy(() -> MatmulProgram.of(Algorithm.DOT, 2, 0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'k'");
    assertThatThrownBy(() -> MatmulProgram.of(Algorithm.DOT, 4096, 4096, 4096, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("m·k·n");
  }
}

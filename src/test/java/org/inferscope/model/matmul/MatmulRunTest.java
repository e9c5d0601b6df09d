package org.inferscope.model.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.inferscope.tensor.Accuracy;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatmulRunTest {
  private static final String SHAPES = "org.inferscope.model.matmul.Shapes#programs";

  private static double[] exact(Matrix a, Matrix b) {
    double[] c = new double[a.rows() * b.cols()];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.cols(); j++) {
        for (int k = 0; k < a.cols(); k++) {
          c[i * b.cols() + j] += (double) a.get(i, k) * b.get(k, j);
        }
      }
    }
    return c;
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void givesTheNotebooksProduct(Algorithm algorithm) {
    Factors notebook = PresetRequest.of(MatmulPreset.NOTEBOOK, 1, 1, 1).make();
    MatmulRun run =
        new MatmulRun(notebook.a(), notebook.b(), MatmulProgram.of(algorithm, 2, 3, 2, 2));
    assertThat(run.product()).isEqualTo(Matrix.of(new float[][] {{58, 64}, {139, 154}}));
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void isExactForIntegers(MatmulProgram p) {
    Matrix a = Shapes.integers(p.m(), p.k(), 1);
    Matrix b = Shapes.integers(p.k(), p.n(), 2);
    double[] c = new MatmulRun(a, b, p).product().toDoubles();
    // Of a single product, 0·(−2), float keeps the minus; a sum that starts at 0 does not.
    Arrays.setAll(c, at -> c[at] + 0.0);
    assertThat(c).isEqualTo(exact(a, b));
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void isWithinAMillionthOfFloat64(MatmulProgram p) {
    Matrix a = Shapes.normal(p.m(), p.k(), 3);
    Matrix b = Shapes.normal(p.k(), p.n(), 4);
    float[] c = new MatmulRun(a, b, p).product().toArray();
    assertThat(Accuracy.relativeFrobenius(c, exact(a, b))).isLessThanOrEqualTo(1e-6);
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void allAlgorithmsGiveTheSameBits(MatmulProgram p) {
    Matrix a = Shapes.normal(p.m(), p.k(), 5);
    Matrix b = Shapes.normal(p.k(), p.n(), 6);
    MatmulProgram dot = MatmulProgram.of(Algorithm.DOT, p.m(), p.k(), p.n(), 1);
    assertThat(new MatmulRun(a, b, p).product()).isEqualTo(new MatmulRun(a, b, dot).product());
  }

  @ParameterizedTest
  @MethodSource(SHAPES)
  void everyFrameHoldsTheSumsOfTheTermsDone(MatmulProgram p) {
    Matrix a = Shapes.normal(p.m(), p.k(), 7);
    Matrix b = Shapes.normal(p.k(), p.n(), 8);
    MatmulRun run = new MatmulRun(a, b, p);
    float[][] sums = new float[p.m()][p.n()];
    int[][] terms = new int[p.m()][p.n()];
    for (int done = 0; done <= p.ticks(); done++) {
      MatmulFrame frame = run.frame(done);
      assertThat(frame.c()).as("after %d of %s", done, p).isEqualTo(Matrix.of(sums));
      for (MultiplyAdd work : frame.next()) {
        float product = a.get(work.i(), work.k()) * b.get(work.k(), work.j());
        sums[work.i()][work.j()] = work.k() == 0 ? product : sums[work.i()][work.j()] + product;
        assertThat(frame.terms(work.i(), work.j())).isEqualTo(terms[work.i()][work.j()]++);
      }
    }
  }

  @Test
  void scrubbingGivesTheSameFramesAsPlaying() {
    MatmulProgram p = MatmulProgram.of(Algorithm.TILED, 7, 5, 6, 3);
    MatmulRun run = new MatmulRun(Shapes.normal(7, 5, 9), Shapes.normal(5, 6, 10), p);
    Matrix[] played = new Matrix[p.ticks() + 1];
    for (int done = 0; done <= p.ticks(); done++) {
      played[done] = run.frame(done).c();
    }
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      int done = random.nextInt(p.ticks() + 1);
      assertThat(run.frame(done).c()).isEqualTo(played[done]);
    }
  }

  @Test
  void aFrameTellsWhatIsDoneAndWhatComesNext() {
    Factors notebook = PresetRequest.of(MatmulPreset.NOTEBOOK, 1, 1, 1).make();
    MatmulRun run =
        new MatmulRun(notebook.a(), notebook.b(), MatmulProgram.of(Algorithm.DOT, 2, 3, 2, 1));
    MatmulFrame start = run.frame(0);
    assertThat(start.last()).isEmpty();
    assertThat(start.started(0, 0)).isFalse();
    MatmulFrame middle = run.frame(4);
    assertThat(middle.complete(0, 0)).isTrue();
    assertThat(middle.c(0, 0)).isEqualTo(58);
    assertThat(middle.complete(0, 1)).isFalse();
    assertThat(middle.c(0, 1)).isEqualTo(8);
    assertThat(middle.last()).containsExactly(new MultiplyAdd(0, 1, 0));
    assertThat(middle.next()).containsExactly(new MultiplyAdd(0, 1, 1));
    assertThat(middle.counters()).isEqualTo(new Counters(4, 2, 4, 4, 0, 1));
    MatmulFrame end = run.frame(12);
    assertThat(end.next()).isEmpty();
    assertThat(end.isFinished()).isTrue();
    assertThat(end.reuse()).isEqualTo(new Reuse(2, 2, 0, 1));
  }

  @Test
  void theSystolicArrayHoldsTheSumsThatHaveBegunAndAreNotFinished() {
    MatmulProgram p = MatmulProgram.of(Algorithm.SYSTOLIC, 3, 4, 2, 1);
    MatmulRun run = new MatmulRun(Shapes.integers(3, 4, 1), Shapes.integers(4, 2, 2), p);
    for (int done = 0; done <= p.ticks(); done++) {
      MatmulFrame frame = run.frame(done);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 2; j++) {
          assertThat(frame.fastMemory().holdsC(i, j))
              .isEqualTo(frame.started(i, j) && !frame.complete(i, j));
        }
      }
    }
  }

  @Test
  void nanStaysInItsRowOfC() {
    Matrix a = Matrix.of(new float[][] {{Float.NaN, 1}, {1, 2}});
    Matrix b = Matrix.of(new float[][] {{1, 2}, {3, 4}});
    Matrix c = new MatmulRun(a, b, MatmulProgram.of(Algorithm.OUTER, 2, 2, 2, 1)).product();
    assertThat(c.row(0)).containsOnly(Float.NaN);
    assertThat(c.row(1)).containsExactly(7, 10);
  }

  @Test
  void refusesMatricesOfAnotherShape() {
    MatmulProgram p = MatmulProgram.of(Algorithm.DOT, 2, 3, 2, 1);
    assertThatThrownBy(() -> new MatmulRun(Matrix.zeros(2, 3), Matrix.zeros(4, 2), p))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'b'");
  }
}

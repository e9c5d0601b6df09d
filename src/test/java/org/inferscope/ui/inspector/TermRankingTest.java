package org.inferscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Term;
import org.junit.jupiter.api.Test;

class TermRankingTest {
  private static List<Term> terms(double... contributions) {
    return IntStream.range(0, contributions.length)
        .mapToObj(i -> new Term("t" + i, "", contributions[i], List.of()))
        .toList();
  }

  private static List<String> labels(TermRanking ranking) {
    return ranking.shown().stream().map(Term::label).toList();
  }

  @Test
  void theLargestComesFirstWhateverItsSign() {
    List<Term> terms = terms(1, -5, 3, Double.NaN, 0);
    assertThat(labels(TermRanking.of(terms, true, 50)))
        .containsExactly("t3", "t1", "t2", "t0", "t4");
    assertThat(labels(TermRanking.of(terms, false, 50)))
        .containsExactly("t0", "t1", "t2", "t3", "t4");
  }

  @Test
  void theRestIsAddedUp() {
    TermRanking ranking = TermRanking.of(terms(1, -5, 3, 2), true, 2);
    assertThat(labels(ranking)).containsExactly("t1", "t2");
    assertThat(ranking.restCount()).isEqualTo(2);
    assertThat(ranking.restSum()).isEqualTo(3);
  }

  @Test
  void theScaleHoldsZeroAndBothEnds() {
    TermRanking ranking = TermRanking.of(terms(3, -1), true, 50);
    assertThat(ranking.zero()).isCloseTo(0.25, within(1e-12));
    assertThat(ranking.scale(3)).isEqualTo(1);
    assertThat(ranking.scale(-1)).isZero();
    assertThat(ranking.scale(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void withoutAnythingToScaleNothingIsDividedByZero() {
    assertThat(TermRanking.of(terms(0, 0), true, 50).scale(0)).isZero();
    assertThat(TermRanking.of(List.of(), true, 50).zero()).isZero();
  }
}

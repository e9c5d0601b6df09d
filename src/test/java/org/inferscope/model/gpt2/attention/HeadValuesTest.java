package org.inferscope.model.gpt2.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of patterns made by hand, whose exact values are known. */
class HeadValuesTest {
  private static final double EXACT = 1e-12;
  private static final double FLOAT = 1e-6;

  /** Three words, twice, so that each of the last three has one earlier occurrence. */
  private static final List<Integer> TWICE = List.of(7, 8, 9, 7, 8, 9);

  private static final List<Integer> DIFFERENT = List.of(1, 2, 3, 4, 5);

  /** All weight of each query on one key. */
  private static AttentionRows pointing(IntUnaryOperator keyOf) {
    return query -> {
      float[] row = new float[query + 1];
      row[keyOf.applyAsInt(query)] = 1;
      return row;
    };
  }

  private static HeadValues values(AttentionRows rows, List<Integer> ids) {
    CountedPairs pairs = CountedPairs.of(ids);
    return HeadValues.of(rows, pairs, HeadValues.measure(AttentionRows.uniform(), pairs));
  }

  private static double value(HeadValues of, HeadFigure figure) {
    return of.value(figure).orElseThrow();
  }

  @Test
  void aHeadThatLooksAtTheTokenBeforeHasThatScoreInFull() {
    HeadValues values = values(pointing(query -> Math.max(0, query - 1)), DIFFERENT);
    assertThat(value(values, HeadFigure.PREVIOUS)).isEqualTo(1);
    assertThat(value(values, HeadFigure.DISTANCE)).isEqualTo(1);
    assertThat(value(values, HeadFigure.ENTROPY)).isZero();
    assertThat(value(values, HeadFigure.EVENNESS)).isZero();
    // Of four queries, only the first has the first token just before it.
    assertThat(value(values, HeadFigure.FIRST)).isEqualTo(0.25);
    assertThat(values.tags()).containsExactly(HeadTag.PREVIOUS);
  }

  @Test
  void aHeadThatRestsOnTheFirstTokenLooksAsFarBackAsThereAreTokens() {
    HeadValues values = values(pointing(query -> 0), DIFFERENT);
    assertThat(value(values, HeadFigure.FIRST)).isEqualTo(1);
    assertThat(value(values, HeadFigure.DISTANCE)).isEqualTo((1 + 2 + 3 + 4) / 4.0);
    assertThat(value(values, HeadFigure.PREVIOUS)).isEqualTo(0.25);
    assertThat(values.tags()).containsExactly(HeadTag.FIRST);
  }

  @Test
  void aHeadThatLooksAtWhatFollowedEarlierIsAnInductionHead() {
    HeadValues values = values(pointing(query -> query < 3 ? 0 : query - 2), TWICE);
    assertThat(value(values, HeadFigure.INDUCTION)).isEqualTo(1);
    assertThat(value(values, HeadFigure.DUPLICATE)).isZero();
    assertThat(values.tags()).contains(HeadTag.INDUCTION).doesNotContain(HeadTag.DUPLICATE);
  }

  @Test
  void aHeadThatLooksAtTheSameTokenEarlierIsADuplicateTokenHead() {
    HeadValues values = values(pointing(query -> query < 3 ? query : query - 3), TWICE);
    assertThat(value(values, HeadFigure.DUPLICATE)).isEqualTo(1);
    assertThat(value(values, HeadFigure.INDUCTION)).isZero();
    assertThat(value(values, HeadFigure.DISTANCE)).isEqualTo(9 / 5.0, within(EXACT));
    assertThat(values.tags()).containsExactly(HeadTag.DUPLICATE);
  }

  @Test
  void halfTheWeightGivesHalfTheScore() {
    AttentionRows rows =
        query -> {
          float[] row = new float[query + 1];
          row[0] = 0.5f;
          row[query] += 0.5f;
          return row;
        };
    HeadValues values = values(rows, DIFFERENT);
    assertThat(value(values, HeadFigure.FIRST)).isEqualTo(0.5);
    assertThat(value(values, HeadFigure.DISTANCE)).isEqualTo(1.25);
    assertThat(value(values, HeadFigure.ENTROPY)).isEqualTo(1, within(EXACT));
  }

  @Test
  void anEvenLookIsWhatChanceGivesAndGetsNoTag() {
    HeadValues values = values(AttentionRows.uniform(), TWICE);
    double previous = IntStream.rangeClosed(1, 5).mapToDouble(q -> 1.0 / (q + 1)).sum() / 5;
    double bits =
        IntStream.rangeClosed(1, 5).mapToDouble(q -> Math.log(q + 1) / Math.log(2)).sum() / 5;
    assertThat(value(values, HeadFigure.PREVIOUS)).isEqualTo(previous, within(FLOAT));
    assertThat(value(values, HeadFigure.FIRST)).isEqualTo(previous, within(FLOAT));
    assertThat(value(values, HeadFigure.ENTROPY)).isEqualTo(bits, within(FLOAT));
    assertThat(value(values, HeadFigure.EVENNESS)).isEqualTo(1, within(FLOAT));
    assertThat(value(values, HeadFigure.DISTANCE)).isEqualTo(1.5, within(FLOAT));
    double repeated = (1 / 4.0 + 1 / 5.0 + 1 / 6.0) / 3;
    assertThat(value(values, HeadFigure.INDUCTION)).isEqualTo(repeated, within(FLOAT));
    assertThat(value(values, HeadFigure.DUPLICATE)).isEqualTo(repeated, within(FLOAT));
    assertThat(values.tags()).isEmpty();
  }

  @Test
  void aTagAsksForMoreThanChanceInAShortPrompt() {
    Map<HeadFigure, Double> half = Map.of(HeadFigure.PREVIOUS, 0.5);
    assertThat(HeadTag.of(half, Map.of(HeadFigure.PREVIOUS, 0.1)))
        .containsExactly(HeadTag.PREVIOUS);
    assertThat(HeadTag.of(half, Map.of(HeadFigure.PREVIOUS, 0.4))).isEmpty();
    assertThat(HeadTag.PREVIOUS.least(0.1)).isEqualTo(HeadTag.LEAST_LOOK);
    assertThat(HeadTag.FIRST.least(0.1)).isEqualTo(HeadTag.LEAST_REST);
    assertThat(HeadTag.FIRST.least(0.4)).isEqualTo(0.4 * HeadTag.TIMES_CHANCE);
  }

  @Test
  void withoutARepeatedTokenTwoScoresCannotBeComputed() {
    HeadValues values = values(AttentionRows.uniform(), DIFFERENT);
    assertThat(values.value(HeadFigure.INDUCTION)).isEmpty();
    assertThat(values.value(HeadFigure.DUPLICATE)).isEmpty();
    assertThat(values.value(HeadFigure.PREVIOUS)).isPresent();
  }

  @Test
  void ofOneTokenNothingCanBeComputed() {
    HeadValues values = values(AttentionRows.uniform(), List.of(3));
    for (HeadFigure figure : HeadFigure.all()) {
      assertThat(values.value(figure)).as(figure.toString()).isEmpty();
    }
    assertThat(values.tags()).isEmpty();
  }

  @Test
  void whatFollowedIsNeverTheQueryItself() {
    CountedPairs pairs = CountedPairs.of(List.of(4, 4, 4));
    assertThat(pairs.keys(HeadFigure.INDUCTION, 1)).isEmpty();
    assertThat(pairs.keys(HeadFigure.INDUCTION, 2)).containsExactly(1);
    assertThat(pairs.keys(HeadFigure.DUPLICATE, 2)).containsExactly(0, 1);
    assertThat(pairs.queries(HeadFigure.INDUCTION)).isEqualTo(1);
  }

  @Test
  void theFirstQueryHasNoChoiceAndIsNotCounted() {
    CountedPairs pairs = CountedPairs.of(TWICE);
    for (HeadFigure figure : HeadFigure.all()) {
      assertThat(pairs.keys(figure, 0)).as(figure.toString()).isEmpty();
    }
    assertThat(pairs.queries(HeadFigure.PREVIOUS)).isEqualTo(5);
    assertThat(pairs.keys(HeadFigure.DISTANCE, 2)).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> pairs.keys(HeadFigure.FIRST, 6))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("query");
  }

  @Test
  void noPromptIsNoTokens() {
    assertThatThrownBy(() -> CountedPairs.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one token");
  }
}

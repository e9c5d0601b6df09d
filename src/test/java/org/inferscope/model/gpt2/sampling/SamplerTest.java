package org.inferscope.model.gpt2.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final BitSet NONE = new BitSet();

  /** Probabilities 0.5, 0.3, 0.15, 0.05, not in order. */
  private static final float[] LOGITS = logs(0.15, 0.5, 0.05, 0.3);

  @Test
  void greedyTakesTheLikeliestAndOfEqualsTheFirst() {
    assertThat(choose(SamplingSettings.likeliest(), LOGITS).id()).isEqualTo(1);
    assertThat(choose(SamplingSettings.likeliest(), 1, 3, 2, 3, 3).id()).isEqualTo(1);
    assertThat(choose(SamplingSettings.likeliest(), Float.NEGATIVE_INFINITY, -9).id()).isEqualTo(1);
  }

  @Test
  void candidatesTellTheModelsOwnProbabilityAndTheChance() {
    Choice choice = new Sampler(settings(1, 2, 1, 0, 1)).choose(LOGITS, NONE, 3);

    assertThat(choice.candidates()).extracting(Candidate::id).containsExactly(1, 3, 0);
    assertClose(choice.candidates().stream().map(Candidate::probability), 0.5, 0.3, 0.15);
    assertClose(choice.candidates().stream().map(Candidate::chance), 0.625, 0.375, 0);
    assertThat(choice.candidates().get(0).logit()).isEqualTo(LOGITS[1]);
    assertThat(new Sampler(SamplingSettings.plain(1)).choose(LOGITS, NONE, 9).candidates())
        .hasSize(4);
  }

  @Test
  void temperatureRaisesProbabilitiesToItsInverse() {
    double sum = 0.25 + 0.09 + 0.0225 + 0.0025;
    assertChances(settings(0.5, 0, 1, 0, 1), 0.25 / sum, 0.09 / sum, 0.0225 / sum, 0.0025 / sum);
  }

  @Test
  void topKKeepsThoseAsLikelyAsTheLast() {
    assertChances(settings(1, 3, 1, 0, 1), 0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0);
    Choice ties = new Sampler(settings(1, 2, 1, 0, 1)).choose(new float[] {1, 2, 1, 1}, NONE, 4);
    assertThat(ties.candidates()).allMatch(candidate -> candidate.chance() > 0);
    assertChances(settings(1, 99, 1, 0, 1), 0.5, 0.3, 0.15, 0.05);
  }

  @Test
  void topPKeepsTheFewestThatReachIt() {
    assertChances(settings(1, 0, 0.4, 0, 1), 1, 0, 0, 0);
    assertChances(settings(1, 0, 0.6, 0, 1), 0.625, 0.375, 0, 0);
    assertChances(settings(1, 0, 0.9, 0, 1), 0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0);
    assertChances(settings(1, 0, 1e-9, 0, 1), 1, 0, 0, 0);
  }

  @Test
  void topPCountsWhatTopKHasLeft() {
    // Of the 0.8 left by top-k the first has 0.625.
    assertChances(settings(1, 2, 0.62, 0, 1), 1, 0, 0, 0);
  }

  @Test
  void minPKeepsAPartOfTheLikeliest() {
    assertChances(settings(1, 0, 1, 0.29, 1), 0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0);
    assertChances(settings(1, 0, 1, 1, 1), 1, 0, 0, 0);
  }

  @Test
  void thePenaltyMakesWhatWasThereLessLikelyOnBothSidesOfZero() {
    BitSet seen = new BitSet();
    seen.set(0, 2);
    seen.set(100);
    float[] logits = {4, -1, 3, -1.5f};
    SamplingSettings greedy = new SamplingSettings(true, 1, 0, 1, 0, 2, 0);

    Choice choice = new Sampler(greedy).choose(logits, seen, 4);

    // Now 2, -2, 3, -1.5.
    assertThat(choice.candidates()).extracting(Candidate::id).containsExactly(2, 0, 3, 1);
    assertThat(choice.chosen().chance()).isEqualTo(1);
    assertThat(choice.chosen().probability()).isLessThan(0.3);
    assertThat(logits).containsExactly(4, -1, 3, -1.5f);
  }

  @Test
  void aSeedGivesTheSameTokensAndAnotherOthers() {
    assertThat(tokens(7)).isEqualTo(tokens(7)).isNotEqualTo(tokens(8));
    // As np.random.seed(7) has it: 0.0763, 0.7799, 0.4384, 0.7235, by id.
    assertThat(tokens(7).subList(0, 4)).containsExactly(0, 3, 1, 3);
  }

  @Test
  void tokensComeAsOftenAsTheirChanceSays() {
    for (SamplingSettings each :
        List.of(SamplingSettings.plain(1), settings(0.8, 3, 0.9, 0.01, 1))) {
      Sampler sampler = new Sampler(each);
      double[] seen = new double[4];
      for (int i = 0; i < 20_000; i++) {
        seen[sampler.choose(LOGITS, NONE, 0).id()] += 1 / 20_000.0;
      }
      for (Candidate candidate : sampler.choose(LOGITS, NONE, 4).candidates()) {
        assertThat(seen[candidate.id()]).isCloseTo(candidate.chance(), within(0.015));
      }
    }
  }

  @Test
  void aLargeVocabularyIsRankedAsByAFullSort() {
    Random random = new Random(3);
    float[] logits = new float[50257];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.round(random.nextGaussian() * 100) / 25f; // Many are equal.
    }
    List<Integer> sorted = new ArrayList<>(IntStream.range(0, logits.length).boxed().toList());
    sorted.sort(Comparator.comparingDouble(id -> -logits[id]));

    Choice choice = new Sampler(settings(1, 40, 0.9, 0, 1)).choose(logits, NONE, 2000);

    assertThat(choice.candidates()).extracting(Candidate::id).isEqualTo(sorted.subList(0, 2000));
  }

  @Test
  void extremeLogitsStayFinite() {
    Choice choice =
        new Sampler(settings(0.01, 0, 1, 0, 1))
            .choose(new float[] {3e38f, -3e38f, 3e38f, Float.NEGATIVE_INFINITY}, NONE, 4);
    assertClose(choice.candidates().stream().map(Candidate::chance), 0.5, 0.5, 0, 0);
    assertClose(choice.candidates().stream().map(Candidate::probability), 0.5, 0.5, 0, 0);
  }

  @Test
  void logitsThatAreNoNumbersAreRefused() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> choose(SamplingSettings.plain(1), 1, bad, 2))
          .isInstanceOf(InferscopeException.class)
          .hasMessage(
              "No token can be chosen: the model's logits have NaN or ∞ among them. Its weights may"
                  + " be damaged.");
    }
    assertThatThrownBy(() -> choose(SamplingSettings.plain(1), Float.NEGATIVE_INFINITY))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("No token can be chosen: all of the model's logits are −∞.");
  }

  @Test
  void settingsWithoutAMeaningAreRefusedInWords() {
    assertThatThrownBy(() -> settings(0, 0, 1, 0, 1))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(
            "The temperature must be above 0, but is 0. For the likeliest token each time, choose"
                + " greedy.");
    assertThatThrownBy(() -> settings(Double.NaN, 0, 1, 0, 1)).hasMessageContaining("is NaN");
    assertThatThrownBy(() -> settings(1, -1, 1, 0, 1)).hasMessageStartingWith("Top-k must be 0");
    assertThatThrownBy(() -> settings(1, 0, 0, 0, 1))
        .hasMessageStartingWith("Top-p must be above 0");
    assertThatThrownBy(() -> settings(1, 0, 1.1, 0, 1)).hasMessageEndingWith("but is 1.1.");
    assertThatThrownBy(() -> settings(1, 0, 1, -0.1, 1)).hasMessageStartingWith("Min-p must be");
    assertThatThrownBy(() -> settings(1, 0, 1, 0, 0)).hasMessageStartingWith("The repetition");
    assertThatThrownBy(() -> SamplingSettings.plain(-1))
        .hasMessage("The seed must be between 0 and 4,294,967,295, but is −1.");
  }

  private static SamplingSettings settings(
      double temperature, int topK, double topP, double minP, double penalty) {
    return new SamplingSettings(false, temperature, topK, topP, minP, penalty, 5);
  }

  private static Choice choose(SamplingSettings settings, float... logits) {
    return new Sampler(settings).choose(logits, NONE, 0);
  }

  private static List<Integer> tokens(long seed) {
    Sampler sampler = new Sampler(SamplingSettings.plain(seed));
    return IntStream.range(0, 30).mapToObj(i -> sampler.choose(LOGITS, NONE, 0).id()).toList();
  }

  /** The chances of the four of {@link #LOGITS}, the likeliest first. */
  private static void assertChances(SamplingSettings settings, double... expected) {
    Choice choice = new Sampler(settings).choose(LOGITS, NONE, 4);
    assertClose(choice.candidates().stream().map(Candidate::chance), expected);
  }

  private static void assertClose(Stream<Double> actual, double... expected) {
    assertThat(actual.mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, within(1e-7));
  }

  private static float[] logs(double... probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }
}

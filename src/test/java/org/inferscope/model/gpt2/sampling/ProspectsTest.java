package org.inferscope.model.gpt2.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.Test;

class ProspectsTest {
  private static final int VOCABULARY = 500;

  private final float[] logits = logits(3);
  private final BitSet seen = BitSet.valueOf(new long[] {0b1011});

  private static float[] logits(long seed) {
    float[] logits = new float[VOCABULARY];
    NumpyRandom random = new NumpyRandom(seed);
    for (int id = 0; id < logits.length; id++) {
      logits[id] = (float) random.standardNormal() * 2;
    }
    return logits;
  }

  private static SamplingSettings settings(
      double temperature, int topK, double topP, double minP, double penalty) {
    return new SamplingSettings(false, temperature, topK, topP, minP, penalty, 0);
  }

  @Test
  void areWhatTheSamplerChoosesFromWhateverSettingsCameBefore() {
    Prospects prospects = new Prospects(logits, seen);
    List<SamplingSettings> all =
        List.of(
            settings(1, 0, 1, 0, 1),
            settings(0.3, 40, 1, 0, 1),
            settings(1.7, 0, 0.9, 0, 1),
            settings(0.8, 7, 0.95, 0.02, 1.3),
            settings(1.2, 0, 1, 0.05, 1.3),
            SamplingSettings.likeliest(),
            settings(0.05, 3, 0.5, 0, 0.7));
    for (SamplingSettings each : all) {
      prospects.set(each);
      assertThat(prospects.top(VOCABULARY))
          .isEqualTo(new Sampler(each).choose(logits, seen, VOCABULARY).candidates());
    }
  }

  @Test
  void chancesAddUpToOneOverThoseThatStay() {
    Prospects prospects = new Prospects(logits, seen);
    prospects.set(settings(0.9, 30, 0.9, 0, 1));
    List<Candidate> all = prospects.top(VOCABULARY);
    assertThat(all.stream().mapToDouble(Candidate::chance).sum()).isCloseTo(1, within(1e-12));
    assertThat(all.stream().filter(each -> each.chance() > 0)).hasSize(prospects.kept());
    double mass =
        all.stream().limit(prospects.kept()).mapToDouble(c -> prospects.mass(c.id())).sum();
    assertThat(prospects.keptMass()).isCloseTo(mass, within(1e-12));
  }

  @Test
  void anyTokenCanBeAskedFor() {
    Prospects prospects = new Prospects(logits, seen);
    prospects.set(settings(0.9, 30, 1, 0, 1));
    for (Candidate each : prospects.top(VOCABULARY)) {
      assertThat(prospects.candidate(each.id())).isEqualTo(each);
    }
  }

  @Test
  void ofEquallyLikelyTokensAllStayOrNone() {
    Prospects prospects = new Prospects(new float[] {1, 3, 2, 2, 2, 0}, new BitSet());
    prospects.set(settings(1, 2, 1, 0, 1));
    assertThat(prospects.kept()).isEqualTo(4);
    assertThat(prospects.candidate(4).chance()).isPositive();
    assertThat(prospects.candidate(0).chance()).isZero();
  }

  @Test
  void refusesLogitsThatAreNoNumbersAndQuestionsBeforeSettings() {
    assertThatThrownBy(() -> new Prospects(new float[] {1, Float.NaN}, seen))
        .isInstanceOf(InferscopeException.class);
    assertThatThrownBy(() -> new Prospects(logits, seen).top(1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSamplerThatSkipsGoesOnWhereAnotherOneIs() {
    SamplingSettings settings = settings(1.5, 0, 1, 0, 1);
    Sampler all = new Sampler(settings);
    for (int i = 0; i < 4; i++) {
      all.choose(logits, seen, 0);
    }
    Sampler late = new Sampler(settings);
    late.skip(4);
    assertThat(late.choose(logits, seen, 0)).isEqualTo(all.choose(logits, seen, 0));
  }
}

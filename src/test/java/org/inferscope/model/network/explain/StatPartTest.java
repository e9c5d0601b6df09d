package org.inferscope.model.network.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.explain.NetworkRef.Stat;
import org.inferscope.model.network.explain.NetworkRef.Unit;
import org.inferscope.model.network.preset.Presets;
import org.junit.jupiter.api.Test;

/** Figures of a column, as numbers and in words. */
class StatPartTest {
  private final NetworkExplainer notebook =
      new NetworkExplainer(Snapshots.of(Presets.notebook(), 0));

  private static double added(Explanation explanation) {
    return explanation.terms().stream().mapToDouble(Term::contribution).sum();
  }

  @Test
  void deadUnitsAreCountedOneByOne() {
    Explanation dead = notebook.explain(new Stat(1, Statistic.DEAD));
    assertThat(dead.shown()).isEqualTo(9.0 / 16);
    assertThat(dead.terms()).hasSize(9);
    assertThat(dead.terms().get(0).label()).isEqualTo("h⁽¹⁾₂ is always 0");
    assertThat(dead.substituted()).isEqualTo("9 / 16 = 0.5625");
    assertThat(added(dead)).isCloseTo(dead.shown(), within(1e-15));
  }

  @Test
  void theLargestNumberLeadsToWhereItIs() {
    Explanation max = notebook.explain(new Stat(1, Statistic.MAX));
    assertThat(max.sources()).containsExactly(new Unit(1, 0, 0));
    assertThat(max.substituted()).isEqualTo("h⁽¹⁾₁ = 1.789");
    Explanation min = notebook.explain(new Stat(3, Statistic.MIN));
    assertThat(min.sources()).containsExactly(new Unit(3, 0, 0));
    assertThat(min.title()).isEqualTo("min of layer 3");
  }

  @Test
  void theMeanIsMadeOfEveryNumberOrOfEveryUnitWhereTheyAreTooMany() {
    Explanation few = notebook.explain(new Stat(1, Statistic.MEAN));
    assertThat(few.terms()).hasSize(16);
    assertThat(added(few)).isCloseTo(few.shown(), within(1e-12));
    NetworkPlan plan = NetworkPlan.of(8, 16, 4);
    NetworkExplainer many =
        new NetworkExplainer(Snapshots.of(plan, InputBatch.random(3, 300, 8), 5, Ablations.NONE));
    Explanation mean = many.explain(new Stat(1, Statistic.MEAN));
    assertThat(mean.terms()).hasSize(16);
    assertThat(added(mean)).isCloseTo(mean.shown(), within(1e-12));
    assertThat(mean.terms().get(2).sources()).containsExactly(new Unit(1, 5, 2));
  }

  @Test
  void theStandardDeviationReadsTheMean() {
    Explanation std = notebook.explain(new Stat(0, Statistic.STD));
    assertThat(std.sources()).contains(new Stat(0, Statistic.MEAN)).hasSize(9);
    assertThat(std.formula()).contains("mean of the input");
  }
}

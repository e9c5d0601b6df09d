package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Comparison comparison(ViewBench bench) {
    return Comparison.of(bench.presenter.shown().orElseThrow()).orElseThrow();
  }

  private static String differs(ViewBench bench) {
    NetworkPresenter presenter = bench.presenter;
    return CompareWriter.differs(
        comparison(bench), presenter.state().held(), presenter.shown().orElseThrow().plan());
  }

  private static ViewBench held() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    return bench.after(bench.presenter::hold);
  }

  @Test
  void aUnitThatIsOffIsComparedWithTheNetworkAsItIs() {
    ViewBench bench = ViewBench.of(1, 8, 16, 8, 4);
    assertThat(Comparison.of(bench.presenter.shown().orElseThrow())).isEmpty();
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 0)));
    Comparison comparison = comparison(bench);

    assertThat(comparison.size()).isEqualTo(4);
    assertThat(comparison.peak(0)).isEqualTo(-1);
    assertThat(comparison.peak(1)).isZero();
    assertThat(comparison.valuesB(1).get(0)).isZero();
    float a = comparison.valuesA(3).get(1);
    float b = comparison.valuesB(3).get(1);
    assertThat(comparison.difference(3).orElseThrow().get(1)).isEqualTo(b - a);
    assertThat(CompareWriter.headline(comparison)).contains("0.06599").contains("unit 2");
    assertThat(differs(bench)).isEqualTo("1 unit switched off");
    assertThat(CompareNarrator.say(bench.presenter)).contains("moves by at most").contains("off");
  }

  @Test
  void whatDiffersIsNamed() {
    ViewBench bench = held();
    assertThat(differs(bench)).isEqualTo("nothing");
    bench.after(() -> bench.presenter.setInput(0, 3, null));
    assertThat(differs(bench)).isEqualTo("another input");
    bench.after(() -> bench.presenter.draw(Initialisation.HE_NORMAL, 5));
    assertThat(differs(bench)).isEqualTo("other weights, another input");
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 0)));
    bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 1)));
    bench.after(() -> bench.presenter.toggle(new Ablations.Link(0, 3, 2)));
    assertThat(differs(bench)).endsWith("2 units and 1 weight switched off");
  }

  @Test
  void anotherActivationIsNamedAndTheRestIsLeftOut() {
    ViewBench bench = held();
    bench.after(() -> bench.presenter.setActivation(0, Activation.TANH));

    assertThat(differs(bench)).isEqualTo("other activations");
  }

  @Test
  void onlyColumnsOfEqualWidthAreSubtracted() {
    ViewBench bench = held();
    bench.after(() -> bench.presenter.setWidth(2, 12));
    Comparison comparison = comparison(bench);

    assertThat(differs(bench)).isEqualTo("another shape");
    assertThat(comparison.difference(1)).isPresent();
    assertThat(comparison.difference(2)).isEmpty();
    assertThat(comparison.largest(2)).isZero();
    assertThat(CompareWriter.reason(comparison, 2)).isEqualTo("8 units in A, 12 in B");
    assertThat(CompareWriter.unit(comparison, 2, 10)).startsWith("Layer 2, unit 11: B ");
    assertThat(comparison.difference(3)).isPresent();
    bench.after(() -> bench.presenter.setWidth(3, 5));
    assertThat(CompareWriter.headline(comparison(bench)))
        .isEqualTo("Outputs of 4 and 5 units have no difference");
  }

  @Test
  void outputsArePairedWhateverTheDepth() {
    ViewBench bench = held();
    bench.after(() -> bench.presenter.insertAfter(1));
    Comparison deeper = comparison(bench);

    assertThat(deeper.pair(3)).isEqualTo(new Comparison.Pair(-1, 3));
    assertThat(deeper.pair(4)).isEqualTo(new Comparison.Pair(3, 4));
    assertThat(deeper.pairOf(4)).isEqualTo(4);
    assertThat(CompareWriter.reason(deeper, 3)).contains("only B");
    bench.after(() -> bench.presenter.remove(1));
    bench.after(() -> bench.presenter.remove(1));
    Comparison flatter = comparison(bench);
    assertThat(flatter.pair(2)).isEqualTo(new Comparison.Pair(2, -1));
    assertThat(flatter.pair(3)).isEqualTo(new Comparison.Pair(3, 2));
    assertThat(flatter.pairOf(2)).isEqualTo(3);
    assertThat(CompareWriter.reason(flatter, 2)).contains("only A");
  }

  @Test
  void anOutputThatIsNoNumberIsSaid() {
    ViewBench bench = held();
    bench.after(() -> bench.presenter.setInput(0, Float.NaN, null));

    assertThat(CompareWriter.headline(comparison(bench))).contains("not finite");
  }

  @Test
  void lengthsFollowTheAxisAndDifferencesTheirOwn() {
    ViewBench bench = held();
    bench.after(() -> bench.presenter.setInput(0, 8, null));
    Comparison comparison = comparison(bench);

    assertThat(comparison.limit(3, Display.Axis.SHARED)).isEqualTo(8);
    assertThat(comparison.limit(3, Display.Axis.PER_LAYER)).isLessThan(8);
    assertThat(comparison.differenceLimit(0)).isEqualTo(8);
    assertThat(comparison.differenceLimit(3)).isLessThan(8);
  }

  @Test
  void aUnitsSentenceHasBothNumbersAndTheirDifference() {
    ViewBench bench = held();
    bench.after(() -> bench.presenter.setInput(0, 2.5f, null));
    bench.presenter.hover(Optional.of(new Ablations.Unit(0, 0)));

    assertThat(CompareNarrator.say(bench.presenter))
        .isEqualTo("Input, unit 1: A 0.4967, B 2.5, B − A = 2.003");
  }

  @Test
  void withoutAComparisonTheNarratorSaysHowToGetOne() {
    assertThat(CompareNarrator.say(ViewBench.of(1, 8, 4).presenter)).startsWith("Hold this run");
  }
}

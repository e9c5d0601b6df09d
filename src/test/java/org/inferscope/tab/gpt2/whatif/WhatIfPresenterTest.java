package org.inferscope.tab.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.model.gpt2.whatif.Sweep;
import org.inferscope.model.gpt2.whatif.WhatIfRef;
import org.inferscope.support.LostSoon;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfPresenterTest {
  private static final Part MLP = new Part.Mlp(0);
  private static final Part HEAD = new Part.Head(5, 2);

  @TempDir Path folder;
  private Gpt2Rig rig;
  private WhatIfPresenter presenter;
  private WhatIfWords words;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    presenter = new WhatIfPresenter(rig.presenter);
    words = new WhatIfWords(presenter);
    rig.presenter.show(View.WHAT_IF);
    rig.settle();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Comparison comparison() {
    return presenter.comparison().orElseThrow();
  }

  private Sweep sweep() {
    return presenter.importance().map(Importance::sweep).orElseThrow();
  }

  @Test
  void withNothingTakenAwayBothAreTheSame() {
    assertThat(comparison().nats()).isZero();
    assertThat(words.sentence()).startsWith("Nothing is taken away");
    assertThat(words.caption()).contains("·a (0.1484)");
    assertThat(words.next(comparison())).isEqualTo("Next token: ·a, before and after");
  }

  @Test
  void runsThePassAgainWithoutWhatIsTakenAwayAndBack() {
    presenter.toggle(List.of(MLP));
    assertThat(comparison().nats()).as("not yet").isZero();
    rig.settle();
    assertThat(comparison().nats()).isGreaterThan(1);
    assertThat(words.sentence()).contains("the MLP of layer 0").contains("Zeros");
    assertThat(words.caption()).contains("Without the MLP of layer 0").contains("nats");
    presenter.toggle(List.of(HEAD));
    presenter.fill(Fill.MEAN);
    rig.settle();
    assertThat(presenter.result().orElseThrow().ablation().parts()).containsExactly(MLP, HEAD);
    assertThat(words.sentence()).contains("mean");
    assertThat(rig.presenter.state().focus().layer()).as("the head is followed").isEqualTo(5);
    presenter.reset();
    assertThat(comparison().nats()).as("at once").isZero();
    rig.presenter.history().undo();
    rig.settle();
    assertThat(comparison().nats()).isPositive();
  }

  @Test
  void comesBackOnTheNextDeviceWhereOneIsLost() {
    for (int operations = 0; operations < 200; operations += 66) {
      LostSoon card = new LostSoon();
      rig.compute.change(card.backend());
      rig.settle();
      card.loseAfter(operations);
      presenter.toggle(List.of(MLP));
      rig.settle();
      assertThat(rig.compute.active().device().id()).isEqualTo("reference");
      assertThat(comparison().nats()).isGreaterThan(1);
      presenter.reset();
      rig.settle();
    }
  }

  @Test
  void takesTheSamePartsAwayFromANewPrompt() {
    presenter.toggle(List.of(MLP, new Part.Token(3)));
    rig.settle();
    rig.type("The capital of");
    assertThat(presenter.result().orElseThrow().ablation().parts()).containsExactly(MLP);
    assertThat(presenter.wanted().parts()).containsExactly(MLP);
    assertThat(presenter.settings().ablation().parts()).as("kept").hasSize(2);
    rig.type("The capital of France is");
    assertThat(presenter.result().orElseThrow().ablation().parts()).hasSize(2);
    assertThat(presenter.word(comparison().before().best())).isEqualTo("·Paris");
  }

  @Test
  void followsTheSelectedTokenWithoutRunningAnything() {
    presenter.toggle(List.of(MLP));
    rig.settle();
    int jobs = rig.compute.submitted();
    double last = comparison().nats();
    rig.presenter.selectToken(1);
    assertThat(presenter.position()).isEqualTo(1);
    assertThat(comparison().nats()).isNotEqualTo(last);
    assertThat(rig.compute.submitted() - jobs).as("but who speaks for what").isLessThan(2);
  }

  @Test
  void doesNothingWhileAnotherViewIsInFront() {
    rig.presenter.show(View.MAP);
    rig.settle();
    presenter.toggle(List.of(MLP));
    presenter.sweep(true);
    assertThat(rig.compute.waiting()).isZero();
    rig.presenter.show(View.WHAT_IF);
    rig.settle();
    assertThat(comparison().nats()).isPositive();
    assertThat(sweep().isComplete()).isTrue();
  }

  @Test
  void takesEveryPartAwayInTurnAndSaysHowFarItIs() {
    List<Integer> done = new ArrayList<>();
    presenter.listen(() -> presenter.importance().ifPresent(made -> done.add(made.sweep().done())));
    presenter.sweep(true);
    assertThat(presenter.isSweeping()).isTrue();
    rig.settle();
    assertThat(done).isSorted().startsWith(0).endsWith(42).contains(7, 14, 21, 28, 35);
    assertThat(presenter.isSweeping()).isFalse();
    assertThat(words.caption()).startsWith("Of all heads, head");
    assertThat(words.tip(HEAD)).contains("Taken away alone").contains("own addend");
    double measured = presenter.importance().orElseThrow().change(HEAD, Measure.LOG_PROBABILITY);
    presenter.toggle(List.of(HEAD));
    rig.settle();
    int id = presenter.target().orElseThrow();
    double alone =
        comparison().after().logProbability(id) - comparison().before().logProbability(id);
    assertThat(alone).isCloseTo(measured, within(1e-4));
  }

  @Test
  void stoppedItKeepsWhatItFoundAndGoesOnFromThere() {
    presenter.sweep(true);
    int waiting = rig.compute.waiting();
    presenter.sweep(false);
    assertThat(rig.compute.waiting()).isEqualTo(waiting - 1);
    rig.settle();
    assertThat(sweep().done()).isZero();
    assertThat(presenter.isSweeping()).isFalse();
    Runnable[] stop = {() -> {}};
    presenter.listen(() -> stop[0].run());
    stop[0] =
        () -> {
          if (sweep().done() == 14) {
            presenter.sweep(false);
          }
        };
    presenter.sweep(true);
    rig.settle();
    assertThat(sweep().done()).isEqualTo(14);
    stop[0] = () -> {};
    int jobs = rig.compute.submitted();
    presenter.sweep(true);
    rig.settle();
    assertThat(sweep().isComplete()).isTrue();
    assertThat(rig.compute.submitted() - jobs).isEqualTo(4);
  }

  @Test
  void aNewPromptLeavesNothingOfTheOldSweep() {
    presenter.sweep(true);
    rig.settle();
    int old = presenter.target().orElseThrow();
    rig.presenter.type("The capital of France is");
    assertThat(presenter.isSweeping()).as("rests while one types").isFalse();
    rig.settle();
    assertThat(sweep().isComplete()).isTrue();
    assertThat(sweep().position()).isEqualTo(rig.shown().tokens().size() - 1);
    assertThat(presenter.target().orElseThrow()).isNotEqualTo(old);
    assertThat(presenter.importance().orElseThrow().before().id())
        .isEqualTo(presenter.target().orElseThrow());
  }

  @Test
  void anotherTokenIsJudgedWithoutTakingPartsAwayAgain() {
    presenter.sweep(true);
    rig.settle();
    int jobs = rig.compute.submitted();
    presenter.typeTarget("not");
    rig.settle();
    assertThat(presenter.word(presenter.target().orElseThrow())).isEqualTo("·not");
    assertThat(presenter.hasOwnTarget()).isTrue();
    assertThat(sweep().isComplete()).isTrue();
    assertThat(rig.compute.submitted() - jobs).isEqualTo(1);
    presenter.typeTarget("");
    assertThat(presenter.hasOwnTarget()).isFalse();
    rig.settle();
    assertThat(presenter.word(presenter.target().orElseThrow())).isEqualTo("·a");
  }

  @Test
  void opensEachNumberInTheInspector() {
    presenter.toggle(List.of(MLP));
    presenter.sweep(true);
    rig.settle();
    int id = comparison().before().best();
    presenter.open(id, PairFigure.BEFORE);
    assertThat(rig.inspector.current().orElseThrow().shown())
        .isEqualTo(comparison().before().probability(id));
    presenter.open(id, PairFigure.LOGIT_AFTER);
    assertThat(rig.inspector.current().orElseThrow().shown())
        .isEqualTo(comparison().after().logit(id));
    presenter.open(id, PairFigure.CHANGE);
    assertThat(rig.inspector.current().orElseThrow().shown())
        .isEqualTo(comparison().row(id).change());
    presenter.explain(HEAD);
    assertThat(rig.inspector.current().orElseThrow().subject())
        .isInstanceOf(WhatIfRef.Change.class);
    presenter.explainDivergence();
    assertThat(rig.inspector.current().orElseThrow().shown()).isEqualTo(comparison().nats());
    presenter.reset();
    assertThat(rig.inspector.current().orElseThrow().shown()).as("follows").isZero();
    presenter.explain(new Part.Token(1));
    assertThat(rig.inspector.current().orElseThrow().subject()).isEqualTo(new Gpt2Ref.Typed(1));
    assertThat(presenter.explainer().orElseThrow().knows(new Gpt2Ref.Logit(9, 0))).isFalse();
  }

  @Test
  void saysWhyAPassFailedAndKeepsWhatIsShown() {
    presenter.toggle(List.of(HEAD));
    rig.settle();
    Optional<WhatIfResult> shown = presenter.result();
    rig.compute.failWith(new InferscopeException("The device is gone."));
    presenter.toggle(List.of(MLP));
    rig.settle();
    assertThat(presenter.notice()).isEqualTo("The device is gone.");
    assertThat(presenter.result()).isEqualTo(shown);
  }

  @Test
  void aModelThatIsClosedTakesItsPassesWithIt() {
    presenter.toggle(List.of(HEAD));
    rig.presenter.choose("demo");
    rig.settle();
    assertThat(presenter.result().orElseThrow().shown()).isSameAs(rig.shown());
    assertThat(presenter.result().orElseThrow().shown().model().isClosed()).isFalse();
  }
}

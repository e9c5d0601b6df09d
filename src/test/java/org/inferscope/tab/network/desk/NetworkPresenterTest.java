package org.inferscope.tab.network.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.preset.Presets;
import org.inferscope.support.LostSoon;
import org.inferscope.tab.LinearIntent;
import org.junit.jupiter.api.Test;

class NetworkPresenterTest {
  private final NetworkRig rig = new NetworkRig();
  private final NetworkPresenter presenter = rig.presenter;

  @Test
  void opensOnTheNotebooksNetworkWithItsNumbers() {
    assertThat(presenter.state().plan().widths()).containsExactly(8, 16, 8, 4);
    assertThat(presenter.state().plan().parameters()).isEqualTo(316);
    assertThat(rig.trace().output())
        .containsExactly(new float[] {-0.205f, -0.091f, 0.021f, 0.394f}, within(5e-4f));
    assertThat(rig.trace().values(1)[0]).isCloseTo(1.789f, within(5e-4f));
  }

  @Test
  void anInputThatIsDraggedReachesTheOutputAndIsOneStepOfUndo() {
    float before = rig.trace().output()[0];
    presenter.beginGesture();
    presenter.setInput(0, 1f, "drag");
    presenter.setInput(0, 2f, "drag");
    presenter.endGesture();
    rig.settle();

    assertThat(rig.trace().x().get(0, 0)).isEqualTo(2f);
    assertThat(rig.trace().output()[0]).isNotEqualTo(before);
    presenter.history().undo();
    rig.settle();
    assertThat(rig.trace().output()[0]).isEqualTo(before);
    assertThat(presenter.history().undo()).isFalse();
  }

  @Test
  void barsKeepTheirScaleWhileDraggedUnlessOutgrown() {
    double before = presenter.limit(0);
    presenter.beginGesture();
    presenter.setInput(new float[8], "Input", "drag");
    rig.settle();
    assertThat(presenter.limit(0)).isEqualTo(before);
    presenter.setInput(0, 100f, "drag");
    rig.settle();
    assertThat(presenter.limit(0)).isCloseTo(110, within(1e-4));
    presenter.setInput(0, 1f, "drag");
    rig.settle();
    presenter.endGesture();
    assertThat(presenter.limit(0)).isLessThan(10);
  }

  @Test
  void theAxisIsSharedOrEachLayersOwn() {
    assertThat(presenter.limit(0)).isEqualTo(presenter.limit(3));
    presenter.setAxis(Display.Axis.PER_LAYER);
    assertThat(presenter.limit(3)).isCloseTo(1.1 * rig.trace().largest(3), within(1e-9));
  }

  @Test
  void layersAreInsertedDuplicatedMovedRemovedAndUndone() {
    presenter.insertAfter(0);
    rig.settle();
    assertThat(presenter.state().plan().widths()).containsExactly(8, 16, 16, 8, 4);
    assertThat(presenter.layer()).isEqualTo(1);
    presenter.duplicate(2);
    presenter.setWidth(1, 5);
    presenter.setActivation(0, Activation.TANH);
    presenter.move(0, 1);
    rig.settle();
    assertThat(presenter.state().plan().widths()).containsExactly(8, 16, 5, 8, 8, 4);
    assertThat(presenter.state().plan().layers().get(1).activation()).isEqualTo(Activation.TANH);
    presenter.remove(4);
    rig.settle();
    assertThat(rig.trace().output()).hasSize(8);
    while (presenter.history().undo()) {
      rig.settle();
    }
    assertThat(presenter.state()).isEqualTo(NetworkState.first());
  }

  @Test
  void theLastLayerStaysAndTheDeepestNetworkTakesNoMore() {
    presenter.open(NetworkState.of(NetworkPlan.of(2, 3), input(2), Optional.empty()), "Open");
    presenter.remove(0);
    assertThat(presenter.state().plan().depth()).isEqualTo(1);
    for (int l = 0; l < 30; l++) {
      presenter.insertAfter(0);
    }
    assertThat(presenter.state().plan().depth()).isEqualTo(NetworkPlan.DEEPEST);
    assertThat(presenter.notice()).contains("24");
  }

  @Test
  void aNetworkThatCannotBeHeldIsRefusedWithBothNumbersAndNothingChanges() {
    rig.room = 1 << 20;
    NetworkState before = presenter.state();
    presenter.setWidth(1, 4096);
    presenter.setWidth(2, 4096);

    assertThat(presenter.notice()).contains("MB").contains("there are");
    assertThat(presenter.state().plan().width(2)).isEqualTo(8);
    presenter.history().undo();
    assertThat(presenter.state()).isEqualTo(before);
  }

  @Test
  void softmaxBeforeAnotherLayerIsAllowedWithANote() {
    presenter.setActivation(0, Activation.SOFTMAX);
    rig.settle();
    assertThat(presenter.notice()).contains("Layer 1").contains("softmax");
    assertThat(rig.trace().values(1)).doesNotContain(0f);
    presenter.setActivation(0, Activation.RELU);
    assertThat(presenter.notice()).isEmpty();
  }

  @Test
  void anOlderPictureStaysWhileTheNewOneIsComputedAndWhenItFails() {
    Shown before = presenter.shown().orElseThrow();
    rig.compute.failWith(new InferscopeException("The device is gone."));
    presenter.setInput(0, 3f, null);
    assertThat(presenter.isCurrent()).isFalse();
    assertThat(presenter.shown()).contains(before);
    rig.settle();
    assertThat(presenter.problem()).isEqualTo("The device is gone.");
    assertThat(presenter.shown()).contains(before);
  }

  @Test
  void aPassThatLosesItsDeviceIsComputedOnTheNext() {
    for (int operations = 0; operations < 4; operations++) {
      LostSoon card = new LostSoon();
      rig.compute.change(card.backend());
      rig.settle();
      card.loseAfter(operations);
      presenter.setInput(0, 3f + operations, null);
      rig.settle();
      assertThat(rig.compute.active().device().id()).isEqualTo("reference");
      assertThat(presenter.problem()).isEmpty();
      assertThat(presenter.isCurrent()).isTrue();
    }
  }

  @Test
  void anotherDeviceComputesAgain() {
    int jobs = rig.compute.submitted();
    rig.compute.change("other");
    assertThat(rig.compute.submitted()).isGreaterThan(jobs);
  }

  @Test
  void whatOnlyChangesTheViewComputesNothing() {
    int jobs = rig.compute.submitted();
    presenter.setAxis(Display.Axis.PER_LAYER);
    presenter.setView(Display.View.BATCH);
    assertThat(rig.compute.submitted()).isEqualTo(jobs);
  }

  @Test
  void aUnitThatIsOffIsComparedWithTheIntactNetwork() {
    float intact = rig.trace().output()[3];
    presenter.toggle(new Ablations.Unit(1, 0));
    rig.settle();
    Shown shown = presenter.shown().orElseThrow();
    assertThat(shown.trace().values(1)[0]).isZero();
    assertThat(shown.trace().output()[3]).isNotEqualTo(intact);
    assertThat(shown.compared().orElseThrow().output()[3]).isEqualTo(intact);
    assertThat(shown.isComparable(3)).isTrue();
    presenter.restore();
    rig.settle();
    assertThat(rig.trace().output()[3]).isEqualTo(intact);
    assertThat(presenter.shown().orElseThrow().compared()).isEmpty();
  }

  @Test
  void theIntactNetworkIsNotDrawnOnceMoreToBeCompared() {
    presenter.toggle(new Ablations.Unit(1, 0));
    rig.settle();
    Shown shown = presenter.shown().orElseThrow();
    assertThat(shown.compared().orElseThrow().network().layer(0).linear())
        .isSameAs(shown.trace().network().layer(0).linear());
  }

  @Test
  void aWeightThatIsOffCountsAsZero() {
    presenter.toggle(new Ablations.Link(2, 0, 4));
    rig.settle();
    Shown shown = presenter.shown().orElseThrow();
    float h = shown.trace().values(2)[4];
    float w = shown.trace().network().layer(2).w().get(0, 4);
    assertThat(shown.compared().orElseThrow().output()[0] - shown.trace().output()[0])
        .isCloseTo(w * h, within(1e-6f));
  }

  @Test
  void whatIsHeldIsComparedWithAnotherInputAndOtherWeights() {
    float[] held = rig.trace().output();
    presenter.hold();
    presenter.setInput(0, 5f, null);
    rig.settle();
    assertThat(presenter.view()).isEqualTo(Display.View.COMPARE);
    assertThat(presenter.shown().orElseThrow().compared().orElseThrow().output()).isEqualTo(held);
    presenter.draw(Initialisation.HE_NORMAL, 1);
    rig.settle();
    assertThat(presenter.shown().orElseThrow().compared().orElseThrow().output()).isEqualTo(held);
    presenter.setWidth(1, 3);
    rig.settle();
    Shown shown = presenter.shown().orElseThrow();
    assertThat(shown.isComparable(1)).isFalse();
    assertThat(shown.isComparable(2)).isTrue();
    presenter.release();
    assertThat(presenter.view()).isEqualTo(Display.View.NETWORK);
  }

  @Test
  void theSameSeedGivesTheSameInputsHoweverTheBatchGrew() {
    presenter.drawInputs();
    presenter.setBatch(3);
    presenter.setBatch(32);
    assertThat(presenter.state().input()).isEqualTo(InputBatch.random(7, 32, 8));
    presenter.setRow(31);
    presenter.setBatch(2);
    assertThat(presenter.row()).isEqualTo(1);
    rig.settle();
    assertThat(rig.trace().batch()).isEqualTo(2);
  }

  @Test
  void inputsThatJoinTheNotebooksAreNotRowsOfItsWeights() {
    presenter.setBatch(4);
    rig.settle();
    assertThat(presenter.state().input().row(0)).isEqualTo(InputBatch.random(42, 1, 8).row(0));
    assertThat(presenter.state().input().row(1)).isNotEqualTo(InputBatch.random(42, 2, 8).row(1));
    presenter.setBatch(1);
    assertThat(presenter.state().input()).isEqualTo(NetworkState.first().input());
  }

  @Test
  void aDrawnInputFollowsTheWidthOfTheInput() {
    presenter.setWidth(0, 12);
    assertThat(presenter.state().input()).isEqualTo(InputBatch.random(42, 1, 12));
    presenter.setInput(3, 9f, null);
    presenter.setWidth(0, 14);
    assertThat(presenter.state().input().get(0, 3)).isEqualTo(9f);
    assertThat(presenter.state().input().get(0, 13)).isZero();
  }

  @Test
  void theFocusStaysInsideTheNetwork() {
    presenter.choose(new Ablations.Unit(1, 15));
    presenter.setWidth(1, 4);
    assertThat(presenter.focus()).isEqualTo(new Ablations.Unit(3, 0));
    presenter.choose(new Ablations.Unit(3, 3));
    presenter.remove(2);
    assertThat(presenter.layer()).isLessThan(presenter.state().plan().depth());
    assertThat(Ablations.isInside(presenter.state().plan(), presenter.focus())).isTrue();
  }

  @Test
  void theChosenLayerOpensInTheLinearTabWithWhatComesIntoIt() {
    presenter.chooseLayer(1);
    presenter.openInLinear();
    LinearIntent intent = (LinearIntent) rig.opened.get(0);
    assertThat(intent.w()).isEqualTo(rig.trace().network().layer(1).w());
    assertThat(intent.x().row(0)).isEqualTo(rig.trace().values(1));
    presenter.open(Presets.mnistSized());
    presenter.chooseLayer(0);
    rig.settle();
    assertThat(presenter.canOpenInLinear()).isFalse();
  }

  @Test
  void everyPresetRuns() {
    for (var preset : presenter.presets()) {
      presenter.open(preset);
      rig.settle();
      assertThat(presenter.problem()).as(preset.id()).isEmpty();
      assertThat(rig.trace().network().depth()).isEqualTo(preset.plan().depth());
    }
  }

  private static InputBatch input(int inputs) {
    return InputBatch.random(1, 1, inputs);
  }
}

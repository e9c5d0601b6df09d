package org.inferscope.tab.gpt2.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.walk.CostRef;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tab.TransformerIntent;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.MapSettings.Grain;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapPresenterTest {
  @TempDir Path folder;
  private Gpt2Rig rig;
  private MapPresenter map;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    map = new MapPresenter(rig.presenter);
    rig.settle();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private WalkStep at(Operation operation, int layer) {
    return new WalkStep(operation, layer);
  }

  @Test
  void loadsTheWalkOfTheModelAndShowsItsFirstTensor() {
    assertThat(map.playback().steps()).isEqualTo(2 + 12 * 6 + 3);
    assertThat(map.playback().elementMarks()).startsWith(2, 14, 26).endsWith(77);
    assertThat(map.step()).isEqualTo(WalkStep.of(Operation.TOKENS));
    assertThat(map.tensor().pieces()).hasSize(1);
  }

  @Test
  void aNewPassKeepsThePlace() {
    map.goTo(at(Operation.UP, 2));
    rig.type("A linear layer");
    assertThat(map.step()).isEqualTo(at(Operation.UP, 2));
    assertThat(map.playback().position()).isEqualTo(map.walk().numberOf(at(Operation.UP, 2)) + 1);
    assertThat(map.tensor().pieces().get(0).values().rows()).isEqualTo(3);
  }

  @Test
  void aNewPassDoesNotStopThePlaying() {
    map.goTo(at(Operation.UP, 2));
    map.playback().play();
    rig.type("A linear layer");
    assertThat(map.playback().isPlaying()).isTrue();
  }

  @Test
  void theWalkFollowsTheSelectedBlockAtTheSameOperation() {
    map.goTo(at(Operation.SOFTMAX, 1));
    rig.presenter.selectLayer(4);
    assertThat(map.step()).isEqualTo(at(Operation.SOFTMAX, 4));
  }

  @Test
  void theSelectedBlockFollowsTheWalkAsOneStepThatIsUndone() {
    for (int i = 0; i < 30; i++) {
      map.playback().stepForward();
    }
    assertThat(rig.presenter.layer()).isEqualTo(2);
    rig.presenter.history().undo();
    assertThat(rig.presenter.layer()).isZero();
    assertThat(map.step().layer()).isZero();
  }

  @Test
  void aStepIsAnOperationOrABlock() {
    assertThat(map.playback().stepCount()).isEqualTo(77);
    map.set(settings -> settings.with(Grain.BLOCK), null);
    assertThat(map.playback().stepCount()).isEqualTo(8);
    map.playback().seek(2);
    map.playback().stepForward();
    assertThat(map.step()).isEqualTo(at(Operation.ADD_MLP, 0));
  }

  @Test
  void aScrubbedBlockShowsTheOperationInItThatIsOnItsWay() {
    map.set(settings -> settings.with(Grain.BLOCK), null);
    map.playback().scrub(2 + 3.5);
    assertThat(map.step()).isEqualTo(at(Operation.SOFTMAX, 0));
    assertThat(map.place().phase()).isEqualTo(0.5);
  }

  @Test
  void timesAreUnknownUntilMeasuredAndForgottenForAnotherLength() {
    assertThat(map.times()).isEmpty();
    map.measure();
    assertThat(map.isMeasuring()).isTrue();
    rig.settle();
    assertThat(map.isMeasuring()).isFalse();
    assertThat(map.times().orElseThrow().millis(at(Operation.QKV, 3))).isPositive();
    map.explainCost(new CostRef.Millis(at(Operation.QKV, 3)));
    assertThat(rig.inspector.current()).isPresent();
    rig.type("The matrix multiplication");
    assertThat(map.times()).isEmpty();
  }

  @Test
  void theRooflineGetsThisModelAtThisLength() {
    map.open(map.transformer());
    assertThat(rig.opened)
        .containsExactly(
            new TransformerIntent(
                new TransformerSpec(6, 192, 6, 6, 768, false, 2048, true, 256),
                new Workload(Workload.Phase.PREFILL, 4, 1, 0),
                DType.FP32));
  }

  @Test
  void theRooflineGetsASingleProductWithWeights() {
    map.open(map.product(Operation.UP));
    map.open(map.product(Operation.LOGITS));
    assertThat(rig.opened)
        .isEqualTo(
            List.of(
                new RooflineIntent(4, 192, 768, DType.FP32),
                new RooflineIntent(4, 192, 2048, DType.FP32)));
    assertThat(map.product(Operation.SCORES)).isEmpty();
    assertThat(map.product(Operation.GELU)).isEmpty();
  }

  @Test
  void whatIsLikeliestFollowsTheToken() {
    map.goTo(WalkStep.of(Operation.PROBABILITIES));
    Gpt2Ref last = map.tensor().pieces().get(0).ref(3, 0);
    int best = rig.shown().trace().logits(3).best();
    assertThat(last).isEqualTo(new Gpt2Ref.Probability(3, best));
    rig.presenter.selectToken(1);
    int other = rig.shown().trace().logits(1).best();
    assertThat(map.tensor().pieces().get(0).ref(1, 0)).isEqualTo(new Gpt2Ref.Probability(1, other));
    assertThat(rig.presenter.state().focus().token()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void saysWhatEachStepDidWithItsNumbers() {
    for (int number = 0; number < map.walk().size(); number++) {
      map.goTo(map.walk().at(number));
      String sentence = MapNarrator.say(map);
      assertThat(sentence).endsWith(".").containsPattern("\\d");
      if (map.step().operation().isInBlocks()) {
        assertThat(sentence).startsWith("Layer " + map.step().layer() + ": ");
      }
    }
    map.goTo(at(Operation.MIX, 2));
    assertThat(MapNarrator.say(map)).contains("each of 6 heads mixes", "·is looks most at");
    map.playback().first();
    assertThat(MapNarrator.say(map)).startsWith("4 tokens stand before 6 layers");
  }

  @Test
  void readsNothingWhileAnotherViewIsInFront() {
    rig.presenter.show(View.STATES);
    rig.type("The matrix");
    assertThat(map.after()).isEmpty();
    rig.presenter.show(View.MAP);
    map.seen();
    rig.settle();
    assertThat(map.after()).hasSize(2);
  }

  @Test
  void anEmptyPromptLeavesAQuietSentence() {
    rig.presenter.type("");
    rig.settle();
    assertThat(map.shown()).isEmpty();
    assertThat(map.tensor().pieces()).isEmpty();
    assertThat(MapNarrator.say(map)).contains("type a text");
  }
}

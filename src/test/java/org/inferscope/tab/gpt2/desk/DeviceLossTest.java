package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.io.gpt2.RobustnessModels;
import org.inferscope.support.LostSoon;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device is lost at many moments of the tab's jobs, which go on with another one. */
class DeviceLossTest {
  private static final int MOMENTS = 8;
  private static final String TINY = "abc";

  @TempDir Path folder;
  private final Random random = new Random(8);
  private Gpt2Rig rig;

  /** With a tiny model, as a pass on the card takes little time then. */
  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    rig.type(TINY);
    rig.presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    rig.settle();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private LostSoon card() {
    LostSoon card = new LostSoon();
    rig.compute.change(card.backend());
    return card;
  }

  private int best() {
    return rig.shown().trace().next().best();
  }

  /** How many operations it takes to load the model and trace a text. */
  private int callsOfAPass() {
    LostSoon card = card();
    rig.settle();
    rig.compute.change(new ReferenceBackend());
    rig.settle();
    return card.calls();
  }

  private void assertGoesOn(int expected) {
    assertThat(rig.compute.active().device().id()).isEqualTo("reference");
    assertThat(rig.presenter.isTracing()).isFalse();
    assertThat(rig.presenter.problem()).isEmpty();
    assertThat(rig.shown().tokens()).isEqualTo(rig.presenter.tokens());
    assertThat(best()).isEqualTo(expected);
    assertThat(rig.type(TINY + "d").tokens().typed()).isEqualTo(rig.presenter.tokens().typed());
    assertThat(rig.type(TINY).trace().next().best()).isEqualTo(expected);
  }

  @Test
  void aPassThatLosesItsDeviceIsTracedOnTheNext() {
    int expected = best();
    int calls = callsOfAPass();
    for (int i = 0; i < MOMENTS; i++) {
      Shown before = rig.shown();
      LostSoon card = card();
      card.loseAfter(i == 0 ? 0 : random.nextInt(calls));
      assertThat(rig.presenter.shown()).as("meanwhile").containsSame(before);
      rig.settle();
      assertGoesOn(expected);
    }
  }

  @Test
  void aTypedCharacterThatLosesTheDeviceIsShownAllTheSame() {
    int expected = best();
    for (int i = 0; i < MOMENTS; i++) {
      LostSoon card = card();
      rig.settle();
      card.loseAfter(random.nextInt(5));
      rig.presenter.type(TINY + "x");
      rig.settle();
      assertThat(rig.shown().tokens()).isEqualTo(rig.presenter.tokens());
      rig.type(TINY);
      assertGoesOn(expected);
    }
  }

  @Test
  void theFirstPassOfAModelMayLoseItsDevice() {
    LostSoon card = card();
    rig.settle();
    card.loseAfter(3);
    rig.presenter.chooseFolder(RobustnessModels.folder("ok-f16"));
    rig.settle();
    assertThat(rig.presenter.modelId()).endsWith("ok-f16");
    assertGoesOn(best());
  }

  @Test
  void aConversionThatLosesItsDeviceSaysSoAndTheModelGoesOn() {
    int expected = best();
    for (int i = 0; i < MOMENTS; i++) {
      LostSoon card = card();
      rig.settle();
      card.loseAfter(random.nextInt(3));
      List<Outcome<DType>> told = new ArrayList<>();
      rig.presenter.model().orElseThrow().session().convert(DType.INT8, told::add);
      rig.settle();
      assertThat(told)
          .singleElement()
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.error().sentence()).isEqualTo(LostSoon.SENTENCE));
      assertGoesOn(expected);
    }
  }

  @Test
  void aModelWhoseDeviceIsLostCanBeClosed() {
    LostSoon card = card();
    rig.settle();
    card.loseAfter(0);
    ModelInUse model = rig.presenter.model().orElseThrow();
    model.close();
    rig.settle();
    assertThat(model.isClosed()).isTrue();
  }
}

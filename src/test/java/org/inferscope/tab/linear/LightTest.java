package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.DType;
import org.inferscope.ui.bars.Bar;
import org.inferscope.ui.bars.Bars;
import org.inferscope.ui.bars.Light;
import org.inferscope.ui.grid.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lit, stepped through, said and explained. */
class LightTest {
  private final Rig rig = new Rig();
  private final LinearPresenter presenter = rig.presenter;

  @Test
  void withoutAPointerTheFirstOutputIsSpelledOutAndNothingIsLit() {
    assertThat(presenter.focus()).isEqualTo(new LinearRef.Output(0, 0));
    assertThat(presenter.isPointedAt()).isFalse();
    assertThat(lights(bars().x())).containsOnly(Light.PLAIN);
    assertThat(lights(bars().y())).containsOnly(Light.PLAIN);
  }

  @Test
  void anOutputLightsItsRowOfWAllOfXAndItsBias() {
    hover(new LinearRef.Output(0, 1));

    assertThat(lit(bars().x())).containsExactly(0, 1, 2, 3);
    assertThat(lit(bars().b())).containsExactly(1);
    assertThat(lit(bars().y())).containsExactly(1);
    assertThat(light().weightRow()).hasValue(1);
    assertThat(light().weightColumn()).isEmpty();
  }

  @Test
  void anInputLightsItsColumnOfWAndShowsWhatItAddsToEachOutput() {
    hover(new LinearRef.Input(0, 1));

    assertThat(lit(bars().x())).containsExactly(1);
    assertThat(lit(bars().b())).isEmpty();
    assertThat(lit(bars().y())).containsExactly(0, 1, 2);
    assertThat(light().weightColumn()).hasValue(1);
    assertThat(light().weightRow()).isEmpty();
    Bar.Share share = bars().y().bars().get(1).share().orElseThrow();
    assertThat(share.to()).isEqualTo(7.02f);
    assertThat(share.from()).isCloseTo(7.02 - 0.6 * 2, within());
  }

  @Test
  void aWeightLightsItsInputItsOutputAndNothingElse() {
    hover(new LinearRef.Weight(2, 3));

    assertThat(lit(bars().x())).containsExactly(3);
    assertThat(lit(bars().b())).isEmpty();
    assertThat(lit(bars().y())).containsExactly(2);
    assertThat(light().weightRow()).hasValue(2);
    assertThat(light().weightColumn()).hasValue(3);
    assertThat(bars().y().bars().get(2).share()).isPresent();
    assertThat(bars().y().bars().get(0).share()).isEmpty();
  }

  @Test
  void aBiasLightsItsOutput() {
    hover(new LinearRef.Bias(2));

    assertThat(lit(bars().x())).isEmpty();
    assertThat(lit(bars().b())).containsExactly(2);
    assertThat(lit(bars().y())).containsExactly(2);
  }

  @Test
  void keyboardAndPointerLightWhatTheyWentToLast() {
    hover(new LinearRef.Weight(0, 0));
    presenter.choose(new LinearRef.Bias(1));
    assertThat(presenter.focus()).isEqualTo(new LinearRef.Bias(1));
    assertThat(lit(bars().b())).containsExactly(1);

    hover(new LinearRef.Weight(0, 0));
    assertThat(presenter.focus()).isEqualTo(new LinearRef.Weight(0, 0));
  }

  @Test
  void whatWasChosenStaysSpelledOutWhenTheLightGoesOut() {
    presenter.choose(new LinearRef.Bias(1));

    presenter.hover(Optional.empty());

    assertThat(presenter.focus()).isEqualTo(new LinearRef.Bias(1));
    assertThat(presenter.isPointedAt()).isFalse();
    assertThat(lights(bars().b())).containsOnly(Light.PLAIN);
  }

  @Test
  void anotherRowOfTheBatchIsSpelledOutButLightsNoBarOfThisOne() {
    presenter.setBatch(4);

    hover(new LinearRef.Output(2, 1));

    assertThat(presenter.focusRow()).isEqualTo(2);
    assertThat(presenter.row()).isZero();
    assertThat(lights(bars().x())).containsOnly(Light.PLAIN);
    assertThat(lights(bars().y())).containsOnly(Light.PLAIN);
    assertThat(light().weightRow()).hasValue(1);
    assertThat(presenter.narration()).startsWith("Y₃₂ = ");
  }

  @Test
  void barsOfABatchBelongToTheRowThatTheyShow() {
    presenter.setBatch(4);
    presenter.setRow(3);

    assertThat(presenter.refOf(Part.X, new Cell(1, 0))).isEqualTo(new LinearRef.Input(3, 1));
    assertThat(presenter.refOf(Part.Y, new Cell(2, 0))).isEqualTo(new LinearRef.Output(3, 2));
    assertThat(presenter.refOf(Part.BATCH_X, new Cell(1, 2))).isEqualTo(new LinearRef.Input(1, 2));
    assertThat(presenter.refOf(Part.BATCH_Y, new Cell(1, 2))).isEqualTo(new LinearRef.Output(1, 2));
  }

  @Test
  void whatIsNoLongerThereIsNoLongerInFocus() {
    presenter.choose(new LinearRef.Output(0, 2));
    hover(new LinearRef.Weight(2, 3));

    presenter.setOutputs(1);

    assertThat(presenter.focus()).isEqualTo(new LinearRef.Output(0, 0));
    assertThatCode(this::scene).doesNotThrowAnyException();
  }

  @Test
  void aRowOfTheBatchThatIsNoLongerThereIsNoLongerInFocus() {
    presenter.setBatch(8);
    presenter.setRow(6);
    presenter.choose(new LinearRef.Output(6, 1));

    presenter.setBatch(3);

    assertThat(presenter.focus()).isEqualTo(new LinearRef.Output(2, 1));
    assertThatCode(this::scene).doesNotThrowAnyException();
  }

  @Test
  void anotherRowInTheBarsTakesTheFocusAlong() {
    presenter.setBatch(4);
    presenter.choose(new LinearRef.Output(0, 1));

    presenter.setRow(2);

    assertThat(presenter.focusRow()).isEqualTo(2);
  }

  @Test
  void atTheStartOfTheStepThroughNothingIsComputed() {
    presenter.playback().first();

    assertThat(presenter.stepper().isUnderWay()).isTrue();
    assertThat(values(bars().y())).containsExactly(0, 0, 0);
    assertThat(presenter.focus()).isEqualTo(new LinearRef.Output(0, 0));
  }

  @Test
  void afterEachRowThatRowIsComplete() {
    presenter.playback().first();

    presenter.playback().stepForward();
    assertThat(values(bars().y())).containsExactly(3.01f, 0, 0);
    presenter.playback().stepForward();
    assertThat(values(bars().y())).containsExactly(3.01f, 7.02f, 0);
    presenter.playback().stepForward();
    assertThat(values(bars().y())).containsExactly(3.01f, 7.02f, 11.03f);
    assertThat(presenter.stepper().isUnderWay()).isFalse();
  }

  @Test
  void termByTermEachStepAddsOne() {
    presenter.setGrain(Display.StepGrain.TERM);
    presenter.playback().first();

    presenter.playback().stepForward();
    assertThat(values(bars().y())[0]).isEqualTo(.1f);
    presenter.playback().stepForward();
    assertThat(values(bars().y())[0]).isEqualTo(.5f);
    assertThat(bars().y().bars().get(0).share().orElseThrow().from()).isEqualTo(.1f);
    assertThat(presenter.playback().stepCount()).isEqualTo(15);
  }

  @Test
  void theGrainChangesWithoutLosingThePlace() {
    presenter.playback().seek(5);

    presenter.setGrain(Display.StepGrain.TERM);

    assertThat(presenter.playback().position()).isEqualTo(5);
  }

  @Test
  void anEditWhileSteppingShowsAtOnceAndKeepsThePlace() {
    presenter.playback().seek(5);

    rig.type(Part.X, 0, 0, "11");

    assertThat(presenter.playback().position()).isEqualTo(5);
    assertThat(values(bars().y())[0]).isCloseTo(4.01f, Offset.offset(1e-5f));
    assertThat(values(bars().y())[1]).isZero();
  }

  @Test
  void anotherSizeWhileSteppingComputesEverything() {
    presenter.playback().seek(5);

    presenter.setInputs(5);

    assertThat(presenter.playback().isAtEnd()).isTrue();
  }

  @Test
  void playingTakesTheFocusFromThePointer() {
    hover(new LinearRef.Weight(2, 3));
    presenter.playback().play();
    presenter.playback().advance(0.1);

    assertThat(presenter.focus()).isEqualTo(new LinearRef.Output(0, 0));
  }

  @Test
  void anOutputOpensAsWhatItIsSoFar() {
    presenter.setGrain(Display.StepGrain.TERM);
    presenter.playback().seek(2);
    assertThat(presenter.valueOf(Part.Y, new Cell(0, 0)))
        .isEqualTo(new LinearRef.PartialSum(0, 0, 2));

    presenter.explain(presenter.valueOf(Part.Y, new Cell(0, 0)));
    assertThat(shown()).isEqualTo(.5f);

    presenter.playback().last();
    assertThat(presenter.valueOf(Part.Y, new Cell(0, 0))).isEqualTo(new LinearRef.Output(0, 0));
  }

  @Test
  void everyPartIsExplainedAndFollowsAnEdit() {
    presenter.setBatch(2);
    for (Part part : Part.values()) {
      presenter.explain(presenter.valueOf(part, new Cell(0, 0)));
      assertThat(shown()).as("%s", part).isEqualTo(presenter.grid(part).at(0, 0).value());
    }
    presenter.explain(new LinearRef.Output(0, 0));
    assertThat(rig.inspector.current().orElseThrow().terms()).hasSize(5);

    rig.type(Part.X, 0, 0, "2");
    assertThat(shown()).isEqualTo(presenter.y().get(0, 0));
    presenter.history().undo();
    assertThat(shown()).isEqualTo(3.01f);
    presenter.setPrecision(DType.INT8);
    assertThat(shown()).isEqualTo(presenter.y().get(0, 0)).isNotEqualTo(3.01f);
  }

  @Test
  void theCheckIsExplainedOnceItIsThere() {
    presenter.explain(new LinearRef.CheckDifference());
    assertThat(rig.inspector.current()).isEmpty();

    rig.compute.runAll();
    presenter.explain(new LinearRef.CheckDifference());

    assertThat(shown()).isZero();
  }

  @Test
  void aValueThatIsNoLongerThereLeavesTheInspector() {
    presenter.explain(new LinearRef.Output(0, 2));

    presenter.setOutputs(2);

    assertThat(rig.inspector.current()).isEmpty();
  }

  @Test
  void theSentenceSaysWhatTheAudienceLooksAt() {
    assertThat(presenter.narration()).contains("4 inputs").contains("3 outputs");
    hover(new LinearRef.Output(0, 0));
    assertThat(presenter.narration())
        .isEqualTo("y₁ = 3.01 adds up row 1 of W times x, and b₁. W₁₄·x₄ counts most: 1.6.");
    hover(new LinearRef.Input(0, 1));
    assertThat(presenter.narration())
        .isEqualTo("x₂ = 2 reaches every output through column 2 of W.");
    hover(new LinearRef.Weight(0, 1));
    assertThat(presenter.narration()).isEqualTo("W₁₂·x₂ = 0.2·2 = 0.4 is one term of y₁.");
    hover(new LinearRef.Bias(0));
    assertThat(presenter.narration()).isEqualTo("b₁ = 0.01 is added to y₁ whatever the input is.");
    presenter.hover(Optional.empty());
    presenter.playback().seek(7);
    assertThat(presenter.narration())
        .isEqualTo("y₂ takes row 2 of W times x, term by term: 2 of 4 products added.");
    presenter.playback().last();
    presenter.setBatch(32);
    assertThat(presenter.narration()).startsWith("32 inputs go through the same layer");
    presenter.setBatch(1);
    presenter.setPrecision(DType.INT8);
    assertThat(presenter.narration()).contains("computed in INT8");
  }

  @Test
  void theGeometryTellsItsStory() {
    presenter.setInputs(2);
    presenter.setOutputs(2);
    String numbers = presenter.narration();

    presenter.setStage(Display.Stage.GEOMETRY);

    assertThat(presenter.narration()).isNotBlank().isNotEqualTo(numbers);
  }

  @Test
  void anInfiniteProductIsToldAsOneEverywhere() {
    rig.type(Part.W, 0, 1, "3e38");
    rig.type(Part.X, 1, 0, "10");

    hover(new LinearRef.Weight(0, 1));

    assertThat(presenter.narration()).contains("= ∞ is one term");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-inf", "nan", "3.4e38", "-3.4e38", "1e-45", "-0"})
  void anyFloatCanBeTypedAnywhereAndStillBePaintedSaidAndExplained(String number) {
    presenter.setBatch(3);
    for (DType precision : List.of(DType.FP32, DType.BF16, DType.FP16, DType.INT8)) {
      presenter.setPrecision(precision);
      for (Part part : List.of(Part.W, Part.X, Part.B, Part.BATCH_X)) {
        rig.type(part, 1, 0, number);
        assertThat(presenter.grid(part).at(1, 0).isBad()).isFalse();
        rig.type(Part.X, 1, 0, "1e38");
        rig.type(Part.W, 0, 1, "1e38");
        everythingIsAskedFor();
        presenter.history().undo();
        presenter.history().undo();
        presenter.history().undo();
      }
    }
  }

  private void everythingIsAskedFor() {
    for (Part part : Part.values()) {
      Cell cell = new Cell(1, 0);
      hover(presenter.refOf(part, cell));
      assertThatCode(this::scene).doesNotThrowAnyException();
      assertThat(presenter.narration()).isNotBlank();
      assertThat(Tips.of(presenter, part, cell)).isNotBlank();
      presenter.explain(presenter.valueOf(part, cell));
    }
    presenter.hover(Optional.empty());
    presenter.playback().seek(6);
    assertThatCode(this::scene).doesNotThrowAnyException();
    presenter.playback().last();
  }

  @Test
  void anOverflowShowsAsInfinity() {
    rig.type(Part.X, 0, 0, "3e38");
    rig.type(Part.W, 0, 0, "100");
    hover(new LinearRef.Output(0, 0));

    assertThat(presenter.y().get(0, 0)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(presenter.narration()).startsWith("y₁ = ∞ adds up");
    // 0.9·3e38 is the largest that is still a number; the scale shows that.
    assertThat(presenter.scales().y().high()).isFinite().isGreaterThan(2.7e38);
  }

  @Test
  void infinityTimesZeroIsNaNAndSaidSo() {
    rig.type(Part.X, 0, 0, "inf");
    rig.type(Part.W, 1, 0, "0");
    hover(new LinearRef.Output(0, 1));

    assertThat(presenter.y().get(0, 1)).isNaN();
    assertThat(presenter.narration()).startsWith("y₂ = NaN adds up");
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-6);
  }

  private void hover(LinearRef ref) {
    presenter.hover(Optional.of(ref));
  }

  private double shown() {
    return rig.inspector.current().orElseThrow().shown();
  }

  private Scene scene() {
    return new SceneBuilder(presenter).build(900, 560);
  }

  private Scene.Three bars() {
    return scene().bars();
  }

  private Scene.Light light() {
    return scene().light();
  }

  private static float[] values(Bars bars) {
    float[] values = new float[bars.bars().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) bars.bars().get(i).value();
    }
    return values;
  }

  private static List<Light> lights(Bars bars) {
    return bars.bars().stream().map(Bar::light).toList();
  }

  private static List<Integer> lit(Bars bars) {
    return IntStream.range(0, bars.bars().size())
        .filter(i -> bars.bars().get(i).light() == Light.LIT)
        .boxed()
        .toList();
  }
}

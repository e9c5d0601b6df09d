package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.support.LostSoon;
import org.inferscope.tab.Check;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.playback.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers, edits, sizes, undo, the check and the lesson. */
class LinearPresenterTest {
  private static final Offset<Float> WITHIN = Offset.offset(1e-6f);

  private final Rig rig = new Rig();
  private final LinearPresenter presenter = rig.presenter;

  @Test
  void opensOnTheNotebooksLayerWithItsAnswer() {
    assertThat(presenter.layer().w())
        .isEqualTo(
            Matrix.of(
                new float[][] {{.1f, .2f, .3f, .4f}, {.5f, .6f, .7f, .8f}, {.9f, 1, 1.1f, 1.2f}}));
    assertThat(presenter.layer().b().toArray()).containsExactly(.01f, .02f, .03f);
    assertThat(presenter.x()).isEqualTo(Matrix.of(new float[][] {{1, 2, 3, 4}}));
    assertThat(presenter.y()).isEqualTo(Matrix.of(new float[][] {{3.01f, 7.02f, 11.03f}}));
    assertThat(presenter.playback().isAtEnd()).isTrue();
    assertThat(presenter.history().undoLabel()).isEmpty();
  }

  @Test
  void everyEditAnswersAtOnce() {
    rig.type(Part.X, 1, 0, "3");
    assertThat(presenter.y().row(0)).containsExactly(new float[] {3.21f, 7.62f, 12.03f}, WITHIN);

    rig.type(Part.B, 2, 0, "-1");
    assertThat(presenter.y().row(0)).containsExactly(new float[] {3.21f, 7.62f, 11}, WITHIN);

    rig.type(Part.W, 0, 0, "1/2");
    assertThat(presenter.y().row(0)).containsExactly(new float[] {3.61f, 7.62f, 11}, WITHIN);
  }

  @Test
  void whoeverListensHearsOfAnEditOnce() {
    int[] heard = {0};
    presenter.listen(() -> heard[0]++);

    rig.type(Part.X, 1, 0, "3");

    assertThat(heard[0]).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FP32", "BF16", "FP16", "INT8"})
  void twoHundredEditsGiveTheNumbersThatTheWholeLayerGives(DType precision) {
    Random random = new Random(31 + precision.label().hashCode());
    presenter.setPrecision(precision);
    for (int round = 0; round < 20; round++) {
      rig.fill(
          1 + random.nextInt(64),
          1 + random.nextInt(64),
          1 + random.nextInt(256),
          random.nextLong());
      for (int edit = 0; edit < 10; edit++) {
        editSomewhere(random);
        assertThat(presenter.y()).as("round %s, edit %s", round, edit).isEqualTo(afresh(precision));
      }
    }
  }

  private void editSomewhere(Random random) {
    presenter.setRow(random.nextInt(presenter.x().rows()));
    List<Part> parts = List.of(Part.X, Part.X, Part.BATCH_X, Part.W, Part.B);
    Part part = parts.get(random.nextInt(parts.size()));
    EntryGrid grid = presenter.grid(part);
    String text = random.nextInt(8) == 0 ? "0" : Float.toString((float) random.nextGaussian());
    rig.type(part, random.nextInt(grid.rows()), random.nextInt(grid.cols()), text);
  }

  /** Computed from the entries alone, by the loops that the incremental way must agree with. */
  private Matrix afresh(DType precision) {
    LayerEntries entries = presenter.state().entries();
    return RoundedLayer.of(entries.layer(), entries.x().matrix(), precision).outputs();
  }

  @Test
  void severalRowsThatChangeAtOnceAreAllComputed() {
    rig.fill(5, 4, 6, 3);
    EntryGrid x = presenter.grid(Part.BATCH_X);

    presenter.edit(
        Part.BATCH_X, x.withText(new Cell(1, 2), "9").withText(new Cell(4, 0), "-9"), "p", null);

    assertThat(presenter.y()).isEqualTo(afresh(DType.FP32));
  }

  @Test
  void undoAndRedoGiveBackTheNumbersAndTheirAnswer() {
    LinearState first = presenter.state();
    Matrix y = presenter.y();
    rig.type(Part.X, 0, 0, "5");
    rig.type(Part.W, 2, 3, "-1");
    rig.type(Part.B, 1, 0, "7");
    LinearState last = presenter.state();
    Matrix lastY = presenter.y();

    for (int step = 0; step < 3; step++) {
      presenter.history().undo();
    }
    assertThat(presenter.state()).isEqualTo(first);
    assertThat(presenter.y()).isEqualTo(y);

    for (int step = 0; step < 3; step++) {
      presenter.history().redo();
    }
    assertThat(presenter.state()).isEqualTo(last);
    assertThat(presenter.y()).isEqualTo(lastY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      names = {"X", "B", "W", "BATCH_X"})
  void aDragIsOneStepAndTheNextDragAnother(Part part) {
    LinearState first = presenter.state();
    rig.drag(part, 0, 0, 1.5f, 1.75f, 2);
    LinearState between = presenter.state();
    rig.drag(part, 0, 0, 2.5f, 3);

    presenter.history().undo();
    assertThat(presenter.state()).isEqualTo(between);
    presenter.history().undo();
    assertThat(presenter.state()).isEqualTo(first);
    presenter.history().redo();
    presenter.history().redo();
    assertThat(presenter.grid(part).at(0, 0).value()).isEqualTo(3);
  }

  @Test
  void aDragThatEndsWhereItBeganLeavesNoStep() {
    rig.drag(Part.X, 1, 0, 2.5f, 3, 2);

    assertThat(presenter.history().depth()).isZero();
  }

  @Test
  void scalesHoldStillUnderADragAndFollowWhenItEnds() {
    var before = presenter.scales().y();
    presenter.beginDrag();
    presenter.edit(
        Part.X, presenter.grid(Part.X).withText(new Cell(3, 0), "0.5"), "drag", "drag.X");
    assertThat(presenter.scales().y()).isEqualTo(before);

    presenter.edit(Part.X, presenter.grid(Part.X).withText(new Cell(3, 0), "50"), "drag", "drag.X");
    assertThat(presenter.scales().y().high()).isGreaterThan(presenter.y().get(0, 2));
    presenter.edit(
        Part.X, presenter.grid(Part.X).withText(new Cell(3, 0), "0.5"), "drag", "drag.X");
    presenter.endGesture();

    assertThat(presenter.scales().y().high()).isLessThan(before.high());
  }

  @Test
  void sizesFromOneToSixtyFourKeepTheOtherNumbers() {
    for (int size : new int[] {1, 2, 3, 7, 16, 63, 64}) {
      presenter.setInputs(size);
      assertThat(presenter.x().cols()).isEqualTo(size);
      assertThat(presenter.layer().w().cols()).isEqualTo(size);
      presenter.setOutputs(size);
      assertThat(presenter.layer().b().rows()).isEqualTo(size);
      assertThat(presenter.y().cols()).isEqualTo(size);
      assertThat(presenter.layer().w().get(0, 0)).isEqualTo(.1f);
    }
    assertThat(presenter.layer().w().get(2, 3)).isEqualTo(1.2f);
    assertThat(presenter.layer().w().get(63, 63)).isZero();
    assertThat(presenter.layer().b().get(2, 0)).isEqualTo(.03f);
    assertThat(presenter.x().get(0, 63)).as("new inputs count on").isEqualTo(64);
    assertThat(presenter.y().row(0)).startsWith(3.01f, 7.02f, 11.03f);
  }

  @Test
  void shrinkingAndGrowingBackLosesNothing() {
    rig.type(Part.W, 2, 3, "5/4");
    presenter.setInputs(1);
    presenter.setOutputs(1);
    presenter.setInputs(4);
    presenter.setOutputs(3);

    assertThat(presenter.grid(Part.W).at(2, 3).text()).isEqualTo("5/4");
    assertThat(presenter.x()).isEqualTo(Matrix.of(new float[][] {{1, 2, 3, 4}}));
  }

  @Test
  void aBatchOfUpTo256RowsKeepsTheRowsItHas() {
    for (int rows : new int[] {2, 32, 255, 256}) {
      presenter.setBatch(rows);
      assertThat(presenter.x().rows()).isEqualTo(rows);
      assertThat(presenter.y().rows()).isEqualTo(rows);
      assertThat(presenter.x().row(0)).containsExactly(1, 2, 3, 4);
    }
    assertThat(presenter.y()).isEqualTo(afresh(DType.FP32));
    assertThat(presenter.x().row(255)).as("new rows are drawn").doesNotContain(0f);
    float[] row = presenter.x().row(17);
    presenter.setBatch(20);
    presenter.setBatch(18);
    assertThat(presenter.x().row(17)).isEqualTo(row);
  }

  @Test
  void turningASpinnerOnIsOneStepOfUndo() {
    for (int n = 5; n <= 30; n++) {
      presenter.setInputs(n);
    }
    presenter.history().undo();
    assertThat(presenter.layer().inputs()).isEqualTo(4);

    for (int n = 2; n <= 30; n++) {
      presenter.setBatch(n);
    }
    presenter.history().undo();
    assertThat(presenter.x().rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"W,1,2", "X,2,0", "B,1,0"})
  void aTextThatIsNoNumberStaysAndTheNumberBeforeCounts(Part part, int row, int col) {
    Matrix y = presenter.y();
    float value = presenter.grid(part).at(row, col).value();

    rig.type(part, row, col, "two");

    assertThat(presenter.grid(part).at(row, col).text()).isEqualTo("two");
    assertThat(presenter.grid(part).at(row, col).isBad()).isTrue();
    assertThat(presenter.grid(part).at(row, col).value()).isEqualTo(value);
    assertThat(presenter.y()).isEqualTo(y);
    presenter.history().undo();
    assertThat(presenter.grid(part).at(row, col).isBad()).isFalse();
  }

  @Test
  void aPastedWOfAnotherSizeTakesTheOthersAlong() {
    presenter.edit(Part.W, EntryGrid.of(Matrix.generate(5, 2, (i, j) -> i - j)), "paste", null);

    assertThat(presenter.layer().outputs()).isEqualTo(5);
    assertThat(presenter.layer().b().toArray()).containsExactly(.01f, .02f, .03f, 0, 0);
    assertThat(presenter.x()).isEqualTo(Matrix.of(new float[][] {{1, 2}}));
    assertThat(presenter.y().row(0)).hasSize(5);
    presenter.history().undo();
    assertThat(presenter.y()).isEqualTo(Matrix.of(new float[][] {{3.01f, 7.02f, 11.03f}}));
  }

  @Test
  void aPastedXOfAnotherLengthTakesWAlong() {
    presenter.edit(
        Part.X, EntryGrid.of(Matrix.of(6, 1, new float[] {6, 5, 4, 3, 2, 1})), "paste", null);

    assertThat(presenter.layer().w().shapeText()).isEqualTo("3×6");
    assertThat(presenter.layer().w().get(1, 3)).isEqualTo(.8f);
    assertThat(presenter.layer().w().get(1, 5)).isZero();
    assertThat(presenter.x().row(0)).containsExactly(6, 5, 4, 3, 2, 1);
  }

  @Test
  void aPastedBOfAnotherLengthTakesWAlong() {
    presenter.edit(Part.B, EntryGrid.of(Matrix.of(2, 1, new float[] {8, 9})), "paste", null);

    assertThat(presenter.layer().w().shapeText()).isEqualTo("2×4");
    assertThat(presenter.y().row(0)).hasSize(2);
  }

  @Test
  void aPastedBatchOfAnotherShapeTakesWAlongAndKeepsTheRowInside() {
    presenter.setBatch(8);
    presenter.setRow(7);

    presenter.edit(Part.BATCH_X, EntryGrid.of(Matrix.zeros(3, 2)), "paste", null);

    assertThat(presenter.layer().w().shapeText()).isEqualTo("3×2");
    assertThat(presenter.row()).isEqualTo(2);
    assertThat(presenter.y().shapeText()).isEqualTo("3×3");
  }

  @Test
  void computedPanelsCannotBeEdited() {
    EntryGrid y = presenter.grid(Part.Y);

    assertThatThrownBy(() -> presenter.edit(Part.Y, y, "edit", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRowInTheBarsIsTheOneThatIsEdited() {
    presenter.setBatch(4);
    presenter.setRow(2);
    float[] first = presenter.y().row(0);

    rig.type(Part.X, 0, 0, "10");

    assertThat(presenter.x().get(2, 0)).isEqualTo(10);
    assertThat(presenter.grid(Part.Y).matrix().toArray()).isEqualTo(presenter.y().row(2));
    assertThat(presenter.y().row(0)).isEqualTo(first);
  }

  @Test
  void rowsBeyondTheBatchAreHeldInside() {
    presenter.setBatch(4);
    presenter.setRow(99);
    assertThat(presenter.row()).isEqualTo(3);
    presenter.setRow(-1);
    assertThat(presenter.row()).isZero();
    presenter.setRow(3);
    presenter.setBatch(2);
    assertThat(presenter.row()).isEqualTo(1);
  }

  @Test
  void geometryIsThereForTwoAndThreeDimensionsOnly() {
    for (int in = 1; in <= 4; in++) {
      for (int out = 1; out <= 4; out++) {
        presenter.setInputs(in);
        presenter.setOutputs(out);
        boolean square = in == out && (in == 2 || in == 3);
        assertThat(presenter.hasGeometry()).as("%s to %s", in, out).isEqualTo(square);
      }
    }
  }

  @Test
  void withoutGeometryTheStageShowsNumbersAndStepsThroughThem() {
    presenter.setInputs(2);
    presenter.setOutputs(2);
    presenter.setStage(Display.Stage.GEOMETRY);
    assertThat(presenter.stage()).isEqualTo(Display.Stage.GEOMETRY);
    assertThat(presenter.playback().steps()).isEqualTo(Stepper.GEOMETRY_TICKS);

    presenter.setInputs(4);

    assertThat(presenter.stage()).isEqualTo(Display.Stage.NUMBERS);
    assertThat(presenter.playback().steps()).isEqualTo(10);
    presenter.playback().first();
    assertThat(presenter.stepper().isUnderWay()).isTrue();

    presenter.setInputs(2);
    assertThat(presenter.stage()).isEqualTo(Display.Stage.GEOMETRY);
    assertThat(presenter.playback().steps()).isEqualTo(Stepper.GEOMETRY_TICKS);
  }

  @Test
  void wAndTheRowInTheBarsGoToTheMatmulTab() {
    presenter.setBatch(3);
    presenter.setRow(1);
    assertThat(presenter.canOpenInMatmul()).isTrue();

    presenter.openInMatmul();

    assertThat(rig.opened)
        .containsExactly(
            new MultiplyIntent(presenter.layer().w(), Matrix.of(4, 1, presenter.x().row(1))));
  }

  @Test
  void onlyUpToTwelveInputsAndOutputsGoToTheMatmulTab() {
    presenter.setInputs(12);
    presenter.setOutputs(12);
    assertThat(presenter.canOpenInMatmul()).isTrue();
    presenter.setInputs(13);
    assertThat(presenter.canOpenInMatmul()).isFalse();
    presenter.setInputs(12);
    presenter.setOutputs(13);
    assertThat(presenter.canOpenInMatmul()).isFalse();

    presenter.openInMatmul();

    assertThat(rig.opened).isEmpty();
  }

  @Test
  void theCheckComparesTheLoopWithTheBackend() {
    assertThat(presenter.check().state()).isEqualTo(Check.State.RUNNING);

    rig.compute.runAll();

    assertThat(presenter.check().result().orElseThrow().matches()).isTrue();
    assertThat(presenter.check().result().orElseThrow().loop()).isEqualTo(presenter.y());
  }

  @Test
  void onlyTheNewestNumbersAreChecked() {
    for (int i = 0; i < 20; i++) {
      rig.type(Part.X, 0, 0, Integer.toString(i));
    }

    assertThat(rig.compute.waiting()).isEqualTo(1);
    rig.compute.runAll();
    assertThat(presenter.check().result().orElseThrow().loop())
        .isEqualTo(presenter.layer().forward(presenter.x()));
  }

  @Test
  void whatChangesNoNumberIsNotCheckedAgain() {
    presenter.setBatch(4);
    int before = rig.compute.submitted();

    presenter.setRow(2);
    presenter.setGrain(Display.StepGrain.TERM);
    presenter.setSeedFixed(false);

    assertThat(rig.compute.submitted()).isEqualTo(before);
  }

  @Test
  void aFailedCheckSaysWhyAndKeepsTheNumbers() {
    rig.compute.failWith(new InferscopeException("The device is gone."));
    rig.type(Part.X, 0, 0, "5");
    rig.compute.runAll();

    assertThat(presenter.check().state()).isEqualTo(Check.State.FAILED);
    assertThat(presenter.check().message()).isEqualTo("The device is gone.");
    assertThat(presenter.y()).isEqualTo(afresh(DType.FP32));
  }

  @Test
  void aCheckThatLosesItsDeviceIsMadeOnTheNext() {
    LostSoon card = new LostSoon();
    rig.compute.change(card.backend());
    rig.compute.runAll();
    card.loseAfter(1);
    rig.type(Part.X, 0, 0, "5");
    rig.compute.runAll();

    assertThat(rig.compute.active().device().id()).isEqualTo("reference");
    assertThat(presenter.check().state()).isEqualTo(Check.State.DONE);
  }

  @Test
  void aLessonComesBackWithThePlaceOfTheStepThrough() {
    presenter.setBatch(3);
    presenter.setRow(2);
    presenter.setPrecision(DType.BF16);
    presenter.playback().seek(7);
    presenter.playback().setSpeed(Speed.FOURFOLD);
    LinearState kept = presenter.withPlace();

    Rig other = new Rig();
    other.presenter.open(kept);

    assertThat(other.presenter.withPlace()).isEqualTo(kept);
    assertThat(other.presenter.playback().position()).isEqualTo(7);
    assertThat(other.presenter.playback().speed()).isEqualTo(Speed.FOURFOLD);
    assertThat(other.presenter.y()).isEqualTo(presenter.y());
    other.presenter.history().undo();
    assertThat(other.presenter.state()).isEqualTo(LinearState.first());
  }

  @Test
  void aLessonSavedAtTheEndOpensAtTheEndWhateverItsSizes() {
    LinearState kept = presenter.withPlace();
    presenter.playback().first();
    presenter.setInputs(9);

    presenter.open(kept);

    assertThat(presenter.playback().isAtEnd()).isTrue();
    assertThat(presenter.withPlace()).isEqualTo(kept);
  }

  @Test
  void aLessonWithGeometryComesBackInTheMiddleOfItsMovement() {
    presenter.setInputs(2);
    presenter.setOutputs(2);
    presenter.setStage(Display.Stage.GEOMETRY);
    presenter.playback().seek(1);
    LinearState kept = presenter.withPlace();
    presenter.setStage(Display.Stage.NUMBERS);

    presenter.open(kept);

    assertThat(presenter.stage()).isEqualTo(Display.Stage.GEOMETRY);
    assertThat(presenter.playback().position()).isEqualTo(1);
  }

  @Test
  void aBatchSaysWhyItReadsTheWeightsOnce() {
    assertThat(presenter.batchNote()).isEmpty();
    presenter.setBatch(32);

    // (12 + 3 + 32·4 + 32·3) · 4 / 32 = 29.875 bytes a row; (12 + 3 + 4 + 3) · 4 = 88 for one.
    assertThat(presenter.batchNote()).contains("32").contains("29.88").contains("88");
  }
}

package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Factors;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.support.LostSoon;
import org.inferscope.support.ManualCompute;
import org.inferscope.tab.Check;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.playback.Speed;
import org.junit.jupiter.api.Test;

class MatmulPresenterTest {
  private final ManualCompute compute = new ManualCompute();
  private final InspectorModel inspector = new InspectorModel();
  private final MatmulPresenter presenter = new MatmulPresenter(compute, inspector, () -> 7);
  private final PlaybackModel playback = presenter.playback();

  @Test
  void opensOnTheNotebooksMatricesBeforeTheFirstStep() {
    assertThat(presenter.state().a().matrix())
        .isEqualTo(Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));
    assertThat(presenter.state().b().matrix())
        .isEqualTo(Matrix.of(new float[][] {{7, 8}, {9, 10}, {11, 12}}));
    assertThat(playback.position()).isZero();
    assertThat(playback.steps()).isEqualTo(12);
  }

  @Test
  void stepsThroughTheTermsToTheNotebooksResult() {
    playback.last();

    assertThat(moment().shown().c()).isEqualTo(Matrix.of(new float[][] {{58, 64}, {139, 154}}));
    assertThat(presenter.narration()).contains("12 multiplies").contains("8 adds");
  }

  @Test
  void oneStepIsAsMuchAsTheGrainSays() {
    presenter.setGrain(Grain.ELEMENT);
    playback.stepForward();
    assertThat(playback.position()).isEqualTo(3);

    presenter.setGrain(Grain.PRODUCT);
    playback.stepForward();
    assertThat(playback.position()).isEqualTo(12);

    presenter.setGrain(Grain.MULTIPLY_ADD);
    playback.first();
    playback.stepForward();
    assertThat(playback.position()).isEqualTo(1);
  }

  @Test
  void theGrainCanChangeWhilePlayingWithoutLosingThePlace() {
    playback.play();
    playback.advance(4.1);
    double at = playback.progress();

    presenter.setGrain(Grain.ELEMENT);

    assertThat(playback.isPlaying()).isTrue();
    assertThat(playback.progress()).isEqualTo(at);
  }

  @Test
  void anotherAlgorithmStartsOverAndPlaysOn() {
    playback.play();
    playback.advance(2);

    presenter.setAlgorithm(Algorithm.SYSTOLIC);

    assertThat(playback.isPlaying()).isTrue();
    assertThat(playback.position()).isZero();
    assertThat(playback.steps()).isEqualTo(5);
  }

  @Test
  void everyAlgorithmEndsAtTheSameProduct() {
    for (Algorithm algorithm : Algorithm.values()) {
      presenter.setAlgorithm(algorithm);
      playback.last();
      assertThat(moment().shown().c())
          .as("%s", algorithm)
          .isEqualTo(Matrix.of(new float[][] {{58, 64}, {139, 154}}));
    }
  }

  @Test
  void anEditedNumberShowsAtOnceAndKeepsThePlace() {
    playback.seek(5);

    type(Operand.A, 0, 0, "1/2");

    assertThat(playback.position()).isEqualTo(5);
    assertThat(moment().shown().c(0, 0)).isEqualTo(0.5f * 7 + 2 * 9 + 3 * 11);
  }

  @Test
  void aTextThatIsNoNumberStaysAndTheNumberBeforeCounts() {
    type(Operand.A, 0, 0, "two");

    assertThat(presenter.state().a().at(0, 0).text()).isEqualTo("two");
    assertThat(presenter.state().a().at(0, 0).isBad()).isTrue();
    playback.last();
    assertThat(moment().shown().c(0, 0)).isEqualTo(58);
    assertThat(Tips.of(presenter, new Target.Value(Operand.A, 0, 0))).contains("two");
  }

  @Test
  void aProductFromAnotherTabIsOneStepThatStartsAtTheBeginning() {
    var before = presenter.state();
    Matrix w = Matrix.of(new float[][] {{0.1f, 0.2f, 0.3f}, {0.5f, 0.6f, 0.7f}});
    Matrix x = Matrix.of(new float[][] {{1}, {2}, {3}});
    playback.seek(5);

    presenter.open(new Factors(w, x));

    assertThat(presenter.state().a().matrix()).isEqualTo(w);
    assertThat(presenter.state().b().matrix()).isEqualTo(x);
    assertThat(presenter.preset()).isEmpty();
    assertThat(playback.position()).isZero();
    assertThat(playback.steps()).isEqualTo(6);
    assertThat(presenter.history().undoLabel()).hasValue("open a product from another tab");
    assertThat(presenter.history().depth()).isEqualTo(1);

    presenter.history().undo();
    assertThat(presenter.state()).isEqualTo(before);
  }

  @Test
  void aProductOfTheSameSizesFromAnotherTabStartsAtTheBeginningToo() {
    playback.play();
    playback.advance(3);
    Matrix a = Matrix.of(new float[][] {{3, 2, 1}, {6, 5, 4}});

    presenter.open(new Factors(a, presenter.state().b().matrix()));

    assertThat(playback.position()).isZero();
    assertThat(playback.isPlaying()).isFalse();
  }

  @Test
  void matricesFromAnotherTabHaveNoSeed() {
    presenter.choosePreset(MatmulPreset.RANDOM_INTEGERS);
    assertThat(presenter.seed()).isPresent();

    presenter.open(new Factors(Matrix.identity(2), Matrix.identity(2)));

    assertThat(presenter.seed()).isEmpty();
  }

  @Test
  void linkedInnerSizesChangeTogether() {
    presenter.setInner(5);

    assertThat(presenter.state().a().cols()).isEqualTo(5);
    assertThat(presenter.state().b().rows()).isEqualTo(5);
    assertThat(presenter.mismatch()).isEmpty();
  }

  @Test
  void sizesSetApartStopTheAnimationAndSayWhy() {
    playback.play();
    presenter.setLinked(false);
    presenter.setRowsOfB(4);

    assertThat(playback.isPlaying()).isFalse();
    assertThat(presenter.moment()).isEmpty();
    assertThat(presenter.narration())
        .isEqualTo(
            "Incompatible shapes: A is 2×3, B is 4×2."
                + " Columns of A (3) must equal rows of B (4)");
    assertThat(presenter.check().state()).isEqualTo(Check.State.NONE);
  }

  @Test
  void linkingAgainMakesTheShapesFit() {
    presenter.setLinked(false);
    presenter.setRowsOfB(4);

    presenter.setLinked(true);

    assertThat(presenter.mismatch()).isEmpty();
    assertThat(presenter.state().b().matrix().rows()).isEqualTo(3);
  }

  @Test
  void aPastedMatrixOfAnotherWidthTakesTheOtherFactorAlong() {
    presenter.edit(Operand.A, EntryGrid.of(Matrix.zeros(4, 5)), null);

    assertThat(presenter.state().b().rows()).isEqualTo(5);
    assertThat(presenter.mismatch()).isEmpty();
  }

  @Test
  void everyEditIsUndoneAndRedoneStepByStep() {
    MatmulState first = presenter.state();
    type(Operand.A, 0, 0, "9");
    presenter.setAlgorithm(Algorithm.OUTER);
    presenter.choosePreset(MatmulPreset.ROTATION);
    MatmulState last = presenter.state();

    presenter.history().undo();
    presenter.history().undo();
    presenter.history().undo();
    assertThat(presenter.state()).isEqualTo(first);
    assertThat(playback.steps()).isEqualTo(12);

    presenter.history().redo();
    presenter.history().redo();
    presenter.history().redo();
    assertThat(presenter.state()).isEqualTo(last);
  }

  @Test
  void turningASpinnerOnIsOneStepOfUndo() {
    for (int m = 3; m <= 12; m++) {
      presenter.setRows(m);
    }

    presenter.history().undo();

    assertThat(presenter.state().a().rows()).isEqualTo(2);
  }

  @Test
  void randomPresetsShowTheirSeedAndFollowIt() {
    presenter.choosePreset(MatmulPreset.RANDOM_NORMAL);
    assertThat(presenter.seed()).contains(42L);
    assertThat(presenter.state().a().at(0, 0).value()).isEqualTo(0.49671414f);

    presenter.rollSeed();
    assertThat(presenter.seed()).contains(7L);
    assertThat(presenter.state().a().at(0, 0).value()).isNotEqualTo(0.49671414f);

    presenter.setSeed(42);
    assertThat(presenter.state().a().at(0, 0).value()).isEqualTo(0.49671414f);
  }

  @Test
  void numbersChangedByHandAreNoPresetAnyMore() {
    assertThat(presenter.preset()).isPresent();

    type(Operand.B, 2, 1, "13");

    assertThat(presenter.preset()).isEmpty();
  }

  @Test
  void theCheckComparesTheTripleLoopWithTheBackend() {
    assertThat(presenter.check().state()).isEqualTo(Check.State.RUNNING);

    compute.runAll();

    assertThat(presenter.check().result().orElseThrow().matches()).isTrue();
    assertThat(presenter.check().result().orElseThrow().maxAbsDifference()).isZero();
    assertThat(presenter.check().result().orElseThrow().rule()).contains("rtol").contains("atol");
  }

  @Test
  void onlyTheNewestNumbersAreChecked() {
    for (int i = 0; i < 20; i++) {
      type(Operand.A, 0, 0, Integer.toString(i));
    }

    assertThat(compute.waiting()).isEqualTo(1);
    compute.runAll();
    assertThat(presenter.check().result().orElseThrow().loop().get(0, 0))
        .isEqualTo(19 * 7 + 2 * 9 + 3 * 11);
  }

  @Test
  void anotherDeviceIsCheckedAgain() {
    compute.runAll();
    int before = compute.submitted();

    compute.change("openblas");

    assertThat(compute.submitted()).isEqualTo(before + 1);
  }

  @Test
  void aFailedCheckSaysWhy() {
    compute.failWith(new InferscopeException("The device is gone."));
    type(Operand.A, 0, 0, "5");

    compute.runAll();

    assertThat(presenter.check().state()).isEqualTo(Check.State.FAILED);
    assertThat(presenter.check().message()).isEqualTo("The device is gone.");
  }

  @Test
  void aCheckThatLosesItsDeviceIsMadeOnTheNext() {
    LostSoon card = new LostSoon();
    compute.change(card.backend());
    compute.runAll();
    card.loseAfter(0);
    type(Operand.A, 0, 0, "5");

    compute.runAll();

    assertThat(compute.active().device().id()).isEqualTo("reference");
    assertThat(presenter.check().state()).isEqualTo(Check.State.DONE);
  }

  @Test
  void predictModeHidesAsksJudgesAndKeepsTheScore() {
    presenter.setPredict(true);
    assertThat(presenter.narration()).contains("C₁₁").contains("Row 1").contains("column 1");
    assertThat(presenter.refOf(new Target.Value(Operand.C, 0, 0))).isEmpty();

    presenter.answer("58");
    settle();
    assertThat(presenter.narration()).contains("1·7 + 2·9 + 3·11 = 58").contains("C₁₂");
    assertThat(presenter.tone()).isEqualTo(Tone.OK);

    presenter.answer("60");
    settle();
    assertThat(presenter.narration()).contains("Not 60").contains("= 64");
    assertThat(presenter.tone()).isEqualTo(Tone.ERROR);
    assertThat(presenter.game().orElseThrow().score()).startsWith("1 of 2");
    assertThat(presenter.refOf(new Target.Value(Operand.C, 0, 1))).isPresent();
  }

  @Test
  void anAnswerThatIsNoNumberIsAskedForAgain() {
    presenter.setPredict(true);

    presenter.answer("many");

    assertThat(presenter.game().orElseThrow().answered()).isZero();
    assertThat(presenter.narration()).contains("many");
  }

  @Test
  void predictModeStartsOver() {
    presenter.setPredict(true);
    presenter.answer("58");

    presenter.restartGame();

    assertThat(presenter.game().orElseThrow().answered()).isZero();
    assertThat(playback.position()).isZero();
  }

  @Test
  void aCellOfCOpensAsAnElementOrAsItsRunningSum() {
    playback.seek(2);
    presenter.refOf(new Target.Value(Operand.C, 0, 0)).ifPresent(presenter::explain);
    assertThat(shown().shown()).isEqualTo(25);

    playback.seek(3);
    presenter.refOf(new Target.Value(Operand.C, 0, 0)).ifPresent(presenter::explain);
    assertThat(shown().subject()).isEqualTo(new MatmulRef.Element(0, 0));
    assertThat(shown().shown()).isEqualTo(58);
    assertThat(shown().terms()).hasSize(3);
  }

  @Test
  void theInspectorFollowsAnEdit() {
    presenter.explain(new MatmulRef.Element(0, 0));

    type(Operand.A, 0, 0, "2");

    assertThat(shown().shown()).isEqualTo(65);
  }

  @Test
  void theInspectorGoesOnToWhatWasTyped() {
    presenter.explain(new MatmulRef.Element(1, 1));

    inspector.follow(new MatmulRef.Entry(MatmulRef.Factor.B, 2, 1));

    assertThat(shown().shown()).isEqualTo(12);
    assertThat(shown().isLeaf()).isTrue();
  }

  @Test
  void aLessonComesBackWithThePlaceOfTheAnimation() {
    presenter.setAlgorithm(Algorithm.TILED);
    playback.seek(7);
    playback.setSpeed(Speed.FOURFOLD);
    MatmulState kept = presenter.withPlace();
    presenter.choosePreset(MatmulPreset.IDENTITY);

    presenter.open(kept);

    assertThat(presenter.algorithm()).isEqualTo(Algorithm.TILED);
    assertThat(playback.position()).isEqualTo(7);
    assertThat(playback.speed()).isEqualTo(Speed.FOURFOLD);
  }

  @Test
  void everyThingOnTheStageSaysWhatItIs() {
    playback.seek(4);
    for (Target target :
        List.of(
            new Target.Value(Operand.A, 0, 1),
            new Target.Value(Operand.B, 1, 0),
            new Target.Value(Operand.C, 0, 0),
            new Target.Value(Operand.C, 0, 1),
            new Target.Value(Operand.C, 1, 1),
            new Target.Name(Operand.C),
            new Target.RowIndex(Operand.A, 1),
            new Target.ColumnIndex(Operand.B, 1),
            new Target.Line(),
            new Target.Narration())) {
      assertThat(Tips.of(presenter, target)).as("%s", target).isNotEmpty().doesNotContain("!");
    }
    assertThat(Tips.of(presenter, new Target.Value(Operand.C, 0, 0))).contains("= 58");
  }

  private Moment moment() {
    return presenter.moment().orElseThrow();
  }

  private Explanation shown() {
    return inspector.current().orElseThrow();
  }

  private void settle() {
    playback.advance(10);
  }

  private void type(Operand operand, int row, int col, String text) {
    EntryGrid now = presenter.state().entries(operand);
    presenter.edit(operand, now.withText(new Cell(row, col), text), null);
  }
}

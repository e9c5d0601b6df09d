package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.Inputs;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where W, b and x come from: initialisations, seeds, and what other sizes do to them. */
class InitialisingTest {
  private final Rig rig = new Rig();
  private final LinearPresenter presenter = rig.presenter;

  @Test
  void xavierWithSeed42IsWhatNumPyGives() {
    presenter.choose(Initialisation.XAVIER_NORMAL);

    // np.random.seed(42); (np.random.randn(3, 4) * np.sqrt(2.0 / 7)).astype(np.float32)
    assertThat(presenter.layer().w())
        .isEqualTo(
            Matrix.of(
                new float[][] {
                  {
                    (float) 0.2655048966,
                    (float) -0.0739053786,
                    (float) 0.3462040722,
                    (float) 0.8140937090
                  },
                  {
                    (float) -0.1251602471,
                    (float) -0.1251514703,
                    (float) 0.8441247344,
                    (float) 0.4102111161
                  },
                  {
                    (float) -0.2509446144,
                    (float) 0.2900105417,
                    (float) -0.2477071732,
                    (float) -0.2489430308
                  }
                }));
    assertThat(presenter.layer().b().toArray()).containsOnly(0);
    assertThat(presenter.init().map(InitRequest::init)).contains(Initialisation.XAVIER_NORMAL);
  }

  @Test
  void heWithSeed42IsWhatNumPyGives() {
    presenter.choose(Initialisation.HE_NORMAL);

    // np.random.seed(42); (np.random.randn(3, 4) * np.sqrt(2.0 / 4)).astype(np.float32)
    assertThat(presenter.layer().w().row(0))
        .containsExactly(
            (float) 0.3512299359,
            (float) -0.0977676213,
            (float) 0.4579849541,
            (float) 1.0769447088);
  }

  @Test
  void drawnInputsWithSeed42AreWhatNumPyGives() {
    presenter.setBatch(2);

    presenter.drawInputs();

    // np.random.seed(42); np.random.randn(2, 4).astype(np.float32)
    assertThat(presenter.x())
        .isEqualTo(
            Matrix.of(
                new float[][] {
                  {(float) 0.49671415, (float) -0.1382643, (float) 0.64768854, (float) 1.52302986},
                  {(float) -0.23415337, (float) -0.23413696, (float) 1.57921282, (float) 0.76743473}
                }));
    assertThat(presenter.state().source().inputSeed()).contains(42L);
  }

  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void everyInitialisationIsOneStepThatFillsAConsistentLayer(Initialisation init) {
    rig.fill(5, 6, 3, 1);
    LinearState before = presenter.state();

    presenter.choose(init);

    assertThat(presenter.init().map(InitRequest::init)).contains(init);
    assertThat(presenter.y()).isEqualTo(presenter.layer().forward(presenter.x()));
    assertThat(presenter.history().undoLabel()).contains(init.title());
    presenter.history().undo();
    assertThat(presenter.state()).isEqualTo(before);
  }

  @Test
  void theNotebookBringsItsInputAlong() {
    rig.fill(9, 9, 1, 1);

    presenter.choose(Initialisation.NOTEBOOK);

    assertThat(presenter.y()).isEqualTo(Matrix.of(new float[][] {{3.01f, 7.02f, 11.03f}}));
  }

  @Test
  void aRotationOfANonSquareLayerIsOneOfThePlane() {
    presenter.choose(Initialisation.ROTATION);

    assertThat(presenter.layer().w().shapeText()).isEqualTo("2×2");
    assertThat(presenter.layer().w().get(0, 0)).isEqualTo((float) Math.cos(Math.PI / 6));
    assertThat(presenter.x()).isEqualTo(Matrix.of(new float[][] {{1, 2}}));
  }

  @Test
  void aRotationOfThreeDimensionsKeepsThem() {
    presenter.setInputs(3);

    presenter.choose(Initialisation.ROTATION);

    assertThat(presenter.layer().w().shapeText()).isEqualTo("3×3");
  }

  @Test
  void aFixedSeedIsUsedAgainAndALooseOneIsRolledForEachDraw() {
    presenter.choose(Initialisation.XAVIER_NORMAL);
    presenter.choose(Initialisation.HE_NORMAL);
    presenter.drawInputs();
    assertThat(presenter.state().source().seed()).isEqualTo(42);
    assertThat(presenter.state().source().inputSeed()).contains(42L);

    presenter.setSeedFixed(false);
    presenter.choose(Initialisation.XAVIER_NORMAL);
    assertThat(presenter.state().source().seed()).isEqualTo(7);
    presenter.choose(Initialisation.HE_NORMAL);
    assertThat(presenter.state().source().seed()).isEqualTo(8);
    presenter.drawInputs();
    assertThat(presenter.state().source().inputSeed()).contains(9L);
    presenter.choose(Initialisation.IDENTITY);
    assertThat(presenter.state().source().seed()).as("nothing random, nothing rolled").isEqualTo(8);
  }

  @Test
  void rollingDrawsTheSameKindFromANewSeed() {
    presenter.choose(Initialisation.XAVIER_NORMAL);
    Matrix first = presenter.layer().w();

    presenter.rollSeed();

    assertThat(presenter.state().source().seed()).isEqualTo(7);
    assertThat(presenter.layer().w()).isNotEqualTo(first);
    assertThat(presenter.layer())
        .isEqualTo(InitRequest.of(Initialisation.XAVIER_NORMAL, 4, 3).withSeed(7).make());
  }

  @Test
  void aTypedSeedDrawsAtOnce() {
    presenter.choose(Initialisation.PYTORCH);
    Matrix first = presenter.layer().w();

    presenter.setSeed(1);
    assertThat(presenter.layer().w()).isNotEqualTo(first);

    presenter.setSeed(42);
    assertThat(presenter.layer().w()).isEqualTo(first);
  }

  @Test
  void aSeedForNumbersThatAreNotRandomIsKeptForTheNextDraw() {
    presenter.setSeed(5);
    assertThat(presenter.layer().w().get(0, 0)).isEqualTo(.1f);

    presenter.choose(Initialisation.XAVIER_NORMAL);

    assertThat(presenter.layer())
        .isEqualTo(InitRequest.of(Initialisation.XAVIER_NORMAL, 4, 3).withSeed(5).make());
  }

  @Test
  void seededNumbersAreDrawnAnewForAnotherSize() {
    presenter.choose(Initialisation.XAVIER_NORMAL);
    presenter.setInputs(5);
    presenter.setOutputs(2);

    // np.random.seed(42); (np.random.randn(2, 5) * np.sqrt(2.0 / 7)).astype(np.float32)
    assertThat(presenter.layer().w().row(1))
        .containsExactly(
            (float) -0.1251514703,
            (float) 0.8441247344,
            (float) 0.4102111161,
            (float) -0.2509446144,
            (float) 0.2900105417);
    assertThat(presenter.init()).isPresent();
  }

  @Test
  void drawnInputsAreDrawnAnewForAnotherSizeAndGoOnForAnotherBatch() {
    presenter.drawInputs();
    presenter.setInputs(6);
    presenter.setBatch(3);

    assertThat(presenter.x()).isEqualTo(Inputs.random(42, 3, 6));

    presenter.setInputs(2);
    assertThat(presenter.x()).isEqualTo(Inputs.random(42, 3, 2));
  }

  @Test
  void editedNumbersAreKeptAndOnlyTheNewOnesAreAdded() {
    presenter.choose(Initialisation.XAVIER_NORMAL);
    rig.type(Part.W, 1, 1, "9");
    assertThat(presenter.init()).as("no initialisation any more").isEmpty();
    float first = presenter.layer().w().get(0, 0);

    presenter.setInputs(6);

    assertThat(presenter.layer().w().get(1, 1)).isEqualTo(9);
    assertThat(presenter.layer().w().get(0, 0)).isEqualTo(first);
    assertThat(presenter.layer().w().get(0, 5)).isZero();
  }

  @Test
  void anEditTakenBackIsTheInitialisationAgain() {
    presenter.choose(Initialisation.XAVIER_NORMAL);
    rig.type(Part.B, 0, 0, "1");
    presenter.history().undo();

    presenter.setInputs(5);

    assertThat(presenter.init().map(InitRequest::init)).contains(Initialisation.XAVIER_NORMAL);
  }

  @Test
  void anEditedInputIsKeptWhenTheSizeChanges() {
    presenter.drawInputs();
    rig.type(Part.X, 0, 0, "-3");
    float[] x = presenter.x().row(0);

    presenter.setInputs(6);

    assertThat(presenter.x().row(0)).startsWith(x);
  }

  @Test
  void theNotebooksNumbersStayWhenTheSizeChanges() {
    presenter.setOutputs(4);

    assertThat(presenter.layer().w().row(2)).containsExactly(.9f, 1, 1.1f, 1.2f);
    assertThat(presenter.init()).isEmpty();
  }

  @Test
  void theBatchSurvivesAnotherInitialisation() {
    presenter.setBatch(8);
    Matrix x = presenter.x();

    presenter.choose(Initialisation.HE_NORMAL);

    assertThat(presenter.x()).isEqualTo(x);
  }

  @Test
  void aNumberThatWasDrawnSaysSoAndOneThatWasTypedToo() {
    presenter.choose(Initialisation.XAVIER_NORMAL);
    presenter.drawInputs();
    presenter.explain(presenter.refOf(Part.W, new Cell(0, 0)));
    assertThat(rig.inspector.current().orElseThrow().meaning()).contains("42");

    rig.type(Part.W, 0, 0, "1.5");

    assertThat(rig.inspector.current().orElseThrow().meaning())
        .doesNotContain("42")
        .contains("1.5");
  }
}

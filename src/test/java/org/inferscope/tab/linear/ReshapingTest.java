package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.Inputs;
import org.inferscope.ui.grid.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReshapingTest {
  private final LinearState first = LinearState.first();

  @Test
  void theSameSizesAreTheSameState() {
    assertThat(Reshaping.inputs(first, 4)).isSameAs(first);
    assertThat(Reshaping.outputs(first, 3)).isSameAs(first);
    assertThat(Reshaping.batch(first, 1)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(value = Initialisation.class, names = "NOTEBOOK", mode = EnumSource.Mode.EXCLUDE)
  void anUntouchedInitialisationIsMadeAnewForItsNewSizes(Initialisation init) {
    LinearState state = initialised(init);

    LinearState next = Reshaping.outputs(Reshaping.inputs(state, 7), 5);

    InitRequest request = InitRequest.of(init, 7, 5);
    assertThat(Reshaping.untouched(next)).contains(request);
    assertThat(next.entries().layer()).isEqualTo(request.make());
  }

  @Test
  void aTouchedInitialisationIsNone() {
    LinearState state = initialised(Initialisation.ZEROS);
    LayerEntries entries = state.entries();
    LinearState touched =
        state.with(
            new LayerEntries(entries.w(), entries.b().withText(new Cell(0, 0), "1"), entries.x()));

    assertThat(Reshaping.untouched(state)).isPresent();
    assertThat(Reshaping.untouched(touched)).isEmpty();
    LinearState resized = Reshaping.inputs(touched, 9);
    assertThat(resized.source().init()).isEmpty();
    assertThat(resized.entries().b().at(0, 0).value()).isEqualTo(1);
  }

  @Test
  void newRowsOfABatchAreThoseOfTheSeed() {
    LinearState five = Reshaping.batch(first, 5);

    assertThat(five.entries().x().matrix().row(0)).containsExactly(1, 2, 3, 4);
    for (int row = 1; row < 5; row++) {
      assertThat(five.entries().x().matrix().row(row)).isEqualTo(Inputs.random(42, 5, 4).row(row));
    }
    assertThat(Reshaping.untouchedInputs(five)).isEmpty();
  }

  @Test
  void aDrawnBatchThatGrowsIsStillTheDrawnOne() {
    LinearState drawn =
        first
            .with(first.entries().withX(Inputs.random(3, 2, 4)))
            .with(first.source().withInputSeed(Optional.of(3L)));

    LinearState grown = Reshaping.batch(drawn, 256);

    assertThat(grown.entries().x().matrix()).isEqualTo(Inputs.random(3, 256, 4));
    assertThat(Reshaping.untouchedInputs(grown)).contains(3L);
  }

  @Test
  void aRowOfZerosThatWasShrunkAwayComesBackDrawn() {
    LinearState three = Reshaping.batch(first, 3);

    LinearState again = Reshaping.batch(Reshaping.batch(three, 1), 3);

    assertThat(again).isEqualTo(three);
  }

  @Test
  void theRowInTheBarsStaysInside() {
    LinearState five = Reshaping.batch(first, 5);
    LinearState last = five.with(five.display().withRow(4));

    assertThat(Reshaping.batch(last, 2).display().row()).isEqualTo(1);
    assertThat(Reshaping.inputs(last, 2).display().row()).isEqualTo(4);
  }

  private LinearState initialised(Initialisation init) {
    InitRequest request = InitRequest.of(init, 4, 3);
    return first.with(first.entries().with(request.make())).with(first.source().with(request));
  }
}

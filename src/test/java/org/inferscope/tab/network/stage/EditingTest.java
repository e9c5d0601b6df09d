package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.inferscope.tab.network.desk.NetworkState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs and widths changed by hand, without a window. */
class EditingTest {
  private static StageLayout layout(boolean pad, Integer... widths) {
    StageSpec spec = new StageSpec(860, 470, List.of(widths), pad, false, true, 1, 12);
    return StageLayouts.of(spec, Viewport.FIT);
  }

  private static float[] input(Rig rig) {
    return rig.presenter.state().input().row(0);
  }

  @Test
  void barsTakeTheLengthAtWhichThePointerCrossesThem() {
    Rig rig = new Rig();
    Column column = layout(false, 8, 16, 8, 4).column(0);
    double limit = rig.presenter.limit(0);
    InputDrawing drawing = new InputDrawing(rig.presenter, column, 1, column.zero());

    drawing.to(column.end(-0.5, limit), column.y(1), false, false);
    drawing.to(column.end(0.5, limit), column.y(5), false, false);
    drawing.end();

    float[] now = input(rig);
    assertThat(now[1]).isCloseTo(-0.5f, within(0.01f));
    assertThat(now[3]).isCloseTo(0, within(0.01f));
    assertThat(now[5]).isCloseTo(0.5f, within(0.01f));
    assertThat(rig.presenter.history().depth()).as("one step").isEqualTo(1);
  }

  @Test
  void aStrokeBeyondTheColumnDoesNotRunAway() {
    Rig rig = new Rig();
    Column column = layout(false, 8, 16, 8, 4).column(0);
    double limit = rig.presenter.limit(0);
    InputDrawing drawing = new InputDrawing(rig.presenter, column, 0, column.zero());
    double x = column.end(limit, limit) + column.plot().w() / 2;

    for (int move = 0; move < 20; move++) {
      drawing.to(x, column.y(0), false, false);
      rig.compute.runAll();
    }

    assertThat(input(rig)[0]).isCloseTo((float) (2 * limit), within(0.1f));
  }

  @Test
  void strokesSnapToTenthsGoFineAndCanBeTakenBack() {
    Rig rig = new Rig();
    NetworkState before = rig.presenter.state();
    Column column = layout(false, 8, 16, 8, 4).column(0);
    double limit = rig.presenter.limit(0);
    InputDrawing drawing = new InputDrawing(rig.presenter, column, 2, column.zero());

    drawing.to(column.end(0.77, limit), column.y(2), true, false);
    assertThat(input(rig)[2]).isEqualTo(0.8f);
    drawing.to(column.end(0.5, limit), column.y(2), false, true);
    assertThat(input(rig)[2]).isCloseTo(before.input().get(0, 2) + 0.05f, within(0.002f));
    drawing.cancel();

    assertThat(rig.presenter.state().input()).isEqualTo(before.input());
    assertThat(rig.presenter.history().depth()).isZero();
  }

  @Test
  void theBrushIsSoftAndPaintsAStrokeOnce() {
    Rig rig = new Rig(64, 12, 10);
    rig.presenter.setPad(true);
    new InputEdits(rig.presenter).clear();
    Column pad = layout(true, 64, 12, 10).column(0);
    PadStroke stroke = new PadStroke(rig.presenter, pad, false);

    for (int times = 0; times < 5; times++) {
      stroke.to(pad.lane(27).centerX(), pad.lane(27).centerY());
    }
    stroke.end();

    float[] once = input(rig);
    assertThat(once[27]).isGreaterThan(0.8f).isLessThanOrEqualTo(1);
    assertThat(once[26]).isBetween(0.2f, 0.6f).isEqualTo(once[28]).isEqualTo(once[19]);
    assertThat(once[0]).isZero();
    PadStroke eraser = new PadStroke(rig.presenter, pad, true);
    eraser.to(pad.lane(27).centerX(), pad.lane(27).centerY());
    eraser.end();
    assertThat(input(rig)[27]).isLessThan(0.05f);
    rig.presenter.history().undo();
    assertThat(input(rig)).isEqualTo(once);
  }

  @Test
  void aQuickStrokeHasNoHoles() {
    Rig rig = new Rig(64, 12, 10);
    new InputEdits(rig.presenter).clear();
    Column pad = layout(true, 64, 12, 10).column(0);
    PadStroke stroke = new PadStroke(rig.presenter, pad, false);

    stroke.to(pad.lane(24).centerX(), pad.lane(24).centerY());
    stroke.to(pad.lane(31).centerX(), pad.lane(31).centerY());
    stroke.end();

    for (int cell = 24; cell < 32; cell++) {
      assertThat(input(rig)[cell]).isGreaterThan(0.8f);
    }
  }

  @Test
  void smallStepsAreOneStepOfTheHistoryUntilTheyEnd() {
    Rig rig = new Rig();
    float before = input(rig)[3];
    InputEdits edits = new InputEdits(rig.presenter);

    edits.step(3, 1, false);
    edits.step(3, 1, false);
    edits.endSteps();
    assertThat(input(rig)[3]).isCloseTo(before + 0.2f, within(0.001f));
    edits.step(3, -1, true);
    edits.endSteps();
    assertThat(input(rig)[3]).isCloseTo(before + 0.19f, within(0.001f));
    assertThat(rig.presenter.history().depth()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1000000", "4097", "1.5", "a million", "", "NaN"})
  void widthsThatAreNoneAreRefusedInWordsAndNothingChanges(String text) {
    Rig rig = new Rig();
    NetworkState before = rig.presenter.state();

    assertThat(new InputEdits(rig.presenter).width(1, text)).isFalse();

    assertThat(rig.presenter.state()).isSameAs(before);
    assertThat(rig.presenter.notice()).contains("1 to 4,096 units");
  }

  @Test
  void aTypedWidthIsTaken() {
    Rig rig = new Rig();

    assertThat(new InputEdits(rig.presenter).width(1, " 24 ")).isTrue();

    assertThat(rig.presenter.state().plan().width(1)).isEqualTo(24);
  }

  @Test
  void aTypedNumberIsTakenAndTextIsNot() {
    Rig rig = new Rig();
    InputEdits edits = new InputEdits(rig.presenter);

    assertThat(edits.type(2, "1/4")).isTrue();
    assertThat(edits.type(2, "much")).isFalse();

    assertThat(input(rig)[2]).isEqualTo(0.25f);
    assertThat(rig.presenter.notice()).contains("much");
  }

  @Test
  void whatWasCopiedCanBePastedAndAnotherCountNamesBoth() {
    Rig rig = new Rig();
    InputEdits edits = new InputEdits(rig.presenter);
    float[] before = input(rig);
    String copied = edits.copied(0);
    edits.clear();

    assertThat(edits.paste(copied)).isTrue();
    assertThat(input(rig)).isEqualTo(before);
    assertThat(edits.paste("1 2 3")).isFalse();
    assertThat(rig.presenter.notice()).contains("3 numbers").contains("takes 8");
    assertThat(input(rig)).isEqualTo(before);
  }
}

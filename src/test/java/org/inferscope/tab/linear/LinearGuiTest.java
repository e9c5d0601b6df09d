package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Collection;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.inferscope.model.linear.Inputs;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.MatrixEditor;
import org.inferscope.ui.playback.Speed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tab in a real window, used with mouse and keyboard. */
@GuiTest
class LinearGuiTest {
  private static final String FIVE_BY_TWO = "np.array([[1, 0], [0, 1], [2, 2], [3, 3], [-1, 0.5]])";

  private Rig rig;
  private LinearPresenter presenter;
  private TestWindow<LinearView> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              rig = new Rig();
              presenter = rig.presenter;
              return new LinearView(presenter);
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  @Test
  void aBarOfXIsDraggedAndYFollowsUnderTheHand() {
    MatrixEditor x = editor(Part.X);
    Point at = centre(Part.X, 1, 0);
    double perPixel =
        execute(() -> presenter.scales().x().perPixel(stage().stageLayout().bars().x().plot()));

    window.robot().pressMouse(x, at, MouseButton.LEFT_BUTTON);
    for (int dx = 10; dx <= 60; dx += 10) {
      window.robot().moveMouse(x, at.x + dx, at.y);
      float expected = (float) (2 + dx * perPixel);
      window.await("x₂ follows", () -> Math.abs(value(Part.X, 1) - expected) < 2 * perPixel);
      assertThat(execute(() -> value(Part.Y, 1)))
          .isCloseTo(execute(() -> 7.02f + .6f * (value(Part.X, 1) - 2)), within(1e-4f));
    }
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.robot().waitForIdle();

    assertThat(execute(() -> presenter.history().depth())).isEqualTo(1);
    assertThat(execute(() -> presenter.history().undoLabel()).orElseThrow()).contains("x₂");
    execute(() -> presenter.history().undo());
    assertThat(execute(() -> value(Part.X, 1))).isEqualTo(2);
    assertThat(execute(() -> value(Part.Y, 1))).isEqualTo(7.02f);
  }

  @Test
  void aBarOfBIsDraggedBelowZero() {
    drag(Part.B, 2, 0, -220, 0);

    window.await("b₃ is negative", () -> value(Part.B, 2) < 0);
    assertThat(execute(() -> value(Part.Y, 2))).isLessThan(11);
    assertThat(execute(() -> presenter.history().depth())).isEqualTo(1);
  }

  @Test
  void withShiftADragIsTenTimesFiner() {
    drag(Part.X, 1, 0, 50, 0);
    float coarse = execute(() -> value(Part.X, 1)) - 2;
    execute(() -> presenter.history().undo());

    window.robot().pressKey(KeyEvent.VK_SHIFT);
    drag(Part.X, 1, 0, 50, 0);
    window.robot().releaseKey(KeyEvent.VK_SHIFT);

    float fine = execute(() -> value(Part.X, 1)) - 2;
    assertThat(fine).isCloseTo(coarse / 10, within(coarse / 50));
  }

  @Test
  void withControlADragSnapsToTenths() {
    window.robot().pressKey(KeyEvent.VK_CONTROL);
    drag(Part.X, 1, 0, 37, 0);
    window.robot().releaseKey(KeyEvent.VK_CONTROL);

    float value = execute(() -> value(Part.X, 1));
    assertThat(value).isGreaterThan(2);
    assertThat(value * 10).isCloseTo(Math.round(value * 10), within(1e-4f));
  }

  @Test
  void escapeTakesADragBack() {
    MatrixEditor x = editor(Part.X);
    Point at = centre(Part.X, 1, 0);
    window.robot().pressMouse(x, at, MouseButton.LEFT_BUTTON);
    window.robot().moveMouse(x, at.x + 30, at.y);
    window.robot().moveMouse(x, at.x + 40, at.y);
    window.await("it is dragged", () -> value(Part.X, 1) > 2);

    window.press(KeyEvent.VK_ESCAPE);
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.robot().waitForIdle();

    assertThat(execute(() -> value(Part.X, 1))).isEqualTo(2);
    assertThat(execute(() -> presenter.history().depth())).isZero();
  }

  @Test
  void aDoubleClickOnABarTypes() {
    window.doubleClick(editor(Part.X), select(Part.X, 1, 0));
    window.await("a field is open", () -> editor(Part.X).isEditing());

    window.type("-5");
    window.press(KeyEvent.VK_ENTER);

    window.await("x₂ is −5", () -> value(Part.X, 1) == -5);
    assertThat(execute(() -> value(Part.Y, 0))).isCloseTo(3.01f - .2f * 7, within(1e-6f));
  }

  @Test
  void aClickOnAWeightTypes() {
    click(Part.W, 1, 2);
    window.await("a field is open", () -> editor(Part.W).isEditing());

    window.type("1/8");
    window.press(KeyEvent.VK_ENTER);

    window.await("W₂₃ is 1/8", () -> presenter.layer().w().get(1, 2) == 0.125f);
    assertThat(execute(() -> presenter.state().entries().w().at(1, 2).text())).isEqualTo("1/8");
    window.await("it went down", () -> lead(Part.W).equals(new Cell(2, 2)));
  }

  @Test
  void aTextThatIsNoNumberIsMarkedAndTheNumberBeforeCounts() {
    click(Part.W, 0, 0);
    window.await("a field is open", () -> editor(Part.W).isEditing());

    window.type("abc");
    window.press(KeyEvent.VK_ENTER);

    window.await("it is marked", () -> presenter.state().entries().w().at(0, 0).isBad());
    assertThat(execute(() -> value(Part.Y, 0))).isEqualTo(3.01f);
    window.await("it says why", () -> !bubble().isEmpty());
  }

  @Test
  void twoEntriesInOneCellAreTwoSteps() {
    for (String text : new String[] {"5", "6"}) {
      click(Part.W, 0, 0);
      window.await("a field is open", () -> editor(Part.W).isEditing());
      window.type(text);
      window.press(KeyEvent.VK_ENTER);
      window.press(KeyEvent.VK_ESCAPE);
    }
    window.await("W₁₁ is 6", () -> presenter.layer().w().get(0, 0) == 6);

    execute(() -> presenter.history().undo());

    assertThat(execute(() -> presenter.layer().w().get(0, 0))).isEqualTo(5);
  }

  @Test
  void aWeightIsDraggedUpAndDown() {
    drag(Part.W, 1, 1, 0, -30);
    window.await("it is more", () -> presenter.layer().w().get(1, 1) > .6f);
    assertThat(execute(() -> presenter.history().depth())).isEqualTo(1);
    assertThat(execute(() -> editor(Part.W).isEditing())).as("a drag types nothing").isFalse();
    execute(() -> presenter.history().undo());

    drag(Part.W, 1, 1, 0, 30);
    window.await("it is less", () -> presenter.layer().w().get(1, 1) < .6f);
  }

  @Test
  void theWheelTurnsANumberBySmallSteps() {
    MatrixEditor x = editor(Part.X);
    Point at = centre(Part.X, 0, 0);
    for (int notch = 0; notch < 3; notch++) {
      execute(() -> x.dispatchEvent(wheel(x, at)));
    }
    assertThat(execute(() -> value(Part.X, 0))).isCloseTo(1.3f, within(1e-6f));

    window.robot().moveMouse(x, centre(Part.X, 2, 0));
    window.robot().waitForIdle();
    execute(() -> presenter.history().undo());

    assertThat(execute(() -> value(Part.X, 0))).as("all turns are one step").isEqualTo(1);
  }

  private static MouseWheelEvent wheel(Component target, Point at) {
    return new MouseWheelEvent(
        target,
        MouseWheelEvent.MOUSE_WHEEL,
        0,
        0,
        at.x,
        at.y,
        0,
        false,
        MouseWheelEvent.WHEEL_UNIT_SCROLL,
        1,
        -1);
  }

  @Test
  void aPastedWOfAnotherSizeResizesTheLayerIfAsked() {
    pasteOverAllOfW(FIVE_BY_TWO);
    window.find().button("gridOffer.0").requireText("Resize to 5×2");

    window.press(KeyEvent.VK_ENTER);

    window.await("the layer is 2 → 5", () -> presenter.layer().w().shapeText().equals("5×2"));
    assertThat(execute(() -> presenter.layer().w().row(4))).containsExactly(-1, .5f);
    assertThat(execute(() -> presenter.x())).isEqualTo(Matrix.of(new float[][] {{1, 2}}));
    assertThat(execute(() -> presenter.y().row(0))).startsWith(1.01f, 2.02f);
    execute(() -> presenter.history().undo());
    assertThat(execute(() -> presenter.layer().w().shapeText())).isEqualTo("3×4");
  }

  @Test
  void aPastedWOfAnotherSizeIsCutIfAsked() {
    pasteOverAllOfW(FIVE_BY_TWO);

    window.find().button("gridOffer.1").click();

    window.await("it is pasted", () -> presenter.layer().w().get(0, 0) == 1);
    assertThat(execute(() -> presenter.layer().w().shapeText())).isEqualTo("3×4");
    assertThat(execute(() -> presenter.layer().w().row(2))).containsExactly(2, 2, 1.1f, 1.2f);
  }

  @Test
  void aPasteThatIsNotWantedChangesNothing() {
    LinearState before = execute(() -> presenter.state());
    pasteOverAllOfW(FIVE_BY_TWO);

    window.press(KeyEvent.VK_ESCAPE);

    window.await("the question is gone", () -> bubble().isEmpty());
    assertThat(execute(() -> presenter.state())).isEqualTo(before);
  }

  @Test
  void aMatrixPastedRightAfterAClickOnAWeightIsAMatrixToo() {
    clipboard("[[7, 8], [9, 10]]");
    click(Part.W, 0, 0);
    window.await("a field is open", () -> editor(Part.W).isEditing());

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);

    window.await("it is pasted", () -> presenter.layer().w().get(1, 1) == 10);
    assertThat(execute(() -> presenter.layer().w().row(0))).containsExactly(7, 8, .3f, .4f);
    assertThat(execute(() -> editor(Part.W).isEditing())).isFalse();
  }

  @Test
  void aNumberPastedIntoAnOpenCellGoesIntoItsText() {
    clipboard("25");
    click(Part.W, 0, 0);
    window.await("a field is open", () -> editor(Part.W).isEditing());

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    window.press(KeyEvent.VK_ENTER);

    window.await("it is taken over", () -> presenter.layer().w().get(0, 0) == 25);
  }

  @Test
  void aRaggedPasteSaysWhyAndChangesNothing() {
    LinearState before = execute(() -> presenter.state());
    clipboard("1 2 3\n4 5");
    selectAllOfW();

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);

    window.await("it says why", () -> !bubble().isEmpty());
    assertThat(execute(() -> presenter.state())).isEqualTo(before);
    window.picture("linear-ragged-paste");
  }

  @Test
  void tenThousandPastedColumnsAreRefusedOrCut() {
    LinearState before = execute(() -> presenter.state());
    clipboard("1\t".repeat(9_999) + "1");
    selectAllOfW();

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);

    window.await("it says why", () -> bubble().contains("10,000"));
    assertThat(execute(() -> presenter.state())).isEqualTo(before);
  }

  @Test
  void aListPastedIntoXFillsItsBars() {
    clipboard("4, 3, 2, 1");
    select(Part.X, 0, 0);

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);

    window.await(
        "x is pasted", () -> presenter.x().equals(Matrix.of(new float[][] {{4, 3, 2, 1}})));
  }

  @Test
  void aRowOfTheBatchIsBroughtIntoTheBarsWithAClick() {
    execute(() -> presenter.setBatch(32));
    window.robot().waitForIdle();

    click(Part.BATCH_X, 20, 2);

    window.await("row 21 is in the bars", () -> presenter.row() == 20);
    assertThat(execute(() -> presenter.grid(Part.X).matrix().toArray()))
        .isEqualTo(execute(() -> presenter.x().row(20)));
    window.find().spinner("linear.size.row").requireValue(21);
    float before = Inputs.random(42, 32, 4).get(20, 1);
    drag(Part.X, 1, 0, 40, 0);
    window.await("the batch follows", () -> presenter.x().get(20, 1) > before);
    assertThat(execute(() -> presenter.x().get(0, 1))).isEqualTo(2);
  }

  @Test
  void theBatchIsSetWithItsSpinner() {
    window.find().spinner("linear.size.batch").enterTextAndCommit("32");

    window.await("there are 32 rows", () -> presenter.x().rows() == 32);
    window.await("they can be clicked", () -> editor(Part.BATCH_Y).isShowing());
    window.picture("linear-window-batch");
  }

  @Test
  void hoveringAnInputLightsIt() {
    window.robot().moveMouse(editor(Part.X), centre(Part.X, 1, 0));

    window.await("x₂ is lit", () -> presenter.focus().equals(new LinearRef.Input(0, 1)));
    window.picture("linear-window-hover");
    window.robot().moveMouse(editor(Part.Y), centre(Part.Y, 0, 0));
    window.await("y₁ is lit", () -> presenter.focus().equals(new LinearRef.Output(0, 0)));
    assertThat(execute(() -> presenter.isPointedAt())).isTrue();
  }

  @Test
  void theArrowsWalkOverYAndEnterExplains() {
    select(Part.Y, 0, 0);

    window.press(KeyEvent.VK_DOWN);
    window.await("y₂ is lit", () -> presenter.focus().equals(new LinearRef.Output(0, 1)));
    assertThat(execute(() -> presenter.isPointedAt())).isTrue();
    window.press(KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_ENTER);

    window.await(
        "11.03 is explained",
        () -> rig.inspector.current().filter(shown -> shown.shown() == 11.03f).isPresent());
  }

  @Test
  void theLightGoesOutWhenTheKeyboardLeaves() {
    select(Part.Y, 0, 0);
    window.press(KeyEvent.VK_DOWN);
    assertThat(execute(() -> presenter.isPointedAt())).isTrue();

    window.press(KeyEvent.VK_ESCAPE);

    window.await("nothing is lit", () -> !presenter.isPointedAt());
    assertThat(execute(() -> presenter.focus())).isEqualTo(new LinearRef.Output(0, 1));
  }

  @Test
  void aClickOnAnOutputOpensItsExplanation() {
    click(Part.Y, 0, 0);

    window.await("it is explained", () -> rig.inspector.current().isPresent());
    assertThat(execute(() -> rig.inspector.current().orElseThrow().shown())).isEqualTo(3.01f);
  }

  @Test
  void altWithTheArrowsNudgesANumber() {
    select(Part.X, 0, 0);

    window.robot().pressKey(KeyEvent.VK_ALT);
    window.robot().pressAndReleaseKey(KeyEvent.VK_UP);
    window.robot().pressAndReleaseKey(KeyEvent.VK_UP);
    window.robot().releaseKey(KeyEvent.VK_ALT);

    window.await("x₁ is 1.2", () -> value(Part.X, 0) == 1.2f);
    window.press(KeyEvent.VK_DOWN);
    execute(() -> presenter.history().undo());
    assertThat(execute(() -> value(Part.X, 0))).as("a burst is one step").isEqualTo(1);
  }

  @Test
  void theStepThroughGoesRowByRow() {
    execute(() -> presenter.playback().first());
    window.await("nothing is computed", () -> presenter.stepper().isUnderWay());
    window.find().button("playback.stepForward").click();
    window.await("y₁ is there", () -> atRest(5));
    window.find().button("playback.stepForward").click();
    window.await("y₂ is there", () -> atRest(10));
    window.find().button("playback.stepBack").click();
    window.await("back at y₁", () -> atRest(5));
  }

  @Test
  void spacePlaysTheStepThroughToItsEnd() {
    execute(this::bindSpaceAsTheAppDoes);
    click(Part.Y, 0, 0);

    window.press(KeyEvent.VK_SPACE);

    window.await("it plays", () -> presenter.stepper().isUnderWay());
    execute(() -> presenter.playback().setSpeed(Speed.EIGHTFOLD));
    window.await("it has played", () -> presenter.playback().isAtEnd());
    assertThat(execute(() -> value(Part.Y, 2))).isEqualTo(11.03f);
  }

  private void bindSpaceAsTheAppDoes() {
    JRootPane root = window.content().getRootPane();
    KeyStroke space = KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0);
    root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(space, space);
    root.getActionMap()
        .put(
            space,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                presenter.playback().toggle();
              }
            });
  }

  @Test
  void aSeedThatIsBeingTypedSurvivesWhatHappensElsewhere() {
    JTextComponentFixture seed = window.find().textBox("linear.seed");
    seed.focus();
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.type("12");

    execute(() -> rig.compute.runAll());
    execute(() -> presenter.hover(Optional.of(new LinearRef.Bias(1))));

    seed.requireText("12");
    window.press(KeyEvent.VK_ENTER);
    window.await("it is taken over", () -> presenter.state().source().seed() == 12);
  }

  private boolean atRest(int position) {
    return presenter.playback().position() == position && !presenter.playback().isMoving();
  }

  private float value(Part part, int row) {
    return presenter.grid(part).at(row, 0).value();
  }

  private Cell lead(Part part) {
    return editor(part).selection().lead();
  }

  private StageView stage() {
    return window.robot().finder().findByName("linear.stage", StageView.class);
  }

  private MatrixEditor editor(Part part) {
    return window.robot().finder().findByName("linear.cells." + part, MatrixEditor.class);
  }

  private Point centre(Part part, int row, int col) {
    MatrixEditor editor = editor(part);
    Rectangle cell = execute(() -> editor.boundsOf(new Cell(row, col)));
    return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
  }

  private void click(Part part, int row, int col) {
    window.click(editor(part), centre(part, row, col));
  }

  /** Clicks, and waits until the keyboard is there. */
  private Point select(Part part, int row, int col) {
    click(part, row, col);
    MatrixEditor editor = editor(part);
    window.await("the keyboard is there", editor::isFocusOwner);
    return centre(part, row, col);
  }

  private void drag(Part part, int row, int col, int dx, int dy) {
    MatrixEditor editor = editor(part);
    Point at = centre(part, row, col);
    window.robot().pressMouse(editor, at, MouseButton.LEFT_BUTTON);
    for (int step = 1; step <= 5; step++) {
      window.robot().moveMouse(editor, at.x + dx * step / 5, at.y + dy * step / 5);
    }
    window.robot().waitForIdle();
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.robot().waitForIdle();
  }

  private void clipboard(String text) {
    execute(
        () ->
            Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(text), null));
  }

  private void selectAllOfW() {
    click(Part.W, 0, 0);
    window.press(KeyEvent.VK_ESCAPE);
    MatrixEditor editor = editor(Part.W);
    window.await("the keyboard is in W", editor::isFocusOwner);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
  }

  private void pasteOverAllOfW(String text) {
    clipboard(text);
    selectAllOfW();
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    window.await("it asks", () -> bubble().contains("5×2"));
  }

  /** What the bubble beside a cell says; empty while there is none. */
  private String bubble() {
    Collection<Component> bubbles =
        window
            .robot()
            .finder()
            .findAll(
                component -> "gridBubble".equals(component.getName()) && component.isShowing());
    return bubbles.isEmpty()
        ? ""
        : bubbles.iterator().next().getAccessibleContext().getAccessibleName();
  }
}

package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.MouseButton;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.support.GuiTest;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.TestWindow;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.MatrixEditor;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.playback.Speed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tab in a real window, used with mouse and keyboard. */
@GuiTest
class MatmulGuiTest {
  private final ManualCompute compute = new ManualCompute();
  private final InspectorModel inspector = new InspectorModel();
  private MatmulPresenter presenter;
  private TestWindow<MatmulView> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              presenter = new MatmulPresenter(compute, inspector, () -> 5);
              return new MatmulView(presenter);
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  @Test
  void aCellIsEditedByTypingOverIt() {
    click(Operand.A, 0, 1);

    window.type("20");
    window.press(KeyEvent.VK_ENTER);

    window.await("A₁₂ is 20", () -> presenter.state().a().at(0, 1).value() == 20);
    execute(() -> presenter.playback().last());
    assertThat(execute(() -> presenter.moment().orElseThrow().shown().c(0, 0)))
        .isEqualTo(7 + 20 * 9 + 33);
    execute(() -> presenter.history().undo());
    assertThat(execute(() -> presenter.state().a().at(0, 1).value())).isEqualTo(2);
  }

  @Test
  void aMatrixIsPastedAsNumPyWritesIt() {
    execute(
        () ->
            Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection("np.array([[1, 0], [0, 1], [2, 2]])"), null));
    click(Operand.B, 0, 0);

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);

    Matrix pasted = Matrix.of(new float[][] {{1, 0}, {0, 1}, {2, 2}});
    window.await("B is pasted", () -> presenter.state().b().matrix().equals(pasted));
    window.find().label("matmul.check");
  }

  @Test
  void aTextThatIsNoNumberIsMarkedAndKept() {
    click(Operand.A, 1, 0);

    window.type("abc");
    window.press(KeyEvent.VK_ENTER);

    window.await("the cell is marked", () -> presenter.state().a().at(1, 0).isBad());
    assertThat(execute(() -> presenter.state().a().at(1, 0).text())).isEqualTo("abc");
  }

  @Test
  void theButtonsStep() {
    window.find().button("playback.stepForward").click();
    window.await("one step is done", () -> atRest(1));
    window.find().button("playback.elementForward").click();
    window.await("an element is done", () -> atRest(3));
    window.find().button("playback.stepBack").click();
    window.await("one step back", () -> atRest(2));
    window.find().button("playback.first").click();
    window.await("at the start", () -> atRest(0));
  }

  @Test
  void theScrubberScrubsThroughTheAnimation() {
    var scrubber = window.robot().finder().findByName("playbackScrubber");
    int width = execute(scrubber::getWidth);
    int y = execute(scrubber::getHeight) / 2;

    window.robot().pressMouse(scrubber, new Point(width / 4, y), MouseButton.LEFT_BUTTON);
    window.robot().moveMouse(scrubber, new Point(width / 2, y));
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);

    window.await("it is in the middle", () -> Math.abs(playback().progress() - 6) < 0.5);
  }

  @Test
  void itPlaysAtEightTimesToTheEnd() {
    execute(() -> playback().setSpeed(Speed.EIGHTFOLD));

    window.find().button("playback.play").click();

    window.await("it has played", () -> playback().isAtEnd() && !playback().isMoving());
    assertThat(execute(() -> presenter.moment().orElseThrow().shown().c(1, 1))).isEqualTo(154);
  }

  @Test
  void everyAlgorithmIsOneClickAway() {
    int index = 0;
    for (Algorithm algorithm : Algorithm.values()) {
      window.find().toggleButton("matmul.algorithm." + index++).click();
      window.await("it is " + algorithm, () -> presenter.algorithm() == algorithm);
      execute(() -> playback().scrub(playback().steps() * 0.4));
      window.robot().waitForIdle();
    }
  }

  @Test
  void sizesSetApartAreExplainedAndStopTheAnimation() {
    window.find().toggleButton("matmul.size.link").click();
    execute(() -> playback().play());
    window.find().spinner("matmul.size.kb").increment();

    window.await("the shapes do not fit", () -> presenter.mismatch().isPresent());
    assertThat(execute(() -> playback().isMoving())).isFalse();
    window.find().button("playback.play").requireDisabled();
    assertThat(execute(() -> presenter.narration())).startsWith("Incompatible shapes");
  }

  @Test
  void predictModeTakesAnAnswerInPlace() {
    window.find().toggleButton("matmul.predict").click();
    window.await("it asks", () -> presenter.game().isPresent());
    JTextComponent answer = window.find().textBox("matmul.answer").target();
    window.await("the field has the keyboard", answer::isFocusOwner);
    Rectangle place = execute(() -> answer.getBounds());
    Box cell = execute(() -> stage().stageLayout().c().cell(0, 0));
    assertThat(place.getCenterX()).isBetween(cell.x(), cell.right());

    window.type("58");
    window.press(KeyEvent.VK_ENTER);

    window.await("it is right", () -> presenter.game().orElseThrow().right() == 1);
    window.await(
        "it asks for the next",
        () -> answer.isFocusOwner() && answer.isVisible() && answer.getText().isEmpty());
    window.type("1");
    window.press(KeyEvent.VK_ENTER);
    window.await("it is wrong", () -> presenter.game().orElseThrow().answered() == 2);
    assertThat(execute(() -> presenter.game().orElseThrow().right())).isEqualTo(1);
  }

  @Test
  void aClickOnAResultOpensItsExplanation() {
    execute(() -> playback().seek(3));

    click(Operand.C, 0, 0);

    window.await("it is explained", () -> inspector.current().isPresent());
    assertThat(execute(() -> inspector.current().orElseThrow().shown())).isEqualTo(58);
  }

  @Test
  void theArrowsWalkOverTheResultsAndEnterExplains() {
    execute(() -> playback().last());
    click(Operand.C, 0, 0);

    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_ENTER);

    window.await(
        "154 is explained",
        () -> inspector.current().filter(shown -> shown.shown() == 154).isPresent());
  }

  private boolean atRest(int position) {
    return playback().position() == position && !playback().isMoving();
  }

  private PlaybackModel playback() {
    return presenter.playback();
  }

  private StageView stage() {
    return window.robot().finder().findByName("matmul.stage", StageView.class);
  }

  private void click(Operand operand, int row, int col) {
    MatrixEditor editor =
        window.robot().finder().findByName("matmul.cells." + operand, MatrixEditor.class);
    Rectangle cell = execute(() -> editor.boundsOf(new Cell(row, col)));
    window.click(editor, new Point((int) cell.getCenterX(), (int) cell.getCenterY()));
  }
}

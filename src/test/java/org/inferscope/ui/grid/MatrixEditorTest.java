package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.MouseClickInfo;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.inferscope.support.GuiTest;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GuiTest
class MatrixEditorTest {
  private Robot robot;
  private FrameFixture window;
  private PaintedGrid panel;

  @BeforeEach
  void openAWindow() {
    FailOnThreadViolationRepaintManager.install();
    robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().delayBetweenEvents(0);
    JFrame frame =
        execute(
            () -> {
              Themes.install(Look.of(false));
              panel = new PaintedGrid();
              JFrame made = new JFrame("Editor");
              made.add(panel);
              return made;
            });
    window = new FrameFixture(robot, frame);
    window.show();
  }

  @AfterEach
  void closeTheWindow() {
    window.cleanUp();
    FailOnThreadViolationRepaintManager.uninstall();
  }

  private Matrix matrix() {
    return execute(() -> panel.grid().matrix());
  }

  private Matrix of(float[]... rows) {
    return Matrix.of(rows);
  }

  private Point centre(int row, int col) {
    Rectangle cell = panel.boundsOf(new Cell(row, col));
    return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
  }

  private void click(int row, int col) {
    robot.click(panel.editor, centre(row, col));
    await("the keyboard is in the matrix", () -> panel.editor.isFocusOwner());
  }

  private void press(int key) {
    robot.pressAndReleaseKey(key);
    robot.waitForIdle();
  }

  private void press(int held, int key) {
    robot.pressKey(held);
    robot.pressAndReleaseKey(key);
    robot.releaseKey(held);
    robot.waitForIdle();
  }

  /** Types as a person does; the keys are pressed one by one. */
  private void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      robot.type(text.charAt(i));
      robot.waitForIdle();
    }
  }

  private void await(String what, Supplier<Boolean> condition) {
    Pause.pause(
        new Condition(what) {
          @Override
          public boolean test() {
            return execute(condition::get);
          }
        },
        5000);
  }

  private Cell lead() {
    return execute(() -> panel.editor.selection().lead());
  }

  private String bubble() {
    return execute(() -> panel.editor.message());
  }

  @Test
  void typingReplacesTheCellAndTabAndEnterMoveOn() {
    click(0, 0);
    type("7");
    press(KeyEvent.VK_TAB);
    type("8");
    press(KeyEvent.VK_ENTER);
    type("1/4");
    press(KeyEvent.VK_LEFT);
    type("-2");
    press(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
    assertThat(matrix()).isEqualTo(of(new float[] {7, 8, 3}, new float[] {-2, 0.25f, 6}));
    assertThat(lead()).isEqualTo(new Cell(0, 0));
    assertThat(panel.undoLabels).hasSize(4).first().isEqualTo("Edit A, row 1, column 1");
  }

  @Test
  void editingKeepsWhatIsThereAndEscapeForgets() {
    click(1, 2);
    press(KeyEvent.VK_F2);
    press(KeyEvent.VK_END);
    type("0");
    press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(1, 2)).isEqualTo(60);
    press(KeyEvent.VK_F2);
    type("5");
    press(KeyEvent.VK_ESCAPE);
    assertThat(matrix().get(1, 2)).isEqualTo(60);
    await("the keyboard is back", () -> panel.editor.isFocusOwner());
  }

  @Test
  void aDoubleClickEdits() {
    robot.click(panel.editor, centre(0, 1), MouseClickInfo.leftButton().times(2).button(), 2);
    await("the cell is open", () -> panel.editor.isEditing());
    type("9");
    press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 1)).isEqualTo(9);
  }

  @Test
  void aBadTextStaysMarkedAndExplained() {
    click(0, 1);
    type("2x");
    press(KeyEvent.VK_ENTER);
    assertThat(execute(() -> panel.grid().at(0, 1).text())).isEqualTo("2x");
    assertThat(matrix().get(0, 1)).as("the last good number is in force").isEqualTo(2);
    assertThat(lead()).as("stays to be mended").isEqualTo(new Cell(0, 1));
    await("it says what is wrong", () -> bubble().contains("“2x” is not a number"));
    save("grid-bad");
    type("3");
    press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 1)).isEqualTo(3);
    assertThat(bubble()).isEmpty();
  }

  @Test
  void clickingElsewhereTakesOverWhatWasTyped() {
    click(0, 0);
    type("12");
    robot.click(panel.editor, centre(1, 1));
    await("the field is closed", () -> !panel.editor.isEditing());
    assertThat(matrix().get(0, 0)).isEqualTo(12);
    assertThat(lead()).isEqualTo(new Cell(1, 1));
  }

  @Test
  void pastesASpreadsheetsBlockAndGrows() {
    panel.clipboard.setContents(new StringSelection("10\t20\n30\t40\n"), null);
    click(1, 2);
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    assertThat(matrix())
        .isEqualTo(
            of(new float[] {1, 2, 3, 0}, new float[] {4, 5, 10, 20}, new float[] {0, 0, 30, 40}));
    save("grid-pasted");
  }

  @Test
  void pastingOverEverythingTakesTheSizeOfWhatIsPasted() {
    panel.clipboard.setContents(new StringSelection("np.array([[1, 2], [3, 4]])"), null);
    click(0, 0);
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    assertThat(matrix()).isEqualTo(of(new float[] {1, 2}, new float[] {3, 4}));
  }

  @Test
  void aPasteThatCannotBeReadChangesNothingAndSaysWhy() {
    panel.clipboard.setContents(new StringSelection("1\t2\n3\toops"), null);
    Matrix before = matrix();
    click(0, 0);
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    assertThat(matrix()).isEqualTo(before);
    await("it names the place", () -> bubble().contains("Row 2, column 2"));
  }

  @Test
  void copiesTheSelectionAndTheWholeMatrix() throws Exception {
    click(0, 1);
    press(KeyEvent.VK_SHIFT, KeyEvent.VK_DOWN);
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
    assertThat(panel.clipboard.getData(DataFlavor.stringFlavor)).isEqualTo("2\n5\n");
    click(0, 0);
    execute(() -> panel.editor.copyAs(MatrixFormat.MATLAB));
    assertThat(panel.clipboard.getData(DataFlavor.stringFlavor))
        .asString()
        .contains("[1 2 3; 4 5 6]");
  }

  @Test
  void deleteSetsTheSelectionToZero() {
    click(0, 0);
    press(KeyEvent.VK_SHIFT, KeyEvent.VK_DOWN);
    press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
    save("grid-selected");
    press(KeyEvent.VK_DELETE);
    assertThat(matrix()).isEqualTo(of(new float[] {0, 0, 3}, new float[] {0, 0, 6}));
  }

  @Test
  void theWindowsKeysStayQuietWhileTypingAndWorkOtherwise() {
    AtomicInteger space = count(KeyEvent.VK_SPACE);
    AtomicInteger minus = count(KeyEvent.VK_MINUS);
    click(0, 0);
    press(KeyEvent.VK_SPACE);
    assertThat(space).as("space plays while a cell is only selected").hasValue(1);
    type("-");
    assertThat(minus).as("minus begins an entry").hasValue(0);
    type(" 1");
    assertThat(space).hasValue(1);
    press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 0)).isEqualTo(1);
    assertThat(execute(() -> panel.grid().at(0, 0).isBad())).isTrue();
  }

  @Test
  void aClickAsksForTheExplanationAndReadOnlyEnterToo() {
    List<Cell> asked = new ArrayList<>();
    execute(() -> panel.editor.onOpen(asked::add));
    click(1, 1);
    execute(() -> panel.editor.setEditable(false));
    press(KeyEvent.VK_RIGHT);
    press(KeyEvent.VK_ENTER);
    type("9");
    assertThat(asked).containsExactly(new Cell(1, 1), new Cell(1, 2));
    assertThat(matrix().get(1, 2)).as("read-only").isEqualTo(6);
  }

  @Test
  void theMenuCopiesAsNumPy() throws Exception {
    robot.click(panel.editor, centre(0, 0), MouseButton.RIGHT_BUTTON, 1);
    window.menuItem("gridMenu.copy.NUMPY").click();
    assertThat(panel.clipboard.getData(DataFlavor.stringFlavor)).asString().contains("np.array");
  }

  private AtomicInteger count(int key) {
    AtomicInteger pressed = new AtomicInteger();
    execute(
        () -> {
          KeyStroke stroke = KeyStroke.getKeyStroke(key, 0);
          panel.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, stroke);
          panel
              .getActionMap()
              .put(
                  stroke,
                  new AbstractAction() {
                    @Override
                    public void actionPerformed(java.awt.event.ActionEvent event) {
                      pressed.incrementAndGet();
                    }
                  });
        });
    return pressed;
  }

  private void save(String name) {
    BufferedImage picture =
        execute(
            () -> {
              JComponent root = panel.getRootPane();
              BufferedImage image =
                  new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
              root.paint(image.createGraphics());
              return image;
            });
    try {
      File folder = new File("target/pictures");
      folder.mkdirs();
      ImageIO.write(picture, "png", new File(folder, name + ".png"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

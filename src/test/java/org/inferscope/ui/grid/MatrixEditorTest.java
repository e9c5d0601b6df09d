package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.assertj.swing.core.MouseButton;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.MatrixFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GuiTest
class MatrixEditorTest {
  private TestWindow<PaintedGrid> window;
  private PaintedGrid panel;

  @BeforeEach
  void openAWindow() {
    window = TestWindow.of(PaintedGrid::new);
    panel = window.content();
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private Matrix matrix() {
    return execute(() -> panel.grid().matrix());
  }

  private Matrix of(float[]... rows) {
    return Matrix.of(rows);
  }

  private Point centre(int row, int col) {
    return panel.centre(row, col);
  }

  private void click(int row, int col) {
    window.click(panel.editor, centre(row, col));
    window.await("the keyboard is in the matrix", () -> panel.editor.isFocusOwner());
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
    window.type("7");
    window.press(KeyEvent.VK_TAB);
    window.type("8");
    window.press(KeyEvent.VK_ENTER);
    window.type("1/4");
    window.press(KeyEvent.VK_LEFT);
    window.type("-2");
    window.press(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
    assertThat(matrix()).isEqualTo(of(new float[] {7, 8, 3}, new float[] {-2, 0.25f, 6}));
    assertThat(lead()).isEqualTo(new Cell(0, 0));
    assertThat(panel.undoLabels).hasSize(4).first().isEqualTo("Edit A, row 1, column 1");
  }

  @Test
  void editingKeepsWhatIsThereAndEscapeForgets() {
    click(1, 2);
    window.press(KeyEvent.VK_F2);
    window.press(KeyEvent.VK_END);
    window.type("0");
    window.press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(1, 2)).isEqualTo(60);
    window.press(KeyEvent.VK_F2);
    window.type("5");
    window.press(KeyEvent.VK_ESCAPE);
    assertThat(matrix().get(1, 2)).isEqualTo(60);
    window.await("the keyboard is back", () -> panel.editor.isFocusOwner());
  }

  @Test
  void aDoubleClickEdits() {
    window.click(panel.editor, centre(0, 1));
    window.doubleClick(panel.editor, centre(0, 1));
    window.await("the cell is open", () -> panel.editor.isEditing());
    window.type("9");
    window.press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 1)).isEqualTo(9);
  }

  @Test
  void aKeyboardThatComesLateToTheMatrixDoesNotEndTheTyping() {
    click(0, 1);
    window.type("4");
    execute(() -> panel.editor.requestFocusInWindow());
    window.robot().waitForIdle();
    window.await("the field has the keyboard", () -> !panel.editor.isFocusOwner());
    window.type("2");
    window.press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 1)).isEqualTo(42);
  }

  @Test
  void aBadTextStaysMarkedAndExplained() {
    click(0, 1);
    window.type("2x");
    window.press(KeyEvent.VK_ENTER);
    assertThat(execute(() -> panel.grid().at(0, 1).text())).isEqualTo("2x");
    assertThat(matrix().get(0, 1)).as("the last good number is in force").isEqualTo(2);
    assertThat(lead()).as("stays to be mended").isEqualTo(new Cell(0, 1));
    window.await("it says what is wrong", () -> bubble().contains("“2x” is not a number"));
    window.picture("grid-bad");
    window.type("3");
    window.press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 1)).isEqualTo(3);
    assertThat(bubble()).isEmpty();
  }

  @Test
  void clickingElsewhereTakesOverWhatWasTyped() {
    click(0, 0);
    window.type("12");
    window.click(panel.editor, centre(1, 1));
    window.await("the field is closed", () -> !panel.editor.isEditing());
    assertThat(matrix().get(0, 0)).isEqualTo(12);
    assertThat(lead()).isEqualTo(new Cell(1, 1));
  }

  @Test
  void pastesASpreadsheetsBlockAndGrows() {
    panel.clipboard.setContents(new StringSelection("10\t20\n30\t40\n"), null);
    click(1, 2);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    assertThat(matrix())
        .isEqualTo(
            of(new float[] {1, 2, 3, 0}, new float[] {4, 5, 10, 20}, new float[] {0, 0, 30, 40}));
    window.picture("grid-pasted");
  }

  @Test
  void pastingOverEverythingTakesTheSizeOfWhatIsPasted() {
    panel.clipboard.setContents(new StringSelection("np.array([[1, 2], [3, 4]])"), null);
    click(0, 0);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    assertThat(matrix()).isEqualTo(of(new float[] {1, 2}, new float[] {3, 4}));
  }

  @Test
  void aPasteThatCannotBeReadChangesNothingAndSaysWhy() {
    panel.clipboard.setContents(new StringSelection("1\t2\n3\toops"), null);
    Matrix before = matrix();
    click(0, 0);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    assertThat(matrix()).isEqualTo(before);
    window.await("it names the place", () -> bubble().contains("Row 2, column 2"));
  }

  @Test
  void copiesTheSelectionAndTheWholeMatrix() throws Exception {
    click(0, 1);
    window.press(KeyEvent.VK_SHIFT, KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
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
    window.press(KeyEvent.VK_SHIFT, KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
    window.picture("grid-selected");
    window.press(KeyEvent.VK_DELETE);
    assertThat(matrix()).isEqualTo(of(new float[] {0, 0, 3}, new float[] {0, 0, 6}));
  }

  @Test
  void theWindowsKeysStayQuietWhileTypingAndWorkOtherwise() {
    AtomicInteger space = count(KeyEvent.VK_SPACE);
    AtomicInteger minus = count(KeyEvent.VK_MINUS);
    click(0, 0);
    window.press(KeyEvent.VK_SPACE);
    assertThat(space).as("space plays while a cell is only selected").hasValue(1);
    window.type("-");
    assertThat(minus).as("minus begins an entry").hasValue(0);
    window.type(" 1");
    assertThat(space).hasValue(1);
    window.press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(0, 0)).isEqualTo(1);
    assertThat(execute(() -> panel.grid().at(0, 0).isBad())).isTrue();
  }

  @Test
  void aClickAsksForTheExplanationAndReadOnlyEnterToo() {
    List<Cell> asked = new ArrayList<>();
    execute(() -> panel.editor.onOpen(asked::add));
    click(1, 1);
    execute(() -> panel.editor.setEditable(false));
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_ENTER);
    window.type("9");
    assertThat(asked).containsExactly(new Cell(1, 1), new Cell(1, 2));
    assertThat(matrix().get(1, 2)).as("read-only").isEqualTo(6);
  }

  @Test
  void theMenuCopiesAsNumPy() throws Exception {
    window.robot().click(panel.editor, centre(0, 0), MouseButton.RIGHT_BUTTON, 1);
    window.robot().click(window.awaitShown("gridMenu.copy.NUMPY"));
    window.await("it is copied", () -> panel.clipboard.getContents(null) != null);
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
}

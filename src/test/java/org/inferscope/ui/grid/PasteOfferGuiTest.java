package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The question after a paste of another size, and its buttons. */
@GuiTest
class PasteOfferGuiTest {
  private static final Matrix BEFORE = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Matrix RESIZED =
      Matrix.of(new float[][] {{1, 2, 3, 0}, {4, 5, 7, 8}, {0, 0, 9, 10}});
  private static final Matrix CUT = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 7}});

  private TestWindow<PaintedGrid> window;
  private PaintedGrid panel;

  @BeforeEach
  void pasteTooMuch() {
    window = TestWindow.of(PaintedGrid::new);
    panel = window.content();
    execute(() -> panel.limits = new GridLimits(4, 6, true));
    panel.clipboard.setContents(new StringSelection("7\t8\n9\t10\n"), null);
    window.click(panel.editor, panel.centre(1, 2));
    window.await("the keyboard is in the matrix", () -> panel.editor.isFocusOwner());
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
    window.await("it asks", () -> panel.editor.message().contains("The pasted matrix is 2×2"));
    window.await("the first answer has the keyboard", () -> button(0).isFocusOwner());
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private JButton button(int index) {
    return window.find().button("gridOffer." + index).target();
  }

  private Matrix matrix() {
    return execute(() -> panel.grid().matrix());
  }

  private void awaitTheEnd() {
    window.await("the question is gone", () -> panel.editor.message().isEmpty());
    window.await("the keyboard is back", () -> panel.editor.isFocusOwner());
  }

  @Test
  void asksBeforeAnythingChanges() {
    window.picture("grid-offers");
    assertThat(matrix()).isEqualTo(BEFORE);
    assertThat(execute(() -> button(0).getText())).isEqualTo("Resize to 3×4");
    assertThat(execute(() -> button(1).getText())).isEqualTo("Cut to 1×1");
    assertThat(execute(() -> button(1).getAccessibleContext().getAccessibleDescription()))
        .isEqualTo("The pasted matrix is 2×2; from this cell 1×1 fit.");
  }

  @Test
  void enterTakesTheFirstAnswer() {
    window.press(KeyEvent.VK_ENTER);
    awaitTheEnd();
    assertThat(matrix()).isEqualTo(RESIZED);
    assertThat(execute(() -> panel.undoLabels)).containsExactly("Paste into A");
    assertThat(execute(() -> panel.editor.selection()))
        .isEqualTo(new GridSelection(new Cell(2, 3), new Cell(1, 2)));
  }

  @Test
  void tabReachesTheSecondAnswerAndGoesRound() {
    window.press(KeyEvent.VK_TAB);
    window.await("the second answer has the keyboard", () -> button(1).isFocusOwner());
    window.press(KeyEvent.VK_TAB);
    window.await("the first answer has the keyboard", () -> button(0).isFocusOwner());
    window.press(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
    window.await("the second answer has the keyboard", () -> button(1).isFocusOwner());
    window.press(KeyEvent.VK_ENTER);
    awaitTheEnd();
    assertThat(matrix()).isEqualTo(CUT);
  }

  @Test
  void theMouseAnswersToo() {
    window.robot().click(button(1));
    window.robot().waitForIdle();
    awaitTheEnd();
    assertThat(matrix()).isEqualTo(CUT);
    assertThat(execute(() -> panel.history.depth())).isEqualTo(1);
  }

  @Test
  void escapeAnswersNone() {
    window.press(KeyEvent.VK_ESCAPE);
    awaitTheEnd();
    assertThat(matrix()).isEqualTo(BEFORE);
    window.type("8");
    window.press(KeyEvent.VK_ENTER);
    assertThat(matrix().get(1, 2)).isEqualTo(8);
  }

  @Test
  void aClickBesideTheButtonsKeepsTheQuestionAndOneOnTheMatrixDropsIt() {
    window.click(button(0).getParent(), new java.awt.Point(1, -3));
    assertThat(execute(() -> panel.editor.message())).isNotEmpty();
    window.click(panel.editor, panel.centre(0, 0));
    awaitTheEnd();
    assertThat(matrix()).isEqualTo(BEFORE);
  }

  @Test
  void anAnswerThatComesAfterAnUndoIsAskedAnew() {
    execute(
        () -> {
          panel.history.apply(panel.grid().resized(2, 4), "elsewhere");
          panel.doLayout();
        });
    window.press(KeyEvent.VK_ENTER);
    window.await("it asks anew", () -> panel.editor.message().contains("from this cell 1×2 fit"));
    window.await("the first answer has the keyboard", () -> button(0).isFocusOwner());
    window.press(KeyEvent.VK_ENTER);
    awaitTheEnd();
    assertThat(matrix())
        .isEqualTo(Matrix.of(new float[][] {{1, 2, 3, 0}, {4, 5, 7, 8}, {0, 0, 9, 10}}));
  }
}

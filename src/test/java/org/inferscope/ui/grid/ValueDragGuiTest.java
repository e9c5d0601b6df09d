package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.MouseButton;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.ui.action.Shortcuts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drags, the wheel and click-to-type with a real mouse and keyboard. */
@GuiTest
class ValueDragGuiTest {
  private static final int SNAP =
      Shortcuts.MENU == KeyEvent.META_DOWN_MASK ? KeyEvent.VK_META : KeyEvent.VK_CONTROL;

  private TestWindow<PaintedGrid> window;
  private PaintedGrid panel;

  @BeforeEach
  void openAWindow() {
    window = TestWindow.of(PaintedGrid::new);
    panel = window.content();
    execute(
        () -> {
          panel.editor.setDrag(CellDrag.vertical(() -> 0.01));
          panel.editor.setWheelStep(0.1);
        });
  }

  @AfterEach
  void closeTheWindow() {
    window.robot().releaseMouseButtons();
    window.close();
  }

  private String text(int row, int col) {
    return execute(() -> panel.grid().at(row, col).text());
  }

  private void awaitText(int row, int col, String text) {
    window.await("the cell says " + text, () -> panel.grid().at(row, col).text().equals(text));
  }

  private int steps() {
    return execute(() -> panel.history.depth());
  }

  private void press(Point at) {
    window.robot().pressMouse(panel.editor, at, MouseButton.LEFT_BUTTON);
    window.await("the keyboard is in the matrix", () -> panel.editor.isFocusOwner());
  }

  private void moveTo(Point from, int up) {
    window.robot().moveMouse(panel.editor, new Point(from.x, from.y - up));
    window.robot().waitForIdle();
  }

  private void release() {
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.robot().waitForIdle();
  }

  @Test
  void dragsWithShiftAndCtrlInTheMiddle() {
    Point from = panel.centre(1, 1);
    press(from);
    moveTo(from, 24);
    awaitText(1, 1, "5.24");
    window.robot().pressKey(KeyEvent.VK_SHIFT);
    moveTo(from, 30);
    awaitText(1, 1, "5.246");
    window.robot().releaseKey(KeyEvent.VK_SHIFT);
    window.robot().pressKey(SNAP);
    moveTo(from, 31);
    awaitText(1, 1, "5.3");
    window.robot().releaseKey(SNAP);
    moveTo(from, 32);
    awaitText(1, 1, "5.266");
    release();
    assertThat(steps()).isEqualTo(1);
    execute(() -> panel.history.undo());
    assertThat(text(1, 1)).isEqualTo("5");
  }

  @Test
  void escapeTakesADragBack() {
    Point from = panel.centre(1, 1);
    press(from);
    moveTo(from, 24);
    awaitText(1, 1, "5.24");
    window.press(KeyEvent.VK_ESCAPE);
    awaitText(1, 1, "5");
    moveTo(from, 30);
    release();
    assertThat(text(1, 1)).isEqualTo("5");
    assertThat(steps()).isZero();
    assertThat(execute(() -> panel.editor.isFocusOwner())).as("the keyboard stays").isTrue();
  }

  @Test
  void theWheelNeedsNoFocusAndStepsTheCellUnderThePointer() {
    Point at = panel.centre(0, 2);
    window.robot().moveMouse(panel.editor, at);
    window.robot().waitForIdle();
    window.robot().rotateMouseWheel(-3);
    awaitText(0, 2, "3.3");
    window.robot().waitForIdle();
    window.robot().moveMouse(panel.editor, panel.centre(0, 1));
    window.robot().waitForIdle();
    window.await("the gesture is over", () -> panel.ends >= 1);
    assertThat(steps()).isEqualTo(1);
  }

  @Test
  void oneClickTypesAndTellsToo() {
    List<Cell> opened = new ArrayList<>();
    execute(
        () -> {
          panel.editor.onOpen(opened::add);
          panel.editor.setTypeOnClick(true);
        });
    window.click(panel.editor, panel.centre(0, 1));
    window.await("the cell is open", () -> panel.editor.isEditing());
    assertThat(opened).containsExactly(new Cell(0, 1));
    window.type("9");
    window.click(panel.editor, panel.centre(1, 2));
    awaitText(0, 1, "9");
    window.await("the next cell is open", () -> panel.editor.isEditing());
    window.type("7");
    window.press(KeyEvent.VK_ENTER);
    awaitText(1, 2, "7");
    assertThat(execute(() -> panel.undoLabels))
        .containsExactly("Edit A, row 1, column 2", "Edit A, row 2, column 3");
  }

  @Test
  void aSecondClickTakesTheWholeNumberWithItsSign() {
    execute(
        () -> {
          panel.editor.setTypeOnClick(true);
          panel.edit(panel.grid().withText(new Cell(0, 1), "−2.5"), "set");
        });
    window.click(panel.editor, panel.centre(0, 1));
    window.await("the cell is open", () -> panel.editor.isEditing());
    JTextComponent field = window.find().textBox("a.field").target();
    execute(() -> field.select(1, 4)); // as a text field itself takes the word that is clicked
    window.doubleClick(field, new Point(5, 5));
    window.await("all is selected", () -> "−2.5".equals(field.getSelectedText()));
  }

  @Test
  void aDragTypesNothing() {
    execute(() -> panel.editor.setTypeOnClick(true));
    Point from = panel.centre(1, 1);
    press(from);
    moveTo(from, 24);
    release();
    assertThat(text(1, 1)).isEqualTo("5.24");
    assertThat(execute(() -> panel.editor.isEditing())).isFalse();
  }
}

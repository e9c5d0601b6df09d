package org.inferscope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.ui.grid.Pointing.SHIFT;

import java.awt.Cursor;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.support.Pictures;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.action.Shortcuts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drags, the wheel and the keys that nudge, without a window. */
class ValueDragTest {
  private static final int SNAP = Shortcuts.MENU;

  private PaintedGrid panel;
  private Pointing mouse;

  @BeforeEach
  void makeAGrid() {
    panel = Pictures.onEventThread(PaintedGrid::new);
    run(
        () -> {
          Pictures.layOut(panel, 480, 360);
          panel.editor.setDrag(CellDrag.vertical(() -> 0.01));
          panel.editor.setWheelStep(0.1);
          panel.editor.setCellNames(cell -> "w" + cell.row() + cell.col());
        });
    mouse = new Pointing(panel);
  }

  private static void run(Runnable work) {
    Pictures.onEventThread(
        () -> {
          work.run();
          return true;
        });
  }

  private String text(int row, int col) {
    return panel.grid().at(row, col).text();
  }

  @Test
  void pullsTheValueAndIsOneStepOfUndo() {
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          mouse.drag(2, -15, 0);
          mouse.release(0);
        });
    assertThat(text(0, 1)).isEqualTo("2.25");
    assertThat(panel.history.depth()).isEqualTo(1);
    assertThat(panel.history.undoLabel()).contains("Change w01");
    assertThat(panel.drags).isEqualTo(2);
    assertThat(panel.ends).isEqualTo(1);
    assertThat(panel.editor.selection()).isEqualTo(GridSelection.of(0, 1));
  }

  @Test
  void twoDragsAreTwoSteps() {
    run(
        () -> {
          for (int i = 0; i < 2; i++) {
            mouse.press(0, 1, 0);
            mouse.drag(0, -10, 0);
            mouse.release(0);
          }
        });
    assertThat(text(0, 1)).isEqualTo("2.2");
    assertThat(panel.history.depth()).isEqualTo(2);
  }

  @Test
  void aTremblingClickChangesNothingAndOpens() {
    List<Cell> opened = new ArrayList<>();
    run(
        () -> {
          panel.editor.onOpen(opened::add);
          mouse.press(0, 1, 0);
          mouse.drag(0, -2, 0);
          mouse.drag(5, 0, 0);
          mouse.release(0);
        });
    assertThat(panel.drags).isZero();
    assertThat(panel.ends).isZero();
    assertThat(opened).containsExactly(new Cell(0, 1));
  }

  @Test
  void shiftIsATenthAndMayComeAndGo() {
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          mouse.drag(0, -5, SHIFT);
        });
    assertThat(text(0, 1)).isEqualTo("2.105");
    run(() -> mouse.drag(0, -1, 0));
    assertThat(text(0, 1)).isEqualTo("2.115");
  }

  @Test
  void snappingShowsTenthsWhileTheValueGoesOn() {
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -14, SNAP);
        });
    assertThat(text(0, 1)).isEqualTo("2.1");
    run(() -> mouse.drag(0, -2, SNAP));
    assertThat(text(0, 1)).isEqualTo("2.2");
    run(() -> mouse.drag(0, -1, SNAP | SHIFT));
    assertThat(text(0, 1)).isEqualTo("2.2");
    run(() -> mouse.drag(0, -1, 0));
    assertThat(text(0, 1)).as("what was pulled while it snapped counts").isEqualTo("2.171");
  }

  @Test
  void shiftAndAClickExtendAndShiftAndADragIsFine() {
    run(
        () -> {
          mouse.press(0, 0, 0);
          mouse.release(0);
          mouse.press(1, 1, SHIFT);
          mouse.release(SHIFT);
        });
    assertThat(panel.editor.selection())
        .isEqualTo(new GridSelection(new Cell(0, 0), new Cell(1, 1)));
    run(
        () -> {
          mouse.press(1, 2, SHIFT);
          mouse.drag(0, -10, SHIFT);
          mouse.release(SHIFT);
        });
    assertThat(text(1, 2)).isEqualTo("6.01");
    assertThat(panel.editor.selection()).isEqualTo(GridSelection.of(1, 2));
  }

  @Test
  void escapeBringsBackWhatWasThereAndLeavesNoStep() {
    EntryGrid before = panel.grid();
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          mouse.key(KeyEvent.VK_ESCAPE, 0);
          mouse.drag(0, -10, 0);
          mouse.release(0);
        });
    assertThat(panel.grid()).isEqualTo(before);
    assertThat(panel.history.depth()).isZero();
    assertThat(panel.ends).isEqualTo(1);
  }

  @Test
  void losingTheKeyboardOrTheEditorEndsADrag() {
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          mouse.loseFocus();
          mouse.drag(0, -10, 0);
          mouse.release(0);
        });
    assertThat(text(0, 1)).isEqualTo("2.1");
    assertThat(panel.ends).isEqualTo(1);
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          panel.editor.removeNotify();
        });
    assertThat(text(0, 1)).isEqualTo("2.2");
    assertThat(panel.ends).isEqualTo(2);
  }

  @Test
  void anotherEditEndsADrag() {
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          mouse.key(KeyEvent.VK_DELETE, 0);
          mouse.drag(0, -10, 0);
          mouse.release(0);
        });
    assertThat(text(0, 1)).isEqualTo("0");
    assertThat(panel.history.depth()).isEqualTo(2);
  }

  @Test
  void aBadCellGoesOnFromTheNumberInForce() {
    EntryGrid bad = panel.grid().withText(new Cell(0, 1), "2x");
    run(
        () -> {
          panel.edit(bad, "bad");
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
        });
    assertThat(text(0, 1)).isEqualTo("2.1");
    assertThat(panel.grid().firstProblem()).isEmpty();
    run(() -> mouse.key(KeyEvent.VK_ESCAPE, 0));
    assertThat(panel.grid()).isEqualTo(bad);
  }

  @Test
  void staysAtTheLargestNumberAndComesBackAtOnce() {
    run(
        () -> {
          panel.editor.setDrag((cell, dx, dy) -> -dy * 1e38);
          mouse.press(0, 1, 0);
          mouse.drag(0, -500, 0);
        });
    assertThat(panel.grid().at(0, 1).value()).isEqualTo(Float.MAX_VALUE);
    run(() -> mouse.drag(0, 1, 0));
    assertThat(panel.grid().at(0, 1).value()).isEqualTo(2.4e38f);
  }

  @Test
  void hoversNothingWhileDragging() {
    List<Optional<Cell>> hovered = new ArrayList<>();
    run(
        () -> {
          panel.editor.onHover(hovered::add);
          mouse.press(0, 1, 0);
          mouse.drag(0, 10, 0);
          mouse.exit();
          mouse.drag(0, 50, 0);
          mouse.release(0);
        });
    assertThat(hovered).as("only where it ended").containsExactly(Optional.of(new Cell(1, 1)));
  }

  @Test
  void theCursorSaysWhichWayAValueGoes() {
    run(() -> mouse.move(0, 0));
    assertThat(panel.editor.getCursor().getType()).isEqualTo(Cursor.N_RESIZE_CURSOR);
    run(mouse::exit);
    assertThat(panel.editor.isCursorSet()).isFalse();
    run(
        () -> {
          panel.editor.setDrag(CellDrag.horizontal(() -> 1));
          mouse.move(0, 0);
        });
    assertThat(panel.editor.getCursor().getType()).isEqualTo(Cursor.E_RESIZE_CURSOR);
    run(
        () -> {
          panel.editor.setEditable(false);
          mouse.move(0, 1);
        });
    assertThat(panel.editor.isCursorSet()).isFalse();
  }

  @Test
  void readOnlyADragSelects() {
    run(
        () -> {
          panel.editor.setEditable(false);
          mouse.press(0, 0, 0);
          mouse.drag(60, 60, 0);
          mouse.release(0);
        });
    assertThat(panel.drags).isZero();
    assertThat(panel.editor.selection())
        .isEqualTo(new GridSelection(new Cell(0, 0), new Cell(1, 1)));
  }

  @Test
  void turnsOfTheWheelOnOneCellAreOneStep() {
    run(
        () -> {
          mouse.move(1, 1);
          mouse.wheel(-1, 0);
          mouse.wheel(-1, 0);
          mouse.wheel(-0.5, SHIFT);
        });
    assertThat(text(1, 1)).isEqualTo("5.205");
    assertThat(panel.history.depth()).isEqualTo(1);
    run(
        () -> {
          mouse.move(1, 2);
          mouse.wheel(1, 0);
          mouse.move(1, 1);
          mouse.wheel(1, 0);
          mouse.exit();
        });
    assertThat(panel.grid().matrix().row(1)).containsExactly(4, 5.105f, 5.9f);
    assertThat(panel.history.depth()).isEqualTo(3);
    assertThat(panel.ends).isEqualTo(3);
  }

  @Test
  void aKeyOrAnEditEndsTheTurnsOfTheWheel() {
    run(
        () -> {
          mouse.move(1, 1);
          mouse.wheel(-1, 0);
          mouse.key(KeyEvent.VK_SHIFT, SHIFT);
        });
    assertThat(panel.ends).isZero();
    run(() -> mouse.key(KeyEvent.VK_RIGHT, 0));
    assertThat(panel.ends).isEqualTo(1);
    run(
        () -> {
          mouse.wheel(-1, 0);
          panel.history.undo();
          mouse.wheel(-2, 0);
        });
    assertThat(text(1, 1)).as("goes on from what an undo brought back").isEqualTo("5.3");
  }

  @Test
  void altWithUpAndDownNudgesTheLeadCell() {
    int alt = KeyEvent.ALT_DOWN_MASK;
    run(
        () -> {
          mouse.press(0, 2, 0);
          mouse.release(0);
          mouse.key(KeyEvent.VK_UP, alt);
          mouse.key(KeyEvent.VK_UP, alt);
          mouse.key(KeyEvent.VK_DOWN, alt | SHIFT);
          mouse.move(1, 0);
        });
    assertThat(text(0, 2)).isEqualTo("3.19");
    assertThat(panel.history.depth()).isEqualTo(1);
    assertThat(panel.ends).isZero();
    assertThat(panel.editor.getAccessibleContext().getAccessibleDescription())
        .isEqualTo("w02: 3.19");
    run(
        () -> {
          mouse.key(KeyEvent.VK_LEFT, 0);
          mouse.key(KeyEvent.VK_DOWN, alt);
        });
    assertThat(text(0, 1)).isEqualTo("1.9");
    assertThat(panel.history.depth()).isEqualTo(2);
  }

  @Test
  void aDragThatComesBackLeavesNoStep() {
    Matrix before = panel.grid().matrix();
    run(
        () -> {
          mouse.press(0, 1, 0);
          mouse.drag(0, -10, 0);
          mouse.drag(0, 10, 0);
          mouse.release(0);
        });
    assertThat(panel.grid().matrix()).isEqualTo(before);
    assertThat(panel.history.depth()).isZero();
  }
}

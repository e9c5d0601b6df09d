package org.inferscope.tab.gpt2.weights;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.paint.Box;

/**
 * What keys do on a matrix: arrows go from number to number, with Shift a screen at a time; plus and
 * minus zoom at the selected number, 0 shows all, Enter explains. Event thread.
 */
final class MatrixKeys {
  private static final double STEP = 1.6;

  private final MatrixView view;

  private MatrixKeys(MatrixView view) {
    this.view = view;
  }

  static void bind(MatrixView view) {
    MatrixKeys keys = new MatrixKeys(view);
    keys.arrow(KeyEvent.VK_LEFT, 0, -1);
    keys.arrow(KeyEvent.VK_RIGHT, 0, 1);
    keys.arrow(KeyEvent.VK_UP, -1, 0);
    keys.arrow(KeyEvent.VK_DOWN, 1, 0);
    FocusKeys.bind(view, KeyEvent.VK_HOME, () -> keys.go(0, Integer.MIN_VALUE / 2));
    FocusKeys.bind(view, KeyEvent.VK_END, () -> keys.go(0, Integer.MAX_VALUE / 2));
    FocusKeys.bind(view, KeyEvent.VK_PLUS, () -> keys.zoom(STEP));
    FocusKeys.bind(view, KeyEvent.VK_ADD, () -> keys.zoom(STEP));
    FocusKeys.bind(view, KeyEvent.VK_EQUALS, () -> keys.zoom(STEP));
    FocusKeys.bind(
        view,
        KeyStroke.getKeyStroke(KeyEvent.VK_EQUALS, InputEvent.SHIFT_DOWN_MASK),
        () -> keys.zoom(STEP));
    FocusKeys.bind(view, KeyEvent.VK_MINUS, () -> keys.zoom(1 / STEP));
    FocusKeys.bind(view, KeyEvent.VK_SUBTRACT, () -> keys.zoom(1 / STEP));
    FocusKeys.bind(view, KeyEvent.VK_0, view::fit);
    FocusKeys.bind(view, KeyEvent.VK_NUMPAD0, view::fit);
    FocusKeys.bind(view, KeyEvent.VK_1, view::nearest);
    FocusKeys.bind(view, KeyEvent.VK_ENTER, () -> view.presenter().open(view.presenter().cell()));
    FocusKeys.bind(view, KeyEvent.VK_CONTEXT_MENU, keys::menu);
    FocusKeys.bind(
        view, KeyStroke.getKeyStroke(KeyEvent.VK_F10, InputEvent.SHIFT_DOWN_MASK), keys::menu);
  }

  private void arrow(int key, int rows, int cols) {
    FocusKeys.bind(view, key, () -> go(rows, cols));
    FocusKeys.bind(
        view,
        KeyStroke.getKeyStroke(key, InputEvent.SHIFT_DOWN_MASK),
        () ->
            view.camera()
                .ifPresent(
                    camera ->
                        go(
                            rows * (camera.lastRow() - camera.firstRow()),
                            cols * (camera.lastCol() - camera.firstCol()))));
  }

  private void go(int rows, int cols) {
    view.camera()
        .ifPresent(
            camera -> {
              Cell cell = view.presenter().cell();
              view.goTo(
                  new Cell(
                      Math.max(0, Math.min(camera.rows() - 1, cell.row() + rows)),
                      Math.max(0, Math.min(camera.cols() - 1, cell.col() + cols))));
            });
  }

  private void zoom(double factor) {
    view.camera()
        .ifPresent(
            camera -> {
              Cell cell = view.presenter().cell();
              Camera near = camera.showing(cell.row(), cell.col());
              Box at = MatrixPainter.cell(near, cell.row(), cell.col());
              view.show(near.zoomed(at.centerX(), at.centerY(), factor));
            });
  }

  private void menu() {
    view.camera()
        .ifPresent(
            camera -> {
              Cell cell = view.presenter().cell();
              Box at =
                  MatrixPainter.cell(
                      camera.showing(cell.row(), cell.col()), cell.row(), cell.col());
              WeightsMenu.of(view.presenter(), view)
                  .show(view, (int) at.centerX(), (int) at.bottom());
            });
  }
}

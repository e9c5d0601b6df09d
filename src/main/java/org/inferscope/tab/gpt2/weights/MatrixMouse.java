package org.inferscope.tab.gpt2.weights;

import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/** What the mouse does on a matrix. Event thread. */
final class MatrixMouse extends MouseAdapter {
  /** By how much a notch of the wheel zooms. */
  private static final double NOTCH = 1.35;

  /** By how much a double click zooms. */
  private static final double LEAP = 6;

  /** Pixels by which a hand moves when it only clicks. */
  private static final int STILL = 4;

  /** Pixels that a notch moves to the side while Shift is held. */
  private static final int SIDEWAYS = 60;

  private final MatrixView view;
  private @Nullable Point pressed;
  private @Nullable Point last;
  private boolean onMinimap;
  private boolean dragged;

  MatrixMouse(MatrixView view) {
    this.view = view;
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    double notches = event.getPreciseWheelRotation();
    view.camera()
        .ifPresent(
            camera ->
                view.show(
                    event.isShiftDown()
                        ? camera.dragged(-notches * Metrics.px(SIDEWAYS), 0)
                        : camera.zoomed(event.getX(), event.getY(), Math.pow(NOTCH, -notches))));
    point(event);
  }

  @Override
  public void mousePressed(MouseEvent event) {
    view.requestFocusInWindow();
    if (event.isPopupTrigger()) {
      menu(event);
      return;
    }
    if (SwingUtilities.isLeftMouseButton(event)) {
      pressed = event.getPoint();
      last = pressed;
      dragged = false;
      onMinimap = minimap().filter(box -> box.contains(event.getX(), event.getY())).isPresent();
      if (onMinimap) {
        jump(event);
      }
    }
  }

  private Optional<Box> minimap() {
    return view.minimap();
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    Point from = last;
    Point start = pressed;
    if (from == null || start == null) {
      return;
    }
    if (onMinimap) {
      jump(event);
      return;
    }
    if (!dragged && start.distance(event.getPoint()) < Metrics.px(STILL)) {
      return;
    }
    dragged = true;
    view.point(true);
    view.camera()
        .ifPresent(
            camera -> view.show(camera.dragged(event.getX() - from.x, event.getY() - from.y)));
    last = event.getPoint();
  }

  /** Brings what is under the pointer on the minimap into the middle. */
  private void jump(MouseEvent event) {
    view.camera()
        .ifPresent(
            camera ->
                minimap()
                    .ifPresent(
                        box ->
                            view.show(
                                camera.centred(
                                    (event.getY() - box.y()) / box.h() * camera.rows(),
                                    (event.getX() - box.x()) / box.w() * camera.cols()))));
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    boolean clicked = pressed != null && !dragged && !onMinimap;
    if (event.isPopupTrigger()) {
      menu(event);
    } else if (SwingUtilities.isLeftMouseButton(event) && clicked) {
      click(event);
    }
    if (pressed != null && !clicked) {
      view.keep();
    }
    pressed = null;
    last = null;
    view.point(false);
  }

  private void click(MouseEvent event) {
    if (event.getClickCount() > 1) {
      double factor = event.isShiftDown() ? 1 / LEAP : LEAP;
      view.camera()
          .ifPresent(
              camera -> view.show(camera.zoomed(event.getX(), event.getY(), factor)));
    } else {
      view.cellAt(event.getPoint()).ifPresent(view.presenter()::open);
    }
  }

  private void menu(MouseEvent event) {
    pressed = null;
    view.cellAt(event.getPoint()).ifPresent(view.presenter()::select);
    WeightsMenu.of(view.presenter(), view).show(view, event.getX(), event.getY());
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    point(event);
  }

  private void point(MouseEvent event) {
    boolean map = minimap().filter(box -> box.contains(event.getX(), event.getY())).isPresent();
    Optional<Cell> cell = map ? Optional.empty() : view.cellAt(event.getPoint());
    view.point(cell.orElse(null));
  }

  @Override
  public void mouseExited(MouseEvent event) {
    if (pressed == null) {
      view.point((Cell) null);
    }
  }
}

package org.inferscope.tab.linear;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.grid.ValueSteps;
import org.jspecify.annotations.Nullable;

/**
 * The mouse on the planes: a drag at a tip changes its numbers, one beside the tips turns space, a
 * click on a number explains it.
 */
final class TipMouse extends MouseAdapter {
  /** Pixels that a tip must be pulled before it moves, so that a click does not change it. */
  private static final int STIFFNESS = 3;

  /** Radians for an unscaled pixel. */
  private static final double TURN = 0.01;

  /** Steps of a value that a pixel is; a fine drag tells ten times as many apart. */
  private static final double ROUGH = 100;

  private final PlanesView planes;

  /** The tip that the button went down on. */
  private @Nullable Tip pressed;

  private Point last = new Point();
  private boolean down;
  private boolean moved;
  private boolean turns;

  TipMouse(PlanesView planes) {
    this.planes = planes;
  }

  @Override
  public void mousePressed(MouseEvent event) {
    if (!SwingUtilities.isLeftMouseButton(event) || event.isPopupTrigger()) {
      return;
    }
    GeometryScene scene = planes.scene();
    pressed = scene.tipAt(event.getX(), event.getY()).orElse(null);
    last = event.getPoint();
    down = true;
    moved = false;
    turns = pressed == null && planes.dimensions() == 3 && isOnPlane(scene, event);
    planes.takeFocus(Optional.ofNullable(pressed));
  }

  private static boolean isOnPlane(GeometryScene scene, MouseEvent event) {
    return scene.isShown() && scene.isOnPlane(event.getX(), event.getY());
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    int dx = event.getX() - last.x;
    int dy = event.getY() - last.y;
    boolean stiff = !moved && Math.max(Math.abs(dx), Math.abs(dy)) < STIFFNESS;
    if (!down || stiff) {
      return;
    }
    last = event.getPoint();
    Tip tip = pressed;
    if (tip != null && tip.isEditable()) {
      if (!moved) {
        planes.edit().begin(TipEdit.Kind.DRAG, tip);
      }
      pull(tip, dx, dy, event);
    } else if (turns) {
      double turn = TURN / planes.scene().layout().spec().unit();
      planes.turn(dx * turn, dy * turn);
    }
    moved = true;
  }

  private void pull(Tip tip, int dx, int dy, MouseEvent event) {
    if (!planes.edit().is(TipEdit.Kind.DRAG)) {
      return; // taken back with Escape: the rest of the drag does nothing
    }
    GeometryScene scene = planes.scene();
    double pixel = scene.plane(tip.isAfter()).perPixel();
    double fine = event.isShiftDown() ? ValueSteps.FINE : 1;
    double[] delta = scene.camera().lifted(dx * pixel * fine, -dy * pixel * fine);
    boolean snap = (event.getModifiersEx() & Shortcuts.MENU) != 0;
    planes.edit().add(delta, pixel * ROUGH * fine, snap);
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    if (!down || event.getButton() != MouseEvent.BUTTON1) {
      return;
    }
    down = false;
    if (moved) {
      planes.edit().end();
    } else {
      click(event);
    }
    pointAt(event);
  }

  private void click(MouseEvent event) {
    GeometryScene scene = planes.scene();
    Tip tip = pressed;
    if (tip != null) {
      planes.explain(tip, 0);
    } else {
      planes.explainNumber(scene, event.getX(), event.getY());
    }
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    pointAt(event);
  }

  @Override
  public void mouseExited(MouseEvent event) {
    if (!down) {
      planes.point(Optional.empty(), Cursor.getDefaultCursor());
    }
  }

  private void pointAt(MouseEvent event) {
    GeometryScene scene = planes.scene();
    Optional<Tip> tip = scene.tipAt(event.getX(), event.getY());
    boolean number = planes.numberAt(scene, event.getX(), event.getY()).isPresent();
    int cursor = tip.isPresent() || number ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR;
    boolean turnable = planes.dimensions() == 3 && isOnPlane(scene, event);
    if (cursor == Cursor.DEFAULT_CURSOR && turnable) {
      cursor = Cursor.MOVE_CURSOR;
    }
    planes.point(tip, Cursor.getPredefinedCursor(cursor));
  }
}

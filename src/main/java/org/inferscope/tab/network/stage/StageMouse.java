package org.inferscope.tab.network.stage;

import java.awt.Cursor;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.ui.action.Shortcuts;
import org.jspecify.annotations.Nullable;

/**
 * The mouse on the stage. A press decides what is dragged: inputs, the picture, an edge, a layer,
 * or the ground; a press without a movement is a click. Event thread.
 */
final class StageMouse extends MouseAdapter {
  /** Pixels that a hand may tremble by, unscaled. */
  private static final double TREMBLE = 3;

  private static final double WHEEL_ZOOM = 1.15;
  private static final double WHEEL_PAN = 48;

  private final NetworkStage stage;
  private final NetworkPresenter presenter;
  private final InputEdits edits;
  private @Nullable StageDrag drag;
  private @Nullable MouseEvent press;
  private Hit pressed = new Hit.Ground();
  private int wheelOn = -1;

  StageMouse(NetworkStage stage, NetworkPresenter presenter, InputEdits edits) {
    this.stage = stage;
    this.presenter = presenter;
    this.edits = edits;
  }

  /** Takes back what is being dragged; whether anything was. */
  boolean cancel() {
    StageDrag running = drag;
    drag = null;
    press = null;
    if (running != null) {
      running.cancel();
      stage.show(new Hand.Empty());
    }
    return running != null;
  }

  @Override
  public void mousePressed(MouseEvent event) {
    pressed = stage.hitAt(event.getX(), event.getY());
    stage.takeFocus(pressed);
    boolean picture = stage.isPicture(pressed);
    if (event.isPopupTrigger() && !picture) {
      stage.showMenu(event.getX(), event.getY());
    } else if (picture) {
      boolean erases = !SwingUtilities.isLeftMouseButton(event) || event.isAltDown();
      choose(pressed);
      start(StageDrag.pad(stage, presenter, erases), event);
    } else if (SwingUtilities.isLeftMouseButton(event)) {
      press = event;
    }
  }

  private void start(StageDrag next, MouseEvent event) {
    drag = next;
    next.to(event);
  }

  private void choose(Hit hit) {
    if (hit instanceof Hit.At at) {
      presenter.choose(at.target());
    }
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    MouseEvent from = press;
    StageDrag running = drag;
    if (running != null) {
      running.to(event);
    } else if (from != null && isFar(from, event)) {
      press = null;
      choose(pressed);
      start(StageDrag.of(stage, presenter, pressed, from), event);
    }
  }

  private boolean isFar(MouseEvent from, MouseEvent to) {
    double moved = Math.hypot(to.getX() - from.getX(), to.getY() - from.getY());
    return moved > stage.stageLayout().spec().px(TREMBLE);
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    StageDrag running = drag;
    boolean clicks = press != null;
    drag = null;
    press = null;
    if (running != null) {
      running.end();
      stage.show(new Hand.Empty());
      point(event);
    } else if (event.isPopupTrigger() && !stage.isPicture(pressed)) {
      stage.showMenu(event.getX(), event.getY());
    } else if (clicks) {
      click();
    }
  }

  private void click() {
    if (pressed instanceof Hit.At at) {
      presenter.choose(at.target());
      stage.open(at.target());
    } else if (pressed instanceof Hit.Clear) {
      edits.clear();
    } else if (pressed.columnOf() > 0) {
      presenter.chooseLayer(pressed.columnOf() - 1);
    }
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    if (event.getClickCount() != 2 || !SwingUtilities.isLeftMouseButton(event)) {
      return;
    }
    Hit hit = stage.hitAt(event.getX(), event.getY());
    if (hit instanceof Hit.Width width) {
      stage.typeWidth(width.column());
    } else if (hit instanceof Hit.At at
        && at.target() instanceof Ablations.Unit unit
        && unit.column() == 0
        && !stage.isPicture(hit)) {
      stage.typeInput(unit.i(), null);
    }
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    point(event);
  }

  private void point(MouseEvent event) {
    Hit hit = stage.hitAt(event.getX(), event.getY());
    Optional<Ablations.Target> target =
        hit instanceof Hit.At at ? Optional.of(at.target()) : Optional.empty();
    presenter.hover(target);
    stage.setCursor(cursor(hit));
    int input = hit instanceof Hit.At at ? input(at.target()) : -1;
    if (input != wheelOn) {
      edits.endSteps();
    }
    wheelOn = input;
  }

  private Cursor cursor(Hit hit) {
    int type = Cursor.DEFAULT_CURSOR;
    if (hit instanceof Hit.At at) {
      boolean input = input(at.target()) >= 0;
      type = stage.isPicture(hit) ? Cursor.CROSSHAIR_CURSOR : Cursor.HAND_CURSOR;
      type = input && !stage.isPicture(hit) ? Cursor.E_RESIZE_CURSOR : type;
    } else if (hit instanceof Hit.Grip) {
      type = Cursor.S_RESIZE_CURSOR;
    } else if (hit instanceof Hit.Clear || hit instanceof Hit.Title) {
      type = Cursor.HAND_CURSOR;
    } else if (hit instanceof Hit.Width) {
      type = Cursor.TEXT_CURSOR;
    }
    return Cursor.getPredefinedCursor(type);
  }

  /** The input that a unit is, or −1. */
  private static int input(Ablations.Target target) {
    return target instanceof Ablations.Unit unit && unit.column() == 0 ? unit.i() : -1;
  }

  @Override
  public void mouseExited(MouseEvent event) {
    if (drag == null) {
      presenter.hover(Optional.empty());
    }
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    Hit hit = stage.hitAt(event.getX(), event.getY());
    int input = hit instanceof Hit.At at && !stage.isPicture(hit) ? input(at.target()) : -1;
    double notches = event.getPreciseWheelRotation();
    boolean zooms = (event.getModifiersEx() & (Shortcuts.MENU | InputEvent.CTRL_DOWN_MASK)) != 0;
    if (zooms || (input < 0 && !event.isShiftDown())) {
      stage.zoom(Math.pow(WHEEL_ZOOM, -notches), event.getX(), event.getY());
    } else if (input >= 0) {
      wheelOn = input;
      edits.step(input, -notches, event.isShiftDown());
    } else {
      stage.pan(-notches * stage.stageLayout().spec().px(WHEEL_PAN), 0);
    }
  }
}

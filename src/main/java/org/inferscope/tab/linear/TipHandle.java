package org.inferscope.tab.linear;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.action.Shortcuts;

/**
 * A tip as something that can have the keyboard: arrows move it, Enter explains one of its numbers.
 * It paints nothing and leaves the mouse to the planes it lies on. Event thread.
 */
final class TipHandle extends JComponent implements Accessible {
  private static final double STEP = 0.1;
  private static final double FINE_STEP = 0.01;
  private static final int THIRD = 2;

  private final PlanesView planes;
  private final Tip tip;

  /** The coordinate that was changed last, and that Enter explains. */
  private int coordinate;

  TipHandle(PlanesView planes, Tip tip) {
    this.planes = planes;
    this.tip = tip;
    setName("linear.tip." + tip.kind() + (tip.kind() == Tip.Kind.COLUMN ? "." + tip.index() : ""));
    setFocusable(true);
    bindArrow(KeyEvent.VK_RIGHT, 0, 0, 1);
    bindArrow(KeyEvent.VK_LEFT, 0, 0, -1);
    bindArrow(KeyEvent.VK_UP, 0, 1, 1);
    bindArrow(KeyEvent.VK_DOWN, 0, 1, -1);
    bindArrow(KeyEvent.VK_UP, InputEvent.ALT_DOWN_MASK, THIRD, 1);
    bindArrow(KeyEvent.VK_DOWN, InputEvent.ALT_DOWN_MASK, THIRD, -1);
    FocusKeys.bind(this, Shortcuts.key(KeyEvent.VK_ENTER), () -> planes.explain(tip, coordinate));
    FocusKeys.bind(this, Shortcuts.key(KeyEvent.VK_ESCAPE), planes::escape);
    addKeyListener(new OtherKeys());
    addFocusListener(new Attention());
  }

  private void bindArrow(int key, int modifiers, int axis, int direction) {
    FocusKeys.bind(
        this, KeyStroke.getKeyStroke(key, modifiers), () -> nudge(axis, direction * STEP));
    FocusKeys.bind(
        this,
        KeyStroke.getKeyStroke(key, modifiers | InputEvent.SHIFT_DOWN_MASK),
        () -> nudge(axis, direction * FINE_STEP));
  }

  private void nudge(int axis, double by) {
    if (axis < planes.dimensions()) {
      coordinate = axis;
      planes.nudge(tip, axis, by, STEP);
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            @Override
            public AccessibleRole getAccessibleRole() {
              return AccessibleRole.PUSH_BUTTON;
            }
          };
    }
    return accessibleContext;
  }

  /** Says what it is, if that has changed. */
  void describe(String name, String description) {
    AccessibleContext context = getAccessibleContext();
    if (!name.equals(context.getAccessibleName())) {
      context.setAccessibleName(name);
      context.setAccessibleDescription(description);
    }
  }

  /** A key that does not move the tip ends the run of those that do. */
  private final class OtherKeys extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent event) {
      boolean goesOn =
          switch (event.getKeyCode()) {
            case KeyEvent.VK_LEFT,
                KeyEvent.VK_RIGHT,
                KeyEvent.VK_UP,
                KeyEvent.VK_DOWN,
                KeyEvent.VK_SHIFT,
                KeyEvent.VK_ALT,
                KeyEvent.VK_CONTROL,
                KeyEvent.VK_META ->
                true;
            default -> false;
          };
      if (!goesOn) {
        planes.endNudges();
      }
    }
  }

  private final class Attention implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
      planes.focusMoved();
    }

    @Override
    public void focusLost(FocusEvent event) {
      planes.endNudges();
      planes.focusMoved();
    }
  }
}

package org.inferscope.ui.edt;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JComponent;

/**
 * Asks a component to repaint, at most one request outstanding: however often {@link #request} is
 * called between two paints, the component paints once. The component calls {@link #painted} at the
 * start of its {@code paintComponent}; requests made from then on lead to another paint.
 */
public final class RepaintMeter {
  private final JComponent component;
  private final AtomicBoolean outstanding = new AtomicBoolean();

  /** A meter for one component. */
  public RepaintMeter(JComponent component) {
    this.component = component;
  }

  /** Asks for a repaint, unless one is already on its way. Any thread. */
  public void request() {
    if (outstanding.compareAndSet(false, true)) {
      component.repaint();
    }
  }

  /** Says that the component is painting what is current now. Event thread. */
  public void painted() {
    outstanding.set(false);
  }
}

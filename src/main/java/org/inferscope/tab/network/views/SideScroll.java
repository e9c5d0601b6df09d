package org.inferscope.tab.network.views;

import java.awt.Adjustable;
import java.awt.Container;
import java.awt.event.MouseWheelEvent;
import javax.swing.JScrollBar;
import org.inferscope.text.Texts;

/** A scroll bar at the foot of a view that paints its own content. Event thread. */
final class SideScroll {
  private final JScrollBar bar = new JScrollBar(Adjustable.HORIZONTAL);
  private boolean following;

  /**
   * A bar in a container that lays it out through {@link #place}.
   *
   * @param moved called when the person scrolled
   */
  SideScroll(Container owner, String name, Runnable moved) {
    bar.setName(name);
    bar.getAccessibleContext().setAccessibleName(Texts.get("networkviews.scroll"));
    bar.setVisible(false);
    bar.addAdjustmentListener(
        event -> {
          if (!following) {
            moved.run();
          }
        });
    owner.add(bar);
  }

  /** How far the content is scrolled to the left, in pixels. */
  int value() {
    return bar.isVisible() ? bar.getValue() : 0;
  }

  /** Height that the bar takes when it shows. */
  int height() {
    return bar.getPreferredSize().height;
  }

  /** Whether it shows. */
  boolean isShown() {
    return bar.isVisible();
  }

  /** Puts the bar at the foot of its owner; one that is not needed does not show. */
  void place(double content, double view, double step) {
    Container owner = bar.getParent();
    boolean needed = content > view + 0.5;
    following = true;
    bar.setVisible(needed);
    if (needed) {
      int extent = (int) Math.floor(view);
      int all = (int) Math.ceil(content);
      bar.setValues(Math.min(bar.getValue(), all - extent), extent, 0, all);
      bar.setUnitIncrement(Math.max(1, (int) step / 4));
      bar.setBlockIncrement(Math.max(1, (int) step));
      bar.setBounds(0, owner.getHeight() - height(), owner.getWidth(), height());
    }
    following = false;
  }

  /** Scrolls there. */
  void to(double value) {
    bar.setValue((int) Math.round(value));
  }

  /** Follows the wheel: up is left. */
  void wheel(MouseWheelEvent event) {
    if (bar.isVisible()) {
      double steps = event.getPreciseWheelRotation() * event.getScrollAmount();
      bar.setValue(bar.getValue() + (int) Math.round(steps * bar.getUnitIncrement() / 3.0));
    }
  }
}

package org.inferscope.tab.gpt2.next;

import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JSlider;
import org.inferscope.ui.control.ToolTips;

/** A slider for a number of the sampling settings; a drag is one gesture. Event thread. */
final class KnobSlider extends JSlider {
  private final Knob knob;
  private boolean showing;

  KnobSlider(NextPresenter presenter, Knob knob) {
    super(0, knob.last());
    this.knob = knob;
    setName("gpt2.next." + knob.id() + ".slider");
    setOpaque(false);
    setToolTipText(ToolTips.wrapped(knob.tip()));
    getAccessibleContext().setAccessibleName(knob.title());
    addChangeListener(
        event -> {
          if (!showing) {
            double value = knob.at(getValue());
            presenter.sample(old -> knob.with(old, value), this);
          }
        });
    // A drag ends where the mouse lets go, even where it was let go at the last value.
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseReleased(MouseEvent event) {
            presenter.endGesture();
          }
        });
  }

  /** Shows the number in force. A number between two notches does not move the number. */
  void show(double value) {
    int notch = knob.notch(value);
    if (notch != getValue()) {
      showing = true;
      setValue(notch);
      showing = false;
    }
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, getPreferredSize().height);
  }
}

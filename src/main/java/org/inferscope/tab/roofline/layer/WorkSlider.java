package org.inferscope.tab.roofline.layer;

import java.awt.Dimension;
import javax.swing.JSlider;
import org.inferscope.ui.control.ToolTips;

/** A logarithmic slider for a part of the work; a drag is one gesture. Event thread. */
final class WorkSlider extends JSlider {
  private final LayerField field;
  private final Notches notches;
  private boolean showing;

  /**
   * A slider.
   *
   * @param max its last number, a power of two; larger ones can be typed
   */
  WorkSlider(LayerField field, int max, LayerPresenter presenter) {
    this.field = field;
    notches = Notches.of(field.min(), max);
    setName("roofline.layer." + field + ".slider");
    setOpaque(false);
    setMinimum(0);
    setMaximum(notches.count() - 1);
    setToolTipText(ToolTips.wrapped(field.meaning()));
    getAccessibleContext().setAccessibleName(field.title());
    addChangeListener(
        event -> {
          if (!showing) {
            presenter.slide(field, notches.number(getValue()));
            if (!getValueIsAdjusting()) {
              presenter.letGo();
            }
          }
        });
  }

  LayerField field() {
    return field;
  }

  /** Shows the number in force. A number between two notches does not move the number. */
  void show(int number) {
    showing = true;
    setValue(notches.at(number));
    showing = false;
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, getPreferredSize().height);
  }
}

package org.inferscope.tab.roofline.sweep;

import javax.swing.JPanel;
import org.inferscope.tab.roofline.desk.RooflinePresenter;

/** The view. Event thread. */
public final class SweepView extends JPanel {
  /** A view that shows what the presenter holds. */
  public SweepView(RooflinePresenter presenter) {
    setName("roofline.sweep");
    setOpaque(false);
    presenter.listen(this::refresh);
  }

  /** Shows a change. */
  public void refresh() {
    repaint();
  }
}

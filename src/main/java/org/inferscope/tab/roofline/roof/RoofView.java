package org.inferscope.tab.roofline.roof;

import javax.swing.JPanel;
import org.inferscope.tab.roofline.desk.RooflinePresenter;

/** The view. Event thread. */
public final class RoofView extends JPanel {
  /** A view that shows what the presenter holds. */
  public RoofView(RooflinePresenter presenter) {
    setName("roofline.roof");
    setOpaque(false);
    presenter.listen(this::refresh);
  }

  /** Shows a change. */
  public void refresh() {
    repaint();
  }
}

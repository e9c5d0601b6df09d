package org.inferscope.tab.roofline.layer;

import javax.swing.JPanel;
import org.inferscope.tab.roofline.desk.RooflinePresenter;

/** The view. Event thread. */
public final class LayerView extends JPanel {
  /** A view that shows what the presenter holds. */
  public LayerView(RooflinePresenter presenter) {
    setName("roofline.layer");
    setOpaque(false);
    presenter.listen(this::refresh);
  }

  /** Shows a change. */
  public void refresh() {
    repaint();
  }
}

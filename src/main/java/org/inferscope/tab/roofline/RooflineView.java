package org.inferscope.tab.roofline;

import java.awt.CardLayout;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tab.roofline.layer.LayerView;
import org.inferscope.tab.roofline.roof.RoofView;
import org.inferscope.tab.roofline.sweep.SweepView;

/** The tab's middle: the controls, and one of the three views below them. */
final class RooflineView extends JPanel {
  private final RooflinePresenter presenter;
  private final ToolbarView toolbar;
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);

  RooflineView(RooflinePresenter presenter, Parts parts) {
    super(new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow,fill]", "[][grow,fill]"));
    this.presenter = presenter;
    setName("roofline");
    toolbar = new ToolbarView(presenter);
    stage.setOpaque(false);
    stage.add(new SweepView(parts.sweep()), View.BENCHMARK.name());
    stage.add(new LayerView(parts.layer()), View.LAYER.name());
    stage.add(new RoofView(parts.roof()), View.ROOFLINE.name());
    add(toolbar, "wmin 0");
    add(stage, "grow, wmin 0, hmin 0");
    presenter.listen(this::refresh);
    refresh();
  }

  private void refresh() {
    toolbar.refresh();
    cards.show(stage, presenter.state().view().name());
  }
}

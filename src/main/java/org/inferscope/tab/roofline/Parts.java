package org.inferscope.tab.roofline;

import java.util.List;
import java.util.stream.Stream;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.layer.LayerActions;
import org.inferscope.tab.roofline.layer.LayerPresenter;
import org.inferscope.tab.roofline.roof.RoofActions;
import org.inferscope.tab.roofline.roof.RoofPanels;
import org.inferscope.tab.roofline.roof.RoofPresenter;
import org.inferscope.tab.roofline.sweep.RunsPanel;
import org.inferscope.tab.roofline.sweep.SweepActions;
import org.inferscope.tab.roofline.sweep.SweepPresenter;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.edt.Edt;

/**
 * What decides each of the three views.
 *
 * @param sweep the benchmark
 * @param layer the transformer layer
 * @param roof points under roofs
 */
record Parts(SweepPresenter sweep, LayerPresenter layer, RoofPresenter roof) {

  /** All three, which begin to read what was kept. */
  static Parts of(RooflinePresenter presenter) {
    RoofPresenter roof =
        new RoofPresenter(presenter, presenter.context().machine(), Edt.executor());
    roof.load();
    return new Parts(
        new SweepPresenter(presenter, Edt.executor()), new LayerPresenter(presenter), roof);
  }

  List<SidePanel> panels() {
    return Stream.concat(RoofPanels.of(roof).stream(), Stream.of(RunsPanel.sidePanel(sweep)))
        .toList();
  }

  List<AppAction> actions() {
    return Stream.of(SweepActions.of(sweep), LayerActions.of(layer), RoofActions.of(roof))
        .flatMap(List::stream)
        .toList();
  }
}

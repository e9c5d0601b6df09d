package org.inferscope.tab.network;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.network.bench.BatchingPanel;
import org.inferscope.tab.network.bench.BatchingPresenter;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.panel.NetworkPanels;

/** Makes the panels beside the stage. Event thread. */
final class SidePanels {
  private SidePanels() {}

  static List<SidePanel> of(NetworkPresenter presenter) {
    List<SidePanel> panels = new ArrayList<>(NetworkPanels.of(presenter));
    panels.add(BatchingPanel.sidePanel(batching(presenter)));
    return List.copyOf(panels);
  }

  private static BatchingPresenter batching(NetworkPresenter presenter) {
    return new BatchingPresenter(
        presenter.context().compute(),
        presenter.context().inspector(),
        () -> presenter.state().plan(),
        presenter::room);
  }
}

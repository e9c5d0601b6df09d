package org.inferscope.tab.network;

import java.util.List;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.panel.NetworkPanels;

/** Makes the panels beside the stage. Event thread. */
final class SidePanels {
  private SidePanels() {}

  static List<SidePanel> of(NetworkPresenter presenter) {
    return NetworkPanels.of(presenter);
  }
}

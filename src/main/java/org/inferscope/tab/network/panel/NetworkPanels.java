package org.inferscope.tab.network.panel;

import java.util.List;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Scrolling;

/** The panels, by name. Event thread. */
public final class NetworkPanels {
  private NetworkPanels() {}

  /** All of them, in the order of the dock; each is made when it is first shown. */
  public static List<SidePanel> of(NetworkPresenter presenter) {
    return List.of(
        new SidePanel(
            "network.parameters",
            Texts.get("networkpanel.parameters.title"),
            () -> Scrolling.vertical(new ParametersPanel(presenter))),
        new SidePanel(
            "network.code",
            Texts.get("networkpanel.code.title"),
            () -> Scrolling.vertical(new CodePanel(presenter))));
  }
}

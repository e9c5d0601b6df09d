package org.inferscope.tab.linear;

import java.util.List;
import org.inferscope.tab.SidePanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Scrolling;

/**
 * Makes the panels beside the stage; each follows what the presenter shows, as long as it lives and
 * can be seen. Event thread.
 */
final class SidePanels {
  private SidePanels() {}

  static List<SidePanel> of(LinearPresenter presenter) {
    return List.of(
        new SidePanel(
            "linear.layer",
            Texts.get("linear.layer.title"),
            () -> Scrolling.vertical(new LayerPanel(presenter))),
        new SidePanel(
            "linear.rounding",
            Texts.get("linear.rounding.title"),
            () -> Scrolling.vertical(new RoundingPanel(presenter))),
        new SidePanel(
            "linear.code",
            Texts.get("linear.code.title"),
            () -> Scrolling.vertical(new CodePanel(presenter))));
  }
}

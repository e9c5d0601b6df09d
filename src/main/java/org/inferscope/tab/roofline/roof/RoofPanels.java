package org.inferscope.tab.roofline.roof;

import java.util.List;
import org.inferscope.tab.SidePanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Scrolling;

/** The side panels of the view. Event thread. */
public final class RoofPanels {
  /** The id of this machine's panel. */
  static final String MACHINE = "roofline.machine";

  private RoofPanels() {}

  /** Devices, and this machine. */
  public static List<SidePanel> of(RoofPresenter presenter) {
    return List.of(
        new SidePanel(
            "roofline.devices",
            Texts.get("rooflineroof.devices.title"),
            () -> Scrolling.vertical(new DevicesPanel(presenter))),
        new SidePanel(
            MACHINE,
            Texts.get("rooflineroof.machine.tab"),
            () -> Scrolling.vertical(new MachinePanel(presenter))));
  }
}

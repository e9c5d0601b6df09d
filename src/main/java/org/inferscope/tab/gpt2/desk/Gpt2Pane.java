package org.inferscope.tab.gpt2.desk;

import java.util.List;
import javax.swing.JComponent;
import org.inferscope.tab.SidePanel;
import org.inferscope.ui.action.AppAction;

/** A view of the tab, as the tab sees it. Event thread. */
public interface Gpt2Pane {
  /** What is shown; built on the first call, the same one on each call. */
  JComponent component();

  /** What the audience is looking at, in one sentence with its numbers. */
  String caption();

  /** What stands beside the stage for this view. */
  default List<SidePanel> panels() {
    return List.of();
  }

  /** What can be done in it. */
  default List<AppAction> actions() {
    return List.of();
  }
}

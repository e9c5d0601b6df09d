package org.inferscope.app;

import java.util.List;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.gpt2.Gpt2Tab;
import org.inferscope.tab.linear.LinearTab;
import org.inferscope.tab.matmul.MatmulTab;
import org.inferscope.tab.network.NetworkTab;
import org.inferscope.tab.roofline.RooflineTab;

/** The tabs there are, in the notebook's order. */
final class TabList {
  private TabList() {}

  /** Makes all tabs. */
  static List<Tab> of(TabContext context) {
    return List.of(
        new MatmulTab(context),
        new LinearTab(context),
        new NetworkTab(context),
        new RooflineTab(context),
        new Gpt2Tab(context));
  }
}

package org.inferscope.tab.gpt2;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.gpt2.attention.AttentionPane;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tab.gpt2.lens.LensPane;
import org.inferscope.tab.gpt2.map.MapPane;
import org.inferscope.tab.gpt2.next.NextPane;
import org.inferscope.tab.gpt2.states.StatesPane;
import org.inferscope.tab.gpt2.weights.WeightsPane;
import org.inferscope.tab.gpt2.whatif.WhatIfPane;
import org.inferscope.ui.action.AppAction;

/** The views of the tab. Event thread. */
final class Panes {
  private final Map<View, Gpt2Pane> panes = new EnumMap<>(View.class);

  Panes(Gpt2Presenter presenter) {
    panes.put(View.MAP, new MapPane(presenter));
    panes.put(View.WEIGHTS, new WeightsPane(presenter));
    panes.put(View.STATES, new StatesPane(presenter));
    panes.put(View.ATTENTION, new AttentionPane(presenter));
    panes.put(View.LENS, new LensPane(presenter));
    panes.put(View.NEXT, new NextPane(presenter));
    panes.put(View.WHAT_IF, new WhatIfPane(presenter));
  }

  Gpt2Pane of(View view) {
    Gpt2Pane pane = panes.get(view);
    if (pane == null) {
      throw new IllegalArgumentException("no pane for " + view);
    }
    return pane;
  }

  List<SidePanel> panels() {
    return panes.values().stream().flatMap(pane -> pane.panels().stream()).toList();
  }

  List<AppAction> actions() {
    return panes.values().stream().flatMap(pane -> pane.actions().stream()).toList();
  }
}

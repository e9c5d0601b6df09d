package org.inferscope.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.compute.Registration;
import org.inferscope.tab.Tab;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.playback.PlaybackActions;

/** Keeps the actions of the tab in front, and only those, in the registry. */
final class TabActions {
  private final OpenTabs tabs;
  private final ActionRegistry actions;
  private final List<Registration> shown = new ArrayList<>();
  private final Map<Tab, List<AppAction>> playback = new HashMap<>();

  TabActions(OpenTabs tabs, ActionRegistry actions) {
    this.tabs = tabs;
    this.actions = actions;
  }

  void show() {
    shown.forEach(Registration::close);
    shown.clear();
    Tab tab = tabs.current();
    shown.add(actions.add(Texts.get("app.menu.playback"), playbackOf(tab)));
    shown.add(actions.add(tab.title(), tab.actions()));
  }

  private List<AppAction> playbackOf(Tab tab) {
    return playback.computeIfAbsent(
        tab, t -> t.playback().map(model -> new PlaybackActions(model).all()).orElse(List.of()));
  }
}

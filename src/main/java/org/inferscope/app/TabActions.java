package org.inferscope.app;

import java.util.Optional;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.compute.Registration;
import org.inferscope.tab.Tab;
import org.inferscope.ui.action.ActionRegistry;

/** Keeps the actions of the tab in front, and only those, in the registry. */
final class TabActions {
  private final OpenTabs tabs;
  private final ActionRegistry actions;
  private Optional<Registration> shown = Optional.empty();

  TabActions(OpenTabs tabs, ActionRegistry actions) {
    this.tabs = tabs;
    this.actions = actions;
  }

  void show() {
    shown.ifPresent(Registration::close);
    Tab tab = tabs.current();
    shown = Optional.of(actions.add(tab.title(), tab.actions()));
  }
}
